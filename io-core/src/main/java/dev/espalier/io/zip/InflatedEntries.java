package dev.espalier.io.zip;

import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Optional;

/**
 * The deflated entries that were last read in parts, inflated, up to a bound: the next part is not
 * to cost the whole entry again.
 *
 * <p>Safe for use by several threads at once.
 */
final class InflatedEntries {
  private static final long MOST_BYTES = 64L << 20;
  private static final long LARGEST_SHARE_OF_HEAP = 16;

  private final LinkedHashMap<Integer, ByteBuffer> recent = new LinkedHashMap<>(16, 0.75f, true);
  private final long bound;
  private long bytes;

  InflatedEntries() {
    this(Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() / LARGEST_SHARE_OF_HEAP));
  }

  /** Entries of so many bytes in all. */
  InflatedEntries(long bound) {
    this.bound = bound;
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
    while (bytes > bound) {
      bytes -= eldest.next().capacity();
      eldest.remove();
    }
  }

  synchronized void clear() {
    recent.clear();
    bytes = 0;
  }
}
