package dev.espalier.hdf5.internal.array;

import dev.espalier.hdf5.internal.array.DataLayout.Chunked;
import dev.espalier.hdf5.internal.file.BTree1;
import dev.espalier.hdf5.internal.file.BTree2;
import dev.espalier.hdf5.internal.file.Fields;
import dev.espalier.hdf5.internal.file.FileBytes;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.shape.ChunkIndex;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.shape.Tiling;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.BiFunction;

/** Reads the index of a chunked dataset, of whichever kind it is. */
final class ChunkIndexes {
  private final FileBytes file;
  private final Extents extents;
  private final Chunked layout;
  private final int chunkBytes;
  private final HashedChunkTable table;

  private ChunkIndexes(FileBytes file, Extents extents, Chunked layout, int chunkBytes) {
    this.file = file;
    this.extents = extents;
    this.layout = layout;
    this.chunkBytes = chunkBytes;
    this.table = new HashedChunkTable(Tiling.of(extents.shape(), layout.chunk()).gridShape());
  }

  /** The table of a dataset's chunks. */
  static ChunkTable load(FileBytes file, Extents extents, Chunked layout, int chunkBytes) {
    return new ChunkIndexes(file, extents, layout, chunkBytes).load();
  }

  private ChunkTable load() {
    if (layout.address() == Fields.UNDEFINED) {
      return table;
    }
    int rank = layout.chunk().rank();
    switch (layout.index()) {
      case SINGLE -> {
        long size = layout.single().size() < 0 ? chunkBytes : layout.single().size();
        int mask = layout.single().filterMask();
        table.add(new long[rank], new StoredChunk(layout.address(), size, mask));
      }
      case IMPLICIT -> {
        return this::implicit;
      }
      case BTREE_1 -> {
        int keyLength = 8 + 8 * (rank + 1);
        BTree1.walk(file, layout.address(), 1, keyLength, this::addKey);
      }
      case BTREE_2 -> BTree2.walk(file, layout.address(), this::addRecord);
      case FIXED_ARRAY -> FixedArray.read(file, layout.address(), entries());
      case EXTENSIBLE_ARRAY -> ExtensibleArray.read(file, layout.address(), entries());
    }
    return table;
  }

  private BiFunction<Integer, Integer, ChunkEntries> entries() {
    ArrayIndexOrder order = new ArrayIndexOrder(extents, layout.chunk());
    return (client, entrySize) ->
        new ChunkEntries(file, chunkBytes, order, table, client, entrySize);
  }

  private Optional<StoredChunk> implicit(ChunkIndex index) {
    long[] position = new long[index.rank()];
    for (int d = 0; d < position.length; d++) {
      position[d] = index.at(d);
    }
    long number = new ArrayIndexOrder(extents, layout.chunk()).number(position);
    long address = Math.addExact(layout.address(), Math.multiplyExact(number, chunkBytes));
    return Optional.of(new StoredChunk(address, chunkBytes, 0));
  }

  private void addKey(ByteBuffer key, long child) {
    long size = Fields.unsigned(key, 4);
    int mask = key.getInt();
    Shape chunk = layout.chunk();
    long[] position = new long[chunk.rank()];
    for (int d = 0; d < position.length; d++) {
      long start = Fields.unsigned(key, 8);
      if (start % chunk.extent(d) != 0) {
        throw new CorruptException("a chunk that starts at " + start + ", between two others");
      }
      position[d] = start / chunk.extent(d);
    }
    table.add(position, new StoredChunk(child, size, mask));
  }

  private void addRecord(ByteBuffer entry) {
    int rank = layout.chunk().rank();
    long address = Fields.address(entry, file.addressWidth());
    long size = chunkBytes;
    int mask = 0;
    int filtered = entry.remaining() - 8 * rank;
    if (filtered > 0) {
      size = Fields.unsigned(entry, filtered - 4);
      mask = entry.getInt();
    }
    long[] position = new long[rank];
    for (int d = 0; d < rank; d++) {
      position[d] = Fields.unsigned(entry, 8);
    }
    table.add(position, new StoredChunk(address, size, mask));
  }
}
