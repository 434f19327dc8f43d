package dev.espalier.model.data;

import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.fill.BitsFill;
import dev.espalier.model.fill.ElementForm;
import dev.espalier.model.fill.FillValue;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Selection;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.DataType;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Elements of a fixed size, as little-endian bytes in C order. */
public final class BitsBlock implements Block {
  private static final int LONGEST_JAVA_ARRAY = Integer.MAX_VALUE - 8;

  private final DataType type;
  private final Shape shape;
  private final byte[] bytes;
  private final int elementSize;
  private final int length;

  private BitsBlock(DataType type, Shape shape, byte[] bytes, int elementSize, int length) {
    this.type = type;
    this.shape = shape;
    this.bytes = bytes;
    this.elementSize = elementSize;
    this.length = length;
  }

  static BitsBlock allocate(DataType type, Shape shape) {
    int length = byteLength(type, shape);
    return new BitsBlock(type, shape, new byte[length], elementSize(type), length);
  }

  /**
   * A block over bytes that the caller owns and may hand to others later.
   *
   * @param bytes at least as long as the elements need; what is beyond is left alone
   */
  public static BitsBlock over(DataType type, Shape shape, byte[] bytes) {
    int length = byteLength(type, shape);
    if (bytes.length < length) {
      throw new IllegalArgumentException(
          bytes.length + " bytes for " + shape + " elements of " + type + ", which need " + length);
    }
    return new BitsBlock(type, shape, bytes, elementSize(type), length);
  }

  /**
   * How many bytes a block needs.
   *
   * @throws UnsupportedException if that is more than a Java array holds
   */
  public static int byteLength(DataType type, Shape shape) {
    long length;
    try {
      length = Math.multiplyExact(shape.elementCount(), elementSize(type));
    } catch (ArithmeticException e) {
      length = Long.MAX_VALUE;
    }
    if (length > LONGEST_JAVA_ARRAY) {
      throw new UnsupportedException(
          "a block of shape "
              + shape
              + " and data type "
              + type
              + " needs more than 2 GiB in one piece; read a smaller region or use smaller chunks");
    }
    return (int) length;
  }

  private static int elementSize(DataType type) {
    return type.byteSize()
        .orElseThrow(
            () -> new UnsupportedException("elements of data type " + type + " are not handled"));
  }

  @Override
  public DataType dataType() {
    return type;
  }

  @Override
  public Shape shape() {
    return shape;
  }

  /** The live bytes; only the first {@link #length} belong to the elements. */
  public byte[] bytes() {
    return bytes;
  }

  @Override
  public long memory() {
    return bytes.length;
  }

  /** How many bytes the elements take. */
  public int length() {
    return length;
  }

  /** How many bytes one element takes. */
  public int elementSize() {
    return elementSize;
  }

  @Override
  public int mismatch(Block other) {
    BitsBlock that = (BitsBlock) other;
    int at = Arrays.mismatch(bytes, 0, length, that.bytes, 0, that.length);
    return at < 0 ? -1 : at / elementSize;
  }

  @Override
  public JsonValue elementToJson(int at) {
    return ElementForm.toJson(type, bytes, at * elementSize);
  }

  @Override
  public void fill(FillValue value) {
    fill(fillOf(value), 0, length);
  }

  @Override
  public void fill(FillValue value, Region box) {
    BitsFill fill = fillOf(value);
    BoxCopy.set((at, count) -> fill(fill, at, count), shape, box, elementSize);
  }

  private void fill(BitsFill fill, int at, int count) {
    if (fill.isAllZeroBits()) {
      Arrays.fill(bytes, at, at + count, (byte) 0);
    } else if (count > 0) {
      fill.copyTo(bytes, at);
      // Doubling what is filled keeps the copies long.
      for (int done = elementSize; done < count; done *= 2) {
        System.arraycopy(bytes, at, bytes, at + done, Math.min(done, count - done));
        if (done > count / 2) {
          break;
        }
      }
    }
  }

  @Override
  public boolean isFilledWith(FillValue value) {
    byte[] fill = fillOf(value).littleEndianBytes();
    if (length == 0) {
      return true;
    }
    return Arrays.equals(bytes, 0, elementSize, fill, 0, elementSize)
        && Arrays.equals(bytes, 0, length - elementSize, bytes, elementSize, length);
  }

  @Override
  public void copyFrom(Block source, Region from, long... to) {
    if (!(source instanceof BitsBlock other) || !type.equals(other.type)) {
      throw new IllegalArgumentException("copying " + source.dataType() + " into " + type);
    }
    BoxCopy.copy(other.bytes, other.shape, from, bytes, shape, to, elementSize);
  }

  /**
   * Copies a box of elements from little-endian bytes in C order.
   *
   * @param source the bytes of all elements of a box, from the buffer's first one on; neither its
   *     position nor its limit count
   * @param sourceShape the extents of that box
   * @param from the box within it that is copied
   * @param to where the box starts in this block, one number for each dimension
   * @throws IndexOutOfBoundsException if the box leaves the block, or the buffer
   */
  public void copyFrom(ByteBuffer source, Shape sourceShape, Region from, long... to) {
    if (source.limit() < byteLength(type, sourceShape)) {
      throw new IndexOutOfBoundsException(
          sourceShape + " elements of " + type + " in " + source.limit() + " bytes");
    }
    BoxCopy.Runs runs =
        (at, step, goal, goalStep, count, length) -> {
          for (int i = 0; i < count; i++) {
            source.get(at + i * step, bytes, goal + i * goalStep, length);
          }
        };
    BoxCopy.copy(runs, sourceShape, from, shape, to, elementSize);
  }

  @Override
  public void copyFrom(Block source, Selection from, long... to) {
    if (!(source instanceof BitsBlock other) || !type.equals(other.type)) {
      throw new IllegalArgumentException("copying " + source.dataType() + " into " + type);
    }
    StridedCopy.copy(other.bytes, from, other.shape, bytes, shape, to, elementSize);
  }

  @Override
  public Block withShape(Shape other) {
    if (byteLength(type, other) != length) {
      throw new IllegalArgumentException("elements of shape " + shape + " as " + other);
    }
    return new BitsBlock(type, other, bytes, elementSize, length);
  }

  private BitsFill fillOf(FillValue value) {
    if (value instanceof BitsFill fill && fill.type().equals(type)) {
      return fill;
    }
    throw new IllegalArgumentException("fill value " + value.toJson() + " for data type " + type);
  }
}
