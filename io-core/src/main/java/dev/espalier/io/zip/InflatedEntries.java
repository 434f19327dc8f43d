package dev.espalier.io.zip;

import dev.espalier.model.error.CancelledException;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/**
 * The deflated entries that were last read in parts, inflated, up to a bound: the next part is not
 * to cost the whole entry again, nor once for each of those who read it at the same time.
 *
 * <p>Safe for use by several threads at once.
 */
final class InflatedEntries {
  private static final long MOST_BYTES = 64L << 20;
  private static final long LARGEST_SHARE_OF_HEAP = 16;

  /** Each takes some memory beside its bytes. */
  private static final int MOST_ENTRIES = 4_096;

  private final LinkedHashMap<Integer, ByteBuffer> recent = new LinkedHashMap<>(16, 0.75f, true);

  /** What is being inflated by somebody; it becomes nothing if that fails. */
  private final Map<Integer, CompletableFuture<Optional<ByteBuffer>>> coming =
      new ConcurrentHashMap<>();

  private final long bound;
  private long bytes;

  InflatedEntries() {
    this(Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() / LARGEST_SHARE_OF_HEAP));
  }

  /** Entries of so many bytes in all. */
  InflatedEntries(long bound) {
    this.bound = bound;
  }

  /**
   * The bytes of the entry in that place of the index, which nobody changes: those that are kept or
   * that somebody else inflates now, else what is inflated here.
   *
   * @param where what a message calls the entry
   * @throws CancelledException if the thread is interrupted while it waits for somebody else
   */
  ByteBuffer get(int place, String where, Supplier<ByteBuffer> inflate) {
    Optional<ByteBuffer> bytes = get(place);
    while (bytes.isEmpty()) {
      CompletableFuture<Optional<ByteBuffer>> mine = new CompletableFuture<>();
      CompletableFuture<Optional<ByteBuffer>> other = coming.putIfAbsent(place, mine);
      // Where somebody else fails, the next one finds out why.
      bytes = other == null ? inflate(place, inflate, mine) : await(other, where);
    }
    return bytes.get();
  }

  private Optional<ByteBuffer> inflate(
      int place, Supplier<ByteBuffer> inflate, CompletableFuture<Optional<ByteBuffer>> mine) {
    Optional<ByteBuffer> bytes = Optional.empty();
    try {
      bytes = get(place); // somebody may just have finished
      if (bytes.isEmpty()) {
        bytes = Optional.of(inflate.get());
        put(place, bytes.get());
      }
      return bytes;
    } finally {
      coming.remove(place);
      mine.complete(bytes);
    }
  }

  private static Optional<ByteBuffer> await(
      CompletableFuture<Optional<ByteBuffer>> other, String where) {
    try {
      return other.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException(where + "is being inflated; waiting for it was interrupted", e);
    } catch (ExecutionException e) {
      throw new AssertionError("it never fails by itself", e);
    }
  }

  /** The bytes of the entry in that place of the index, if they are kept; nobody changes them. */
  synchronized Optional<ByteBuffer> get(int place) {
    return Optional.ofNullable(recent.get(place));
  }

  /** Keeps the bytes of an entry, unless they are too many; others may have to go for them. */
  synchronized void put(int place, ByteBuffer inflated) {
    if (inflated.capacity() > bound) {
      return;
    }
    ByteBuffer before = recent.put(place, inflated);
    bytes += inflated.capacity() - (before == null ? 0 : before.capacity());
    Iterator<ByteBuffer> eldest = recent.values().iterator();
    while (bytes > bound || recent.size() > MOST_ENTRIES) {
      bytes -= eldest.next().capacity();
      eldest.remove();
    }
  }

  synchronized void clear() {
    recent.clear();
    bytes = 0;
  }
}
