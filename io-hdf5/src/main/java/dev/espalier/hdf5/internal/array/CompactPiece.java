package dev.espalier.hdf5.internal.array;

import dev.espalier.model.error.CorruptException;
import dev.espalier.model.shape.ChunkIndex;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.shape.Tiling;
import java.nio.ByteBuffer;

/** The raw data of a dataset that lies in its header. */
final class CompactPiece implements RawChunks {
  private final Tiling tiling;
  private final ByteBuffer bytes;
  private final int length;

  CompactPiece(Shape shape, ByteBuffer bytes, int elementSize) {
    this.tiling =
        Tiling.of(shape, Shape.of(shape.stream().map(extent -> Math.max(1, extent)).toArray()));
    this.bytes = bytes;
    long expected = Math.multiplyExact(shape.elementCount(), elementSize);
    if (expected > bytes.limit()) {
      throw new CorruptException(
          bytes.limit() + " bytes in the header; expected " + expected + " for shape " + shape);
    }
    this.length = (int) expected;
  }

  @Override
  public Tiling tiling() {
    return tiling;
  }

  @Override
  public Shape loadedShape(ChunkIndex index) {
    return tiling.arrayShape();
  }

  @Override
  public long workBytes() {
    return length;
  }

  @Override
  public boolean load(ChunkIndex index, Scratch scratch) {
    bytes.get(0, scratch.fill(length), 0, length);
    return true;
  }
}
