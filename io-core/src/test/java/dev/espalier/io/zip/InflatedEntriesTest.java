package dev.espalier.io.zip;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.io.codec.ByteRange;
import dev.espalier.io.store.StoreKey;
import dev.espalier.io.store.StoredValue;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.StorageException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was inflated shows where the bytes that it was inflated from are others since. */
class InflatedEntriesTest {
  private static final StoreKey KEY = new StoreKey("deflated");
  private static final int FIRST_BYTE_OF_THE_ENTRY = 30 + KEY.value().length();

  @TempDir private Path directory;

  @Test
  void anEntryThatIsReadInPartsIsInflatedOnce() throws IOException {
    Path file = archive();
    try (ZipStore store = ZipStore.open(file, "test.zip")) {
      assertThat(read(store, ByteRange.of(10, 4))).isEqualTo("0123");
      spoil(file, Files.getLastModifiedTime(file));

      assertThat(read(store, ByteRange.of(15, 4))).isEqualTo("5678");
      assertThatThrownBy(() -> read(store, ByteRange.all())).isInstanceOf(CorruptException.class);
    }
  }

  @Test
  void anEntryThatIsReadAtOnceIsNotKept() throws IOException {
    Path file = archive();
    try (ZipStore store = ZipStore.open(file, "test.zip")) {
      assertThat(read(store, ByteRange.all())).startsWith("0123");
      spoil(file, Files.getLastModifiedTime(file));

      assertThatThrownBy(() -> read(store, ByteRange.of(10, 4)))
          .isInstanceOf(CorruptException.class);
    }
  }

  @Test
  void whatIsKeptIsNotGivenForAnArchiveIntoWhichSomebodyWrote() throws IOException {
    Path file = archive();
    try (ZipStore store = ZipStore.open(file, "test.zip")) {
      read(store, ByteRange.of(10, 4));
      spoil(file, FileTime.fromMillis(0));

      assertThatThrownBy(() -> read(store, ByteRange.of(10, 4)))
          .isInstanceOf(StorageException.class)
          .hasMessageContaining("was changed while it was open");
    }
  }

  @Test
  void noMoreIsKeptThanTheBoundAllows() {
    InflatedEntries entries = new InflatedEntries(100);
    entries.put(1, ByteBuffer.allocate(40));
    entries.put(1, ByteBuffer.allocate(50));
    entries.put(2, ByteBuffer.allocate(50));
    entries.put(3, ByteBuffer.allocate(101));
    assertThat(entries.get(1)).isPresent();
    assertThat(entries.get(3)).isEmpty();

    entries.put(4, ByteBuffer.allocate(10));

    assertThat(entries.get(1)).as("used since the other one was").isPresent();
    assertThat(entries.get(2)).isEmpty();
    assertThat(entries.get(4)).isPresent();
  }

  @Test
  void emptyEntriesAreNotKeptInAnyNumber() {
    InflatedEntries entries = new InflatedEntries(100);
    for (int i = 0; i < 10_000; i++) {
      entries.put(i, ByteBuffer.allocate(0));
    }

    assertThat(IntStream.range(0, 10_000).filter(i -> entries.get(i).isPresent()))
        .as("the last ones")
        .hasSize(4_096)
        .allMatch(i -> i >= 10_000 - 4_096);
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 1_000})
  void anEntryThatSeveralThreadsReadAtOnceIsInflatedOnce(int size) throws InterruptedException {
    InflatedEntries entries = new InflatedEntries(100);
    AtomicInteger count = new AtomicInteger();
    List<ByteBuffer> read =
        readByFourThreads(
            entries,
            () -> {
              count.incrementAndGet();
              return ByteBuffer.allocate(size);
            });

    assertThat(count).hasValue(1);
    assertThat(read).hasSize(4).allMatch(bytes -> bytes.capacity() == size);
    assertThat(entries.get(1).isPresent()).as("kept if it is not too large").isEqualTo(size == 10);
  }

  @Test
  void whereOneThreadCannotInflateAnEntryTheOthersTryThemselves() throws InterruptedException {
    InflatedEntries entries = new InflatedEntries(100);
    AtomicInteger count = new AtomicInteger();
    List<ByteBuffer> read =
        readByFourThreads(
            entries,
            () -> {
              if (count.incrementAndGet() == 1) {
                throw new CorruptException("on purpose");
              }
              return ByteBuffer.allocate(10);
            });

    assertThat(count).hasValue(2);
    assertThat(read).hasSize(3);
  }

  /** What each got that got something; none inflates before all are at it. */
  private static List<ByteBuffer> readByFourThreads(
      InflatedEntries entries, Supplier<ByteBuffer> inflate) throws InterruptedException {
    CountDownLatch allWait = new CountDownLatch(1);
    List<ByteBuffer> read = new CopyOnWriteArrayList<>();
    Runnable reading =
        () -> {
          try {
            read.add(
                entries.get(
                    1,
                    "a.zip: the entry \"b\" ",
                    () -> {
                      await(allWait);
                      return inflate.get();
                    }));
          } catch (CorruptException e) {
            assertThat(e).hasMessage("on purpose");
          }
        };
    List<Thread> threads = Stream.generate(() -> new Thread(reading)).limit(4).toList();
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      while (thread.getState() != Thread.State.WAITING) {
        Thread.onSpinWait();
      }
    }
    allWait.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
    return read;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError("nobody interrupts it", e);
    }
  }

  private Path archive() throws IOException {
    HandmadeArchive archive = new HandmadeArchive();
    String text = "0123456789".repeat(5000);
    archive.add(KEY.value(), text).deflated(text.getBytes(UTF_8));
    return archive.write(directory.resolve("test.zip"));
  }

  private static String read(ZipStore store, ByteRange range) {
    try (StoredValue value = store.open(KEY, range).orElseThrow()) {
      ByteRange.Span span =
          range instanceof ByteRange.Span some ? some : new ByteRange.Span(0, value.size());
      byte[] bytes = new byte[(int) span.length()];
      value.read(span.offset(), ByteBuffer.wrap(bytes));
      return new String(bytes, UTF_8);
    }
  }

  private static void spoil(Path file, FileTime time) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(new byte[] {-1, -1, -1, -1}), FIRST_BYTE_OF_THE_ENTRY);
    }
    Files.setLastModifiedTime(file, time);
  }
}
