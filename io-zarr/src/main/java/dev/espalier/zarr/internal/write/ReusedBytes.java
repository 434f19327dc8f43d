package dev.espalier.zarr.internal.write;

import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.Block;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.DataType;

/** Blocks of different shapes over the same bytes, one after the other. */
final class ReusedBytes {
  private final DataType type;
  private byte[] bytes = new byte[0];

  ReusedBytes(DataType type) {
    this.type = type;
  }

  /** A block whose elements are what was left there; the block before it is then no longer good. */
  Block ofShape(Shape shape) {
    if (type.isText()) {
      return Block.allocate(type, shape);
    }
    int length = BitsBlock.byteLength(type, shape);
    if (bytes.length < length) {
      bytes = new byte[length];
    }
    return BitsBlock.over(type, shape, bytes);
  }
}
