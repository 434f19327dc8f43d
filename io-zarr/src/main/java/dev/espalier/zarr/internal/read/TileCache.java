package dev.espalier.zarr.internal.read;

import dev.espalier.model.data.Block;
import dev.espalier.model.shape.ChunkIndex;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Optional;

/**
 * Decoded chunks of one open hierarchy, those last used, up to a bound: whoever reads in boxes that
 * do not fit the chunks needs each of them several times.
 *
 * <p>With each stands the version of the bytes that it was decoded from, as the store told it. What
 * comes from a value without a version is not kept, since nobody could tell that it was replaced.
 *
 * <p>Safe for use by several threads at once. The blocks in it are not to be changed.
 */
final class TileCache {
  private static final long MOST_BYTES = 256L << 20;
  private static final long LARGEST_SHARE_OF_HEAP = 16;

  /** What a tile takes beside its elements: there may be many small ones. */
  private static final int BYTES_BESIDE_ELEMENTS = 256;

  private final LinkedHashMap<Key, Tile> recent = new LinkedHashMap<>(16, 0.75f, true);
  private final long bound;
  private long bytes;

  /** A chunk of an array, or an inner chunk of one in shards. */
  record Key(ArrayIdentity array, ChunkIndex tile) {}

  /**
   * A decoded chunk.
   *
   * @param version of the stored value that it is from
   * @param block its elements
   */
  record Tile(String version, Block block) {
    private long memory() {
      return BYTES_BESIDE_ELEMENTS + block.memory();
    }
  }

  TileCache() {
    this(Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() / LARGEST_SHARE_OF_HEAP));
  }

  TileCache(long bound) {
    this.bound = bound;
  }

  /** Whether a block of that many bytes would be kept. */
  boolean hasRoomFor(long size) {
    return size <= bound - BYTES_BESIDE_ELEMENTS;
  }

  synchronized boolean isEmpty() {
    return recent.isEmpty();
  }

  synchronized Optional<Tile> get(Key key) {
    return Optional.ofNullable(recent.get(key));
  }

  synchronized void put(Key key, Tile tile) {
    Tile before = recent.put(key, tile);
    bytes += tile.memory() - (before == null ? 0 : before.memory());
    Iterator<Tile> eldest = recent.values().iterator();
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
