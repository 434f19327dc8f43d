package dev.espalier.testkit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.io.codec.ByteRange;
import dev.espalier.io.store.StoreKey;
import dev.espalier.io.store.StoredValue;
import dev.espalier.model.error.StorageException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Bodies that come too slowly, and bodies that do not end: neither is waited for for ever. */
class HttpSlowBodyTest extends HttpStoreCase {
  private static final int SIZE = 1_000_000;
  private static final Duration PAUSE = Duration.ofMillis(20);

  private byte[] readAll() {
    try (StoredValue value = open("k")) {
      return bytes(value, 0, SIZE);
    }
  }

  @Test
  void aBodyThatDripsIsAFailureEvenIfNoTwoBytesAreFarApart() {
    setLarge("k", SIZE);
    use(QUICK.withTimeouts(Duration.ofSeconds(5), Duration.ofMillis(500)));
    server.always(new Fault.DripAfter(SIZE - 300, PAUSE));
    server.at(2, new Fault.DripAfter(0, PAUSE));
    server.at(3, new Fault.DripAfter(0, PAUSE));

    assertThatThrownBy(this::readAll)
        .isInstanceOf(StorageException.class)
        .hasMessageStartingWith(server.url() + ": k: cannot be read: the server sends too slowly: ")
        .hasMessageEndingWith(
            " bytes in 500 ms, expected 32768 or the end; give it more time, or read a copy; tried"
                + " 3 times");
  }

  @Test
  void aBodyThatDripsIsContinuedByAnotherTry() {
    byte[] all = setLarge("k", SIZE);
    use(QUICK.withTimeouts(Duration.ofSeconds(5), Duration.ofMillis(500)));
    server.at(1, new Fault.DripAfter(SIZE - 300, PAUSE));

    assertThat(readAll()).isEqualTo(all);

    assertThat(server.requests()).hasSize(2);
    assertThat(server.requests().get(1).range().orElseThrow()).matches("bytes=9\\d{5}-999999");
  }

  @Test
  void whoeverReadsSlowlyIsNoSlowServer() throws InterruptedException {
    byte[] all = setLarge("k", SIZE);
    use(QUICK.withTimeouts(Duration.ofSeconds(5), Duration.ofMillis(500)));

    try (StoredValue value = open("k")) {
      for (int offset = 0; offset < 40; offset += 10) {
        Thread.sleep(200);
        assertThat(bytes(value, offset, 10))
            .isEqualTo(Arrays.copyOfRange(all, offset, offset + 10));
      }
    }
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void whatFollowsAPartIsNotReadWithoutEnd() {
    byte[] all = setLarge("k", SIZE);
    AtomicLong sent = new AtomicLong();
    server.at(1, new Fault.GoOn(256 << 20, sent));

    try (StoredValue value = store.open(new StoreKey("k"), ByteRange.of(10, 5)).orElseThrow()) {
      assertThat(bytes(value, 10, 5)).isEqualTo(Arrays.copyOfRange(all, 10, 15));
    }

    assertThat(sent)
        .as("what fits into the connection, and little more")
        .hasValueLessThan(64 << 20);
    assertThat(readAll()).isEqualTo(all);
  }

  @Test
  void whatDripsAfterAPartIsNotWaitedForToItsEnd() {
    byte[] all = setLarge("k", SIZE);
    AtomicLong sent = new AtomicLong();
    server.at(1, new Fault.GoOn(500, sent)).always(new Fault.DripAfter(SIZE, PAUSE));

    try (StoredValue value = store.open(new StoreKey("k"), ByteRange.of(10, 5)).orElseThrow()) {
      assertThat(bytes(value, 10, 5)).isEqualTo(Arrays.copyOfRange(all, 10, 15));
    }

    assertThat(sent).hasValueLessThan(500);
  }
}
