package dev.espalier.io.http;

import dev.espalier.model.error.CancelledException;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer, read while it comes: only a few pieces of it are in memory, however long
 * it is. One thread at a time reads it.
 */
final class Body implements BodySubscriber<Body>, AutoCloseable {
  /** How many pieces may have come that nobody has read, each of up to 16 KiB. */
  private static final int AHEAD = 8;

  /** Up to so many bytes are read to the end, so that the connection can be used again. */
  private static final int WORTH_FINISHING = 64 << 10;

  private static final long FINISHING_NANOS = TimeUnit.SECONDS.toNanos(1);

  /**
   * What has to come within the time that a server has, in bytes, or the end: 1 KiB/s if that are
   * 30 s. A byte now and then would else keep whoever reads for ever.
   */
  private static final int LEAST = 32 << 10;

  private final String store;
  private final Duration patience;
  private final Consumer<Body> whenEnded;
  private final LongSupplier nanoClock;
  private final BlockingQueue<Part> arrived = new LinkedBlockingQueue<>();
  private volatile Flow.@Nullable Subscription subscription;
  private Iterator<ByteBuffer> pieces = List.<ByteBuffer>of().iterator();
  private ByteBuffer piece = ByteBuffer.allocate(0);
  private volatile boolean ended;

  /** Whether it ended before its end, so that what was read is not all of it. */
  private volatile boolean brokenOff;

  /** For how long it was waited for the bytes that came last. */
  private long waitedNanos;

  /** How many bytes came in that time. */
  private long cameMeanwhile;

  /**
   * What came.
   *
   * @param pieces some bytes
   * @param isEnd whether nothing follows
   * @param failure why it is the end, if it was not to be
   */
  private record Part(List<ByteBuffer> pieces, boolean isEnd, Optional<Throwable> failure) {}

  /**
   * A body that is to come.
   *
   * @param store where it comes from, for messages
   * @param patience how long whoever reads waits in all until 32 KiB or the end have come, and then
   *     for the next 32 KiB; the time between two reads does not count
   * @param whenEnded is told when nothing more comes
   * @param nanoClock tells the time as {@link System#nanoTime} does
   */
  Body(String store, Duration patience, Consumer<Body> whenEnded, LongSupplier nanoClock) {
    this.store = store;
    this.patience = patience;
    this.whenEnded = whenEnded;
    this.nanoClock = nanoClock;
  }

  @Override
  public CompletionStage<Body> getBody() {
    return CompletableFuture.completedFuture(this);
  }

  @Override
  public void onSubscribe(Flow.Subscription granted) {
    subscription = granted;
    if (ended) {
      granted.cancel();
    } else {
      granted.request(AHEAD);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> bytes) {
    arrived.add(new Part(bytes, false, Optional.empty()));
  }

  @Override
  public void onError(Throwable failure) {
    arrived.add(new Part(List.of(), true, Optional.of(failure)));
    whenEnded.accept(this);
  }

  @Override
  public void onComplete() {
    arrived.add(new Part(List.of(), true, Optional.empty()));
    whenEnded.accept(this);
  }

  /**
   * Reads what is there into a buffer, and waits for it if there is nothing.
   *
   * @return false at the end of the body
   * @throws IOException if the body breaks, does not come, or was closed before its end
   */
  boolean read(ByteBuffer into) throws IOException {
    if (!awaitPiece()) {
      return false;
    }
    while (into.hasRemaining() && (piece.hasRemaining() || pieces.hasNext())) {
      if (!piece.hasRemaining()) {
        piece = pieces.next();
      }
      int count = Math.min(into.remaining(), piece.remaining());
      into.put(into.position(), piece, piece.position(), count);
      into.position(into.position() + count);
      piece.position(piece.position() + count);
    }
    return true;
  }

  /**
   * Throws bytes away.
   *
   * @return how many were there, at least one
   * @throws IOException if the body breaks, ends, or does not come
   */
  long skip(long most) throws IOException {
    if (!awaitPiece()) {
      throw new IOException("the answer ended too early");
    }
    int count = (int) Math.min(most, piece.remaining());
    piece.position(piece.position() + count);
    return count;
  }

  /** Whether there is a piece with something in it, and not the end; waits for it. */
  private boolean awaitPiece() throws IOException {
    while (!hasPiece() && !ended) {
      long began = nanoClock.getAsLong();
      boolean came = next(patience.toNanos() - waitedNanos);
      waitedNanos += nanoClock.getAsLong() - began;
      if (!came) {
        close(); // what is too slow to be read is too slow to be finished
        throw tooSlow();
      }
      if (cameMeanwhile >= LEAST) {
        cameMeanwhile = 0;
        waitedNanos = 0;
      }
    }
    if (hasPiece()) {
      return true;
    }
    if (brokenOff) {
      throw new IOException("the answer was closed before its end");
    }
    return false;
  }

  private IOException tooSlow() {
    if (cameMeanwhile == 0) {
      return new IOException(
          "the server stopped sending: nothing came for " + patience.toMillis() + " ms");
    }
    return new IOException(
        "the server sends too slowly: "
            + cameMeanwhile
            + " bytes in "
            + patience.toMillis()
            + " ms, expected "
            + LEAST
            + " or the end; give it more time, or read a copy");
  }

  private boolean hasPiece() {
    while (!piece.hasRemaining() && pieces.hasNext()) {
      piece = pieces.next();
    }
    return piece.hasRemaining();
  }

  /** Takes what came next; false if nothing did in time. */
  private boolean next(long nanos) throws IOException {
    Part part = poll(nanos);
    if (part == null) {
      return false;
    }
    if (part.failure().isPresent()) {
      brokenOff = true;
      ended = true;
      throw new IOException("the answer broke off", part.failure().get());
    }
    ended = part.isEnd();
    part.pieces().forEach(bytes -> cameMeanwhile += bytes.remaining());
    pieces = part.pieces().iterator();
    Flow.Subscription granted = subscription;
    if (!ended && granted != null) {
      granted.request(1);
    }
    return true;
  }

  private @Nullable Part poll(long nanos) {
    try {
      return arrived.poll(nanos, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      close();
      Thread.currentThread().interrupt();
      throw new CancelledException(store + ": reading was interrupted", e);
    }
  }

  /**
   * Reads the rest if it is short, else stops it; whatever was said of the rest, no more is read
   * than is worth it.
   *
   * @param left how many bytes the rest has at least, as far as is known
   */
  void finish(long left) {
    try (this) {
      if (left <= WORTH_FINISHING && !Thread.currentThread().isInterrupted()) {
        drain();
      }
    } catch (IOException e) {
      ended = true; // nobody wants the rest
    }
  }

  private void drain() throws IOException {
    long until = nanoClock.getAsLong() + FINISHING_NANOS;
    long drained = 0;
    boolean more = true;
    while (more && drained <= WORTH_FINISHING) {
      while (hasPiece()) {
        drained += piece.remaining();
        piece.position(piece.limit());
      }
      more = !ended && next(until - nanoClock.getAsLong());
    }
  }

  /** Stops it, unless it came whole; another thread may do so. */
  @Override
  public void close() {
    if (!ended) {
      brokenOff = true;
      ended = true;
      Flow.Subscription granted = subscription;
      if (granted != null) {
        granted.cancel();
      }
      arrived.add(new Part(List.of(), true, Optional.of(new IOException("it was closed"))));
      whenEnded.accept(this);
    }
  }
}
