package dev.espalier.model.data;

import dev.espalier.model.fill.BinaryFill;
import dev.espalier.model.fill.FillValue;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Selection;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.DataType;
import dev.espalier.model.type.ExtensionType;
import java.util.Arrays;

/** Byte strings of any length, in C order. */
public final class BinaryBlock implements Block {
  private static final byte[] EMPTY = {};

  /** A reference, and what an array takes beside what it holds. */
  private static final int BYTES_BESIDE_CONTENT = 24;

  private final Shape shape;
  private final byte[][] values;

  private BinaryBlock(Shape shape, byte[][] values) {
    this.shape = shape;
    this.values = values;
  }

  static BinaryBlock allocate(Shape shape) {
    byte[][] values = new byte[TextBlock.count(shape, "byte strings")][];
    Arrays.fill(values, EMPTY);
    return new BinaryBlock(shape, values);
  }

  @Override
  public DataType dataType() {
    return ExtensionType.BYTES;
  }

  @Override
  public Shape shape() {
    return shape;
  }

  @Override
  public long memory() {
    long bytes = 0;
    for (byte[] value : values) {
      bytes += BYTES_BESIDE_CONTENT + value.length;
    }
    return bytes;
  }

  /** The live byte strings, none of them null; the bytes of one are not to be changed. */
  public byte[][] values() {
    return values;
  }

  @Override
  public int mismatch(Block other) {
    return Arrays.mismatch(values, ((BinaryBlock) other).values, Arrays::compare);
  }

  @Override
  public JsonValue elementToJson(int at) {
    return BinaryFill.of(values[at]).toJson();
  }

  @Override
  public void fill(FillValue value) {
    Arrays.fill(values, bytesOf(value));
  }

  @Override
  public void fill(FillValue value, Region box) {
    byte[] bytes = bytesOf(value);
    BoxCopy.set((at, count) -> Arrays.fill(values, at, at + count, bytes), shape, box, 1);
  }

  @Override
  public boolean isFilledWith(FillValue value) {
    byte[] bytes = bytesOf(value);
    return Arrays.stream(values).allMatch(each -> Arrays.equals(each, bytes));
  }

  @Override
  public void copyFrom(Block source, Region from, long... to) {
    if (!(source instanceof BinaryBlock other)) {
      throw new IllegalArgumentException("copying " + source.dataType() + " into " + dataType());
    }
    BoxCopy.copy(other.values, other.shape, from, values, shape, to);
  }

  @Override
  public void copyFrom(Block source, Selection from, long... to) {
    if (!(source instanceof BinaryBlock other)) {
      throw new IllegalArgumentException("copying " + source.dataType() + " into " + dataType());
    }
    StridedCopy.copy(other.values, from, other.shape, values, shape, to, 1);
  }

  @Override
  public Block withShape(Shape other) {
    if (other.elementCount() != values.length) {
      throw new IllegalArgumentException("elements of shape " + shape + " as " + other);
    }
    return new BinaryBlock(other, values);
  }

  private static byte[] bytesOf(FillValue value) {
    if (value instanceof BinaryFill fill) {
      return fill.bytes();
    }
    throw new IllegalArgumentException("fill value " + value.toJson() + " for byte strings");
  }
}
