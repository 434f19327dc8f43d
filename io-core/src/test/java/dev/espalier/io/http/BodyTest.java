package dev.espalier.io.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Flow;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** When a body counts as whole, as too slow, or as worth finishing. */
@Timeout(60) // who waits for ever, or for the hours of a clock that nobody moves
class BodyTest {
  private static final Duration PATIENCE = Duration.ofHours(25);

  private final AtomicLong nanos = new AtomicLong();
  private final AtomicBoolean stopped = new AtomicBoolean();

  /** A body whose clock goes on only where a test says so. */
  private final Body body = body(nanos::get);

  private Body body(LongSupplier clock) {
    Body begun = new Body("http://a", PATIENCE, ended -> {}, clock);
    begun.onSubscribe(
        new Flow.Subscription() {
          @Override
          public void request(long count) {}

          @Override
          public void cancel() {
            stopped.set(true);
          }
        });
    return begun;
  }

  /** One whose clock goes on by an hour each time that it is waited for something. */
  private Body slowBody() {
    return body(() -> nanos.getAndAdd(Duration.ofHours(1).toNanos()));
  }

  private static void comes(Body body, int bytes) {
    body.onNext(List.of(ByteBuffer.allocate(bytes)));
  }

  private static boolean read(Body body) throws IOException {
    return body.read(ByteBuffer.allocate(1 << 20));
  }

  @Test
  void aBodyEndsWhereItEnds() throws IOException {
    comes(body, 10);
    body.onComplete();

    assertThat(read(body)).isTrue();
    assertThat(read(body)).isFalse();
    body.close();
    assertThat(read(body)).as("it came whole").isFalse();
  }

  @Test
  void aBodyThatIsClosedBeforeItsEndDoesNotEnd() throws IOException {
    comes(body, 10);
    assertThat(read(body)).isTrue();
    body.close();

    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> read(body)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void aBodyThatBreaksOffDoesNotEnd() {
    body.onError(new IOException("reset"));

    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> read(body)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void aValueOfUnknownLengthIsNotWholeWhereItsStoreIsClosed() {
    HttpOptions options = HttpOptions.defaults();
    StoreUrl url = StoreUrl.parse("http://a");
    try (Transport transport = new Transport(url, options)) {
      Resource resource =
          new Resource(
              "http://a: k",
              URI.create("http://a/k"),
              transport,
              options,
              new ServerRanges(),
              new KeptValues(1_000));
      comes(body, 10);
      body.close();

      assertThatThrownBy(() -> UnsizedValue.read(resource, chunked()))
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void aBodyThatDripsIsTooSlowEvenIfNoTwoBytesAreFarApart() throws IOException {
    Body slow = slowBody();
    for (int i = 0; i < 25; i++) {
      comes(slow, 1);
      assertThat(read(slow)).isTrue();
    }

    assertThatThrownBy(() -> read(slow))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(HttpTimeoutException.class)
        .hasMessage(
            "the server sends too slowly: 25 bytes in 90000000 ms, expected 32768 or the end; give"
                + " it more time, or read a copy");
    assertThat(stopped).isTrue();
  }

  @Test
  void whatComesFastEnoughIsWaitedForAsLongAsItComes() throws Exception {
    Body slow = slowBody();
    for (int i = 0; i < 100; i++) {
      comes(slow, 2_000);
      assertThat(read(slow)).isTrue();
    }

    assertThat(readWhatComesLater(slow)).isTrue();
  }

  @Test
  void whoeverReadsSlowlyIsNoSlowServer() throws Exception {
    for (int i = 0; i < 4; i++) {
      comes(body, 10);
      nanos.addAndGet(PATIENCE.toNanos());
      assertThat(read(body)).isTrue();
    }

    assertThat(readWhatComesLater(body)).isTrue();
  }

  /** Reads on a thread, and lets something come when that waits. */
  private static boolean readWhatComesLater(Body body) throws Exception {
    FutureTask<Boolean> reading = new FutureTask<>(() -> read(body));
    Thread reader = new Thread(reading);
    reader.start();
    while (reader.getState() != Thread.State.TIMED_WAITING && !reading.isDone()) {
      Thread.onSpinWait();
    }
    comes(body, 10);
    return reading.get();
  }

  @Test
  void aShortPageThatMarksItsEndIsFinishedSoThatTheConnectionIsUsedAgain() {
    comes(body, 100);
    body.onComplete();

    chunked().close();

    assertThat(stopped).isFalse();
  }

  @Test
  void aLongPageThatMarksItsEndIsNotReadToIt() {
    comes(body, 100_000);

    chunked().close();

    assertThat(stopped).isTrue();
  }

  private Answer chunked() {
    Map<String, List<String>> headers = Map.of("Transfer-Encoding", List.of("chunked"));
    return new Answer(Answer.NOT_FOUND, HttpHeaders.of(headers, (name, value) -> true), body);
  }
}
