package dev.espalier.model.data;

import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.DataType;

/**
 * Memory for one block at a time, so that a loop over boxes of an array allocates once. For one
 * thread.
 */
public final class BlockBuffer {
  private final DataType type;
  private byte[] bytes = new byte[0];

  /** A buffer for elements of a type; it takes no memory yet. */
  public BlockBuffer(DataType type) {
    this.type = type;
  }

  /**
   * A block whose elements are what was left there; the block before it is then no longer good.
   *
   * @throws dev.espalier.model.error.UnsupportedException if it would not fit a Java array
   */
  public Block ofShape(Shape shape) {
    if (type.byteSize().isEmpty()) {
      return Block.allocate(type, shape);
    }
    int length = BitsBlock.byteLength(type, shape);
    if (bytes.length < length) {
      bytes = new byte[length];
    }
    return BitsBlock.over(type, shape, bytes);
  }
}
