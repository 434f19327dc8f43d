package dev.espalier.testkit.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.io.codec.ByteRange;
import dev.espalier.io.store.StoreKey;
import dev.espalier.io.store.StoredValue;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
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
  void aBodyThatDripsIsContinuedByAnotherTry() {
    byte[] all = setLarge("k", SIZE);
    use(QUICK.withTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(3)));
    server.at(1, new Fault.DripAfter(SIZE - 2_000, PAUSE));

    assertThat(readAll()).isEqualTo(all);

    List<ServedRequest> requests = server.requests();
    assertThat(requests).as("nobody waits for 40 s").hasSizeGreaterThan(1);
    assertThat(requests.get(requests.size() - 1).range().orElseThrow())
        .matches("bytes=9\\d{5}-999999");
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
