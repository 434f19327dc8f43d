package dev.espalier.testkit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.io.codec.ByteRange;
import dev.espalier.io.store.StoreKey;
import dev.espalier.io.store.StoredValue;
import dev.espalier.model.error.CancelledException;
import dev.espalier.model.error.StorageException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that break off, and values that change: the right bytes in the end, or a failure. */
class HttpBrokenBodyTest extends HttpStoreCase {
  private static final int SIZE = 3_000_000;

  private byte[] readAll() {
    try (StoredValue value = open("k")) {
      return bytes(value, 0, SIZE);
    }
  }

  @Test
  void aBodyThatBreaksOffIsContinuedWhereItBroke() {
    byte[] all = setLarge("k", SIZE);
    server.at(1, new Fault.BreakAfter(1_000_000));
    server.at(2, new Fault.BreakAfter(500_000));

    assertThat(readAll()).isEqualTo(all);

    assertThat(server.requests()).hasSize(3);
    assertThat(server.requests().get(1).range().orElseThrow()).matches("bytes=[1-9]\\d*-2999999");
    String tag = server.requests().get(1).header("If-match").orElseThrow();
    assertThat(server.requests().get(2).header("If-match")).contains(tag);
  }

  @Test
  void aBodyThatStallsIsContinued() {
    byte[] all = setLarge("k", SIZE);
    use(QUICK.withTimeouts(Duration.ofSeconds(5), Duration.ofMillis(300)));
    server.at(1, new Fault.StallAfter(1_000_000));

    assertThat(readAll()).isEqualTo(all);
  }

