package dev.espalier.hdf5.internal.array;

import dev.espalier.hdf5.internal.file.Fields;
import dev.espalier.hdf5.internal.file.FileBytes;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.shape.ChunkIndex;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.shape.Tiling;

/**
 * The raw data of a contiguous dataset, cut into pieces that lie in one stretch of the file each.
 */
final class ContiguousPieces implements RawChunks {
  private static final long PIECE_BYTES = 256 << 10;

  private final FileBytes file;
  private final Tiling tiling;
  private final long address;
  private final int elementSize;

  ContiguousPieces(FileBytes file, Shape shape, long address, int elementSize) {
    this.file = file;
    this.tiling = Tiling.of(shape, piece(shape, elementSize));
    this.address = address;
    this.elementSize = elementSize;
    long length = Math.multiplyExact(shape.elementCount(), elementSize);
    if (address != Fields.UNDEFINED && length > file.available(address)) {
      throw new CorruptException(
          length
              + " bytes at address "
              + address
              + " go beyond the end of the file; it is damaged or was cut off");
    }
  }

  /** Whole rows, planes, ... as far as they are not too large. */
  private static Shape piece(Shape shape, int elementSize) {
    long[] piece = new long[shape.rank()];
    long room = Math.max(1, PIECE_BYTES / elementSize);
    for (int d = piece.length - 1; d >= 0; d--) {
      piece[d] = Math.max(1, Math.min(shape.extent(d), room));
      room = piece[d] < shape.extent(d) ? 1 : Math.max(1, room / piece[d]);
    }
    return Shape.of(piece);
  }

  @Override
  public Tiling tiling() {
    return tiling;
  }

  @Override
  public Shape loadedShape(ChunkIndex index) {
    return tiling.region(index).shape();
  }

  @Override
  public long workBytes() {
    return tiling.tileShape().elementCount() * elementSize;
  }

  @Override
  public boolean load(ChunkIndex index, Scratch scratch) {
    if (address == Fields.UNDEFINED) {
      return false;
    }
    Region region = tiling.region(index);
    long first = 0;
    for (int d = 0; d < region.rank(); d++) {
      first = first * tiling.arrayShape().extent(d) + region.start(d);
    }
    int length = (int) (region.shape().elementCount() * elementSize);
    file.read(address + first * elementSize, scratch.fill(length), 0, length);
    return true;
  }
}
