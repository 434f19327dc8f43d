package dev.espalier.model.data;

import dev.espalier.model.fill.FillValue;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Selection;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.DataType;

/**
 * The elements of a box in memory, in C order: mutable, owned by whoever allocated it, used by one
 * thread at a time.
 */
public sealed interface Block permits BitsBlock, TextBlock, BinaryBlock {
  /** The type of the elements. */
  DataType dataType();

  /** The extents of the box. */
  Shape shape();

  /**
   * About how many bytes of memory it takes: all of the array that it lies in, or the texts or byte
   * strings as they are now.
   */
  long memory();

  /**
   * The position of the first element, in C order, that differs in its bits from that of another
   * block of the same type and shape; -1 if none does.
   */
  int mismatch(Block other);

  /** The element at a position, counted in C order, in the form of fill values. */
  JsonValue elementToJson(int at);

  /** Sets every element. */
  void fill(FillValue value);

  /**
   * Sets every element of a box.
   *
   * @throws IndexOutOfBoundsException if the box leaves the block
   */
  void fill(FillValue value, Region box);

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
   * Copies selected elements from another block of the same data type.
   *
   * @param source where the elements come from
   * @param from which elements of the source
   * @param to where the box of {@link Selection#counts} that they make starts in this block, one
   *     number for each dimension of the source
   * @throws IndexOutOfBoundsException if the selection is not one of the source, or if the box
   *     leaves this block
   */
  void copyFrom(Block source, Selection from, long... to);

  /**
   * The same elements under other extents; both blocks share them.
   *
   * @throws IllegalArgumentException if that shape has more elements or fewer
   */
  Block withShape(Shape shape);

  /**
   * A block of zeros, empty texts or empty byte strings.
   *
   * @throws dev.espalier.model.error.UnsupportedException if it would not fit a Java array, or if
   *     elements of that type are not handled
   */
  static Block allocate(DataType type, Shape shape) {
    if (type.isText()) {
      return TextBlock.allocate(shape);
    }
    return type.isBinary() ? BinaryBlock.allocate(shape) : BitsBlock.allocate(type, shape);
  }
}