  @Test
  void whereVersionsCannotBeToldItIsReadFromTheStart() {
    byte[] all = setLarge("k", SIZE);
    server.always(new Fault.Headers(Map.of("ETag", "")));
    server.at(1, new Fault.BreakAfter(1_000_000));

    try (StoredValue value = open("k")) {
      assertThat(value.version()).isEmpty();
      assertThat(bytes(value, 0, SIZE)).isEqualTo(all);
    }
    assertThat(server.requests()).hasToString("[/k, /k bytes=0-2999999]");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 100_000})
  void aBodyThatBreaksOffEachTimeIsAFailure(long after) {
    setLarge("k", SIZE);
    server.always(new Fault.BreakAfter(after));

    assertThatThrownBy(this::readAll)
        .isInstanceOf(StorageException.class)
        .hasMessageStartingWith(server.url() + ": k: cannot be read: ")
        .hasMessageEndingWith("; tried 3 times");
    assertThat(server.requests()).as("opening has tries of its own").hasSizeBetween(3, 6);
  }

  @Test
  void aValueOfUnknownLengthIsReadToItsEnd() {
    byte[] all = setLarge("k", SIZE);
    server.always(new Fault.Chunked());

    try (StoredValue value = open("k")) {
      assertThat(value.size()).isEqualTo(SIZE);
      assertThat(bytes(value, 1_000_000, 5))
          .isEqualTo(Arrays.copyOfRange(all, 1_000_000, 1_000_005));
      assertThat(bytes(value, 0, SIZE)).isEqualTo(all);
    }
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void aValueOfUnknownLengthThatBreaksOffIsReadAgain() {
    byte[] all = setLarge("k", SIZE);
    server.always(new Fault.Chunked()).always(new Fault.BreakAfter(1_000_000));
    assertThatThrownBy(this::readAll).hasMessageEndingWith("; tried 3 times");

    server.heal().always(new Fault.Chunked());
    assertThat(readAll()).isEqualTo(all);
  }

  @Test
  void aValueOfUnknownLengthIsNotKeptAtAnySize() {
    setLarge("k", SIZE);
    use(QUICK.withKeptBytes(1 << 20));
    server.always(new Fault.Chunked());

    assertThatThrownBy(this::readAll)
        .isInstanceOf(StorageException.class)
        .hasMessage(
            server.url()
                + ": k: cannot be read: the server does not say how long it is, and it is longer"
                + " than the 1048576 bytes that are kept in memory; have it send Content-Length");
  }

  @Test
  void versionsAreNotMixedWhereAValueIsReplacedBetweenTwoParts() {
    setLarge("k", SIZE);

    try (StoredValue value = store.open(new StoreKey("k"), ByteRange.of(0, 10)).orElseThrow()) {
      bytes(value, 0, 10);
      setLarge("k", SIZE);
      assertThatThrownBy(() -> bytes(value, 100_000, 10))
          .isInstanceOf(StorageException.class)
          .hasMessage(
              server.url()
                  + ": k: cannot be read: it was changed on the server while it was read; read it"
                  + " again once nobody writes");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"other\"", "W/\"other\"", ""})
  void versionsAreNotMixedWhereAServerKnowsNoConditions(String tag) {
    setLarge("k", SIZE);

    try (StoredValue value = store.open(new StoreKey("k"), ByteRange.of(0, 10)).orElseThrow()) {
      server.always(new Fault.Headers(Map.of("ETag", tag)));
      assertThatThrownBy(() -> bytes(value, 100_000, 10))
          .hasMessageContaining("it was changed on the server while it was read");
    }
  }

  @Test
  void versionsAreNotMixedWhereABodyBreaksOffAndTheValueIsReplaced() {
    setLarge("k", SIZE);
    server.at(1, new Fault.BreakAfter(1_000_000));
    server.at(2, new Fault.Before(() -> set("k", "x".repeat(SIZE))));

    assertThatThrownBy(this::readAll)
        .hasMessageContaining("it was changed on the server while it was read");
  }

  @Test
  void aValueThatIsRemovedWhileItIsOpenIsNoShorterOne() {
    setLarge("k", SIZE);

    try (StoredValue value = store.open(new StoreKey("k"), ByteRange.of(0, 10)).orElseThrow()) {
      values.erase(new StoreKey("k"));
      assertThatThrownBy(() -> bytes(value, 100_000, 10))
          .hasMessageContaining("it was changed on the server while it was read");
      set("k", "shorter");
      assertThatThrownBy(() -> bytes(value, 100_000, 10))
          .hasMessageContaining("it was changed on the server while it was read");
    }
  }

  @Test
  void whoeverIsInterruptedStopsReading() throws Exception {
    setLarge("k", SIZE);
    server.always(new Fault.StallAfter(100_000));
    try (StoredValue value = open("k")) {
      Thread reader = Thread.currentThread();
      server.heal().at(1, new Fault.StallAfter(0));
      Thread waking = new Thread(reader::interrupt);
      waking.start();
      assertThatThrownBy(() -> bytes(value, 0, SIZE)).isInstanceOf(CancelledException.class);
      assertThat(Thread.interrupted()).isTrue();
      waking.join();
    }
  }

  @Test
  void noThreadOutlivesTheStore() throws InterruptedException {
    setLarge("k", SIZE);
    server.at(1, new Fault.StallAfter(1_000_000));
    StoredValue stalled = open("k");

    store.close();

    assertThatThrownBy(() -> stalled.read(0, ByteBuffer.allocate(SIZE)))
        .isInstanceOf(RuntimeException.class);
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals("espalier-http")) {
        thread.join(10_000);
        assertThat(thread.isAlive()).isFalse();
      }
    }
  }

  @Test
  void severalThreadsReadAtOnce() throws Exception {
    byte[] all = setLarge("k", SIZE);
    ExecutorService pool = Executors.newFixedThreadPool(8);
    try (StoredValue value = open("k")) {
      value.expect(
          IntStream.range(0, 300).mapToObj(i -> new ByteRange.Span(i * 10_000L, 5_000)).toList());
      List<Future<byte[]>> parts =
          IntStream.range(0, 300)
              .mapToObj(i -> pool.submit(() -> bytes(value, i * 10_000L, 5_000)))
              .toList();
      for (int i = 0; i < parts.size(); i++) {
        assertThat(parts.get(i).get())
            .isEqualTo(Arrays.copyOfRange(all, i * 10_000, i * 10_000 + 5_000));
      }
    } finally {
      pool.shutdownNow();
    }
  }
}
