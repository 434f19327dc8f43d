package dev.espalier.zarr.codec;

import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.Block;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.DataType;
import org.jspecify.annotations.Nullable;

/** Memory for one block of changing shape. */
final class ReusedBlock {
  private final DataType type;
  private @Nullable Block block;

  ReusedBlock(DataType type) {
    this.type = type;
  }

  /** A block of that shape, with whatever it held before; the one given before is lost. */
  Block ofShape(Shape shape) {
    Block current = block;
    if (current == null || !current.shape().equals(shape)) {
      current = reshape(current, shape);
      block = current;
    }
    return current;
  }

  /** How many bytes it holds on to. */
  long memory() {
    Block current = block;
    return current == null ? 0 : current.memory();
  }

  private Block reshape(@Nullable Block current, Shape shape) {
    if (current instanceof BitsBlock bits
        && bits.bytes().length >= BitsBlock.byteLength(type, shape)) {
      return BitsBlock.over(type, shape, bits.bytes());
    }
    ChunkLimits.checkMemory(type, shape);
    return Block.allocate(type, shape);
  }
}
