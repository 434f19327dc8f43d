package dev.espalier.testkit.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import dev.espalier.io.codec.ByteRange;
import dev.espalier.io.store.ReadableStore;
import dev.espalier.io.store.StoreKey;
import dev.espalier.io.store.StoredValue;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** One answer of a {@link TestServer}. */
final class Reply {
  private static final int PIECE = 64 << 10;
  private static final int NO_BODY = -1;

  private final HttpExchange exchange;
  private final ReadableStore store;
  private final CountDownLatch closing;
  private boolean ignoresRange;
  private boolean ignoresEnd;
  private boolean isChunked;
  private boolean stalls;
  private long sent = Long.MAX_VALUE;
  private Optional<Fault.DripAfter> drip = Optional.empty();
  private Fault.GoOn excess = new Fault.GoOn(0, new AtomicLong());
  private Map<String, String> otherHeaders = Map.of();

  Reply(HttpExchange exchange, ReadableStore store, CountDownLatch closing) {
    this.exchange = exchange;
    this.store = store;
    this.closing = closing;
  }

  /**
   * Answers, unless there is to be no whole answer.
   *
   * @throws IOException if the connection is to be broken off
   */
  void send(List<Fault> faults) throws IOException {
    for (Fault fault : faults) {
      if (!prepare(fault)) {
        return;
      }
    }
    String path = exchange.getRequestURI().getPath().substring(1);
    Optional<StoredValue> found =
        StoreKey.problemWith(path).isPresent()
            ? Optional.empty()
            : store.open(new StoreKey(path), ByteRange.of(0, 0));
    if (found.isEmpty()) {
      sendStatus(404, Map.of());
      return;
    }
    try (StoredValue value = found.get()) {
      send(value);
    }
  }

  /** False if that was the answer. */
  private boolean prepare(Fault fault) throws IOException {
    if (fault instanceof Fault.Status status) {
      sendStatus(status.code(), status.headers());
      return false;
    }
    if (fault instanceof Fault.NoAnswer) {
      throw new IOException("broken off on purpose");
    }
    if (fault instanceof Fault.BreakAfter broken) {
      sent = broken.bytes();
    } else if (fault instanceof Fault.StallAfter stalled) {
      sent = stalled.bytes();
      stalls = true;
    } else if (fault instanceof Fault.DripAfter dripping) {
      drip = Optional.of(dripping);
    } else if (fault instanceof Fault.GoOn goingOn) {
      excess = goingOn;
    } else if (fault instanceof Fault.Headers wrong) {
      otherHeaders = wrong.headers();
    } else if (fault instanceof Fault.Before before) {
      before.action().run();
    }
    ignoresRange |= fault instanceof Fault.IgnoreRange;
    ignoresEnd |= fault instanceof Fault.IgnoreEnd;
    isChunked |= fault instanceof Fault.Chunked || fault instanceof Fault.GoOn;
    return true;
  }

  private void sendStatus(int status, Map<String, String> headers) throws IOException {
    byte[] page = ("status " + status).getBytes(UTF_8);
    headers.forEach(exchange.getResponseHeaders()::set);
    boolean hasBody = status != 304;
    exchange.sendResponseHeaders(status, hasBody ? page.length : NO_BODY);
    if (hasBody) {
      exchange.getResponseBody().write(page);
    }
  }

  private void send(StoredValue value) throws IOException {
    String tag =
        "\"" + value.version().map(v -> Integer.toHexString(v.hashCode())).orElse("") + "\"";
    Headers asked = exchange.getRequestHeaders();
    exchange.getResponseHeaders().set("ETag", tag);
    String otherTag = otherHeaders.getOrDefault("ETag", tag);
    if (otherTag.equals(asked.getFirst("If-None-Match")) || isNoLater(asked)) {
      sendStatus(304, otherHeaders);
    } else if (!otherTag.equals(asked.getOrDefault("If-Match", List.of(otherTag)).get(0))) {
      sendStatus(412, otherHeaders);
    } else {
      sendBytes(value, AskedRange.of(range(asked), value.size()));
    }
  }

  /**
   * What was changed before the time that is asked for counts as unchanged, as most servers say.
   */
  private boolean isNoLater(Headers asked) {
    String since = asked.getFirst("If-Modified-Since");
    String changed = otherHeaders.get("Last-Modified");
    return since != null && changed != null && !time(changed).isAfter(time(since));
  }

  private static ZonedDateTime time(String text) {
    return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
  }

  private Optional<String> range(Headers asked) {
    Optional<String> range = Optional.ofNullable(asked.getFirst("Range"));
    boolean ignores = ignoresRange || (ignoresEnd && range.orElse("").startsWith("bytes=-"));
    return ignores ? Optional.empty() : range;
  }

  private void sendBytes(StoredValue value, AskedRange range) throws IOException {
    if (range.isUnsatisfiable()) {
      exchange.getResponseHeaders().set("Content-Range", "bytes */" + value.size());
      sendStatus(416, otherHeaders);
      return;
    }
    if (range.isPart()) {
      exchange.getResponseHeaders().set("Content-Range", range.in(value.size()));
    }
    otherHeaders.forEach(this::setOrRemove);
    long length = range.end() - range.start();
    long announced = length == 0 ? NO_BODY : isChunked ? 0 : length;
    exchange.sendResponseHeaders(range.isPart() ? 206 : 200, announced);
    if (length > 0) {
      copy(value, range.start(), Math.min(length, sent));
      if (sent < length) {
        if (stalls) {
          awaitClosing();
        }
        throw new IOException("broken off on purpose");
      }
      goOn();
    }
  }

  private void setOrRemove(String name, String text) {
    if (text.isEmpty()) {
      exchange.getResponseHeaders().remove(name);
    } else {
      exchange.getResponseHeaders().set(name, text);
    }
  }

  // Closing it would end the body as if it were whole.
  @SuppressWarnings("resource")
  private void copy(StoredValue value, long start, long length) throws IOException {
    OutputStream body = exchange.getResponseBody();
    long atOnce = Math.min(length, drip.map(Fault.DripAfter::bytes).orElse(Long.MAX_VALUE));
    for (long done = 0; done < length; ) {
      long left = done < atOnce ? atOnce - done : 1;
      byte[] piece = new byte[(int) Math.min(PIECE, left)];
      value.read(start + done, ByteBuffer.wrap(piece));
      if (done >= atOnce) {
        pause();
      }
      body.write(piece);
      body.flush();
      done += piece.length;
    }
    body.flush();
  }

  @SuppressWarnings("resource")
  private void goOn() throws IOException {
    OutputStream body = exchange.getResponseBody();
    byte[] piece = new byte[drip.isPresent() ? 1 : PIECE];
    while (excess.sent().get() < excess.bytes()) {
      pause();
      body.write(piece);
      body.flush();
      excess.sent().addAndGet(piece.length);
    }
  }

  private void pause() throws IOException {
    try {
      Duration time = drip.map(Fault.DripAfter::pause).orElse(Duration.ZERO);
      if (closing.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new IOException("the server is closed");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // no pause would be one from now on
      throw new InterruptedIOException("the server is closed");
    }
  }

  private void awaitClosing() {
    try {
      closing.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
