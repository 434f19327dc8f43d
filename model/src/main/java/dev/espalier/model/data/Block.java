package dev.espalier.model.data;

import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.DataType;
import dev.espalier.model.type.FillValue;

/**
 * The elements of a box in memory, in C order: mutable, owned by whoever allocated it, used by one
 * thread at a time.
 */
public sealed interface Block permits BitsBlock, TextBlock {
  /** The type of the elements. */
  DataType dataType();

  /** The extents of the box. */
  Shape shape();

  /** Sets every element. */
  void fill(FillValue value);

  /** Whether every element has exactly the bits of that value. */
  boolean isFilledWith(FillValue value);

  /**
   * Copies a box of elements from another block of the same data type.
   *
   * @param source where the elements come from
   * @param from the box within the source
   * @param to where the box starts in this block, one number for each dimension
   * @throws IndexOutOfBoundsException if the box leaves either block
   */
  void copyFrom(Block source, Region from, long... to);

  /**
   * A block of zeros or empty texts.
   *
   * @throws dev.espalier.model.error.UnsupportedException if it would not fit a Java array, or if
   *     elements of that type are not handled
   */
  static Block allocate(DataType type, Shape shape) {
    return type.isText() ? TextBlock.allocate(shape) : BitsBlock.allocate(type, shape);
  }
}
