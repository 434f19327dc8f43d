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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
