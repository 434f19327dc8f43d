package dev.espalier.hdf5.internal.array;

import dev.espalier.hdf5.internal.file.Fields;
import dev.espalier.hdf5.internal.file.FileBytes;
import dev.espalier.model.error.CorruptException;
import java.nio.ByteBuffer;

/**
 * Puts the entries of a fixed or an extensible array into a table.
 *
 * <p>An entry is an address; where chunks are filtered, size and mask follow it.
 */
final class ChunkEntries {
  private static final int MASK_WIDTH = 4;

  private final FileBytes file;
  private final int chunkBytes;
  private final ArrayIndexOrder order;
  private final HashedChunkTable table;
  private final boolean filtered;
  private final int entrySize;
  private long next;

  /**
   * Entries of one array.
   *
   * @param client 1 where chunks are filtered, else 0
   * @param entrySize how many bytes an entry takes
   */
  ChunkEntries(
      FileBytes file,
      int chunkBytes,
      ArrayIndexOrder order,
      HashedChunkTable table,
      int client,
      int entrySize) {
    int sizeWidth = entrySize - file.addressWidth() - MASK_WIDTH;
    boolean fits =
        client == 1 ? sizeWidth >= 1 && sizeWidth <= 8 : entrySize == file.addressWidth();
    if (client > 1 || !fits) {
      throw new CorruptException("a chunk index with entries of " + entrySize + " bytes");
    }
    this.file = file;
    this.chunkBytes = chunkBytes;
    this.order = order;
    this.table = table;
    this.filtered = client == 1;
    this.entrySize = entrySize;
  }

  int entrySize() {
    return entrySize;
  }

  /** Takes the next entries. */
  void take(ByteBuffer entries, long count) {
    for (long i = 0; i < count; i++) {
      long address = Fields.address(entries, file.addressWidth());
      long size = chunkBytes;
      int mask = 0;
      if (filtered) {
        size = Fields.unsigned(entries, entrySize - file.addressWidth() - MASK_WIDTH);
        mask = entries.getInt();
      }
      table.add(order.position(next), new StoredChunk(address, size, mask));
      next++;
    }
  }

  /** Goes to the entry of a number: those between were never written. */
  void seek(long number) {
    next = number;
  }
}
