package dev.espalier.hdf5.internal.array;

import dev.espalier.hdf5.internal.file.Fields;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.shape.ChunkIndex;
import dev.espalier.model.shape.Shape;
import java.util.Arrays;
import java.util.Optional;

/** The chunks that were written, some 40 bytes of memory for each. */
final class HashedChunkTable implements ChunkTable {
  private static final long FREE = -1;

  private final Shape grid;
  private long[] keys = new long[16];
  private long[] addresses = new long[16];
  private int[] sizes = new int[16];
  private int[] masks = new int[16];
  private int count;

  /**
   * An empty table.
   *
   * @param grid how many chunks there are along each dimension
   */
  HashedChunkTable(Shape grid) {
    this.grid = grid;
    Arrays.fill(keys, FREE);
  }

  /** Adds a chunk, unless it was never written or lies outside of the grid. */
  void add(long[] position, StoredChunk chunk) {
    if (chunk.address() == Fields.UNDEFINED) {
      return;
    }
    for (int d = 0; d < position.length; d++) {
      if (position[d] < 0 || position[d] >= grid.extent(d)) {
        return; // Left over from before the array shrank.
      }
    }
    if (chunk.size() > Integer.MAX_VALUE) {
      throw new CorruptException("a chunk of " + chunk.size() + " bytes");
    }
    if (2 * (count + 1) > keys.length) {
      grow();
    }
    long key = linear(position);
    int slot = slot(key);
    if (keys[slot] == key) {
      throw new CorruptException("two chunks at position " + Arrays.toString(position));
    }
    put(slot, key, chunk.address(), (int) chunk.size(), chunk.filterMask());
    count++;
  }

  @Override
  public Optional<StoredChunk> find(ChunkIndex index) {
    long[] position = new long[grid.rank()];
    for (int d = 0; d < position.length; d++) {
      position[d] = index.at(d);
    }
    int slot = slot(linear(position));
    return keys[slot] == FREE
        ? Optional.empty()
        : Optional.of(new StoredChunk(addresses[slot], sizes[slot], masks[slot]));
  }

  private long linear(long[] position) {
    long linear = 0;
    for (int d = 0; d < position.length; d++) {
      linear = linear * grid.extent(d) + position[d];
    }
    return linear;
  }

  /** The slot of a key, or the free one where it belongs. */
  private int slot(long key) {
    int slot = (int) ((key * 0x9e3779b97f4a7c15L) >>> 32) & (keys.length - 1);
    while (keys[slot] != FREE && keys[slot] != key) {
      slot = (slot + 1) & (keys.length - 1);
    }
    return slot;
  }

  private void put(int slot, long key, long address, int size, int mask) {
    keys[slot] = key;
    addresses[slot] = address;
    sizes[slot] = size;
    masks[slot] = mask;
  }

  private void grow() {
    long[] oldKeys = keys;
    long[] oldAddresses = addresses;
    int[] oldSizes = sizes;
    int[] oldMasks = masks;
    int length = Math.multiplyExact(2, keys.length);
    keys = new long[length];
    Arrays.fill(keys, FREE);
    addresses = new long[length];
    sizes = new int[length];
    masks = new int[length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != FREE) {
        put(slot(oldKeys[i]), oldKeys[i], oldAddresses[i], oldSizes[i], oldMasks[i]);
      }
    }
  }
}
