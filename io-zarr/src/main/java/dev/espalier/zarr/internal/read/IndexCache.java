package dev.espalier.zarr.internal.read;

import dev.espalier.model.shape.ChunkIndex;
import dev.espalier.zarr.codec.ShardIndex;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Optional;

/**
 * Indexes of shards of one open hierarchy, those last used, up to a bound: with its index at hand,
 * an inner chunk is read at once.
 *
 * <p>Safe for use by several threads at once.
 */
final class IndexCache {
  private static final long MOST_BYTES = 32L << 20;
  private static final long LARGEST_SHARE_OF_HEAP = 32;

  /** What an index takes beside its numbers: it may have few. */
  private static final int BYTES_BESIDE_NUMBERS = 256;

  private final LinkedHashMap<Key, Known> recent = new LinkedHashMap<>(16, 0.75f, true);
  private final long bound;
  private long bytes;

  /** A shard of an array. */
  record Key(ArrayIdentity array, ChunkIndex shard) {}

  /**
   * What is known of a shard.
   *
   * @param version of the bytes that the index was read from
   * @param index the index
   */
  record Known(String version, ShardIndex index) {
    private long memory() {
      return BYTES_BESIDE_NUMBERS + index.memory();
    }
  }

  IndexCache() {
    this(Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() / LARGEST_SHARE_OF_HEAP));
  }

  IndexCache(long bound) {
    this.bound = bound;
  }

  synchronized Optional<Known> get(Key key) {
    return Optional.ofNullable(recent.get(key));
  }

  synchronized void put(Key key, Known known) {
    if (known.memory() > bound) {
      return;
    }
    Known before = recent.put(key, known);
    bytes += known.memory() - (before == null ? 0 : before.memory());
    Iterator<Known> eldest = recent.values().iterator();
    while (bytes > bound && eldest.hasNext()) {
      bytes -= eldest.next().memory();
      eldest.remove();
    }
  }

  synchronized void clear() {
    recent.clear();
    bytes = 0;
  }
}
