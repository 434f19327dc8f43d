package dev.espalier.model.data;

import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.fill.FillValue;
import dev.espalier.model.fill.TextFill;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Selection;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.DataType;
import dev.espalier.model.type.ExtensionType;
import java.util.Arrays;

/** Texts of any length, in C order. */
public final class TextBlock implements Block {
  /** A reference, a text and the array in it. */
  private static final int BYTES_BESIDE_CHARACTERS = 48;

  private final Shape shape;
  private final String[] texts;

  private TextBlock(Shape shape, String[] texts) {
    this.shape = shape;
    this.texts = texts;
  }

  static TextBlock allocate(Shape shape) {
    String[] texts = new String[count(shape, "texts")];
    Arrays.fill(texts, "");
    return new TextBlock(shape, texts);
  }

  static int count(Shape shape, String what) {
    long count;
    try {
      count = shape.elementCount();
    } catch (ArithmeticException e) {
      count = Long.MAX_VALUE;
    }
    if (count > Integer.MAX_VALUE - 8) {
      throw new UnsupportedException(
          "a block of shape "
              + shape
              + " needs more than 2^31 "
              + what
              + " in one piece; read a smaller region or use smaller chunks");
    }
    return (int) count;
  }

  @Override
  public DataType dataType() {
    return ExtensionType.STRING;
  }

  @Override
  public Shape shape() {
    return shape;
  }

  @Override
  public long memory() {
    long bytes = 0;
    for (String text : texts) {
      bytes += BYTES_BESIDE_CHARACTERS + (long) Character.BYTES * text.length();
    }
    return bytes;
  }

  /** The live texts, none of them null. */
  public String[] texts() {
    return texts;
  }

  @Override
  public int mismatch(Block other) {
    return Arrays.mismatch(texts, ((TextBlock) other).texts);
  }

  @Override
  public JsonValue elementToJson(int at) {
    return JsonValue.of(texts[at]);
  }

  @Override
  public void fill(FillValue value) {
    Arrays.fill(texts, textOf(value));
  }

  @Override
  public void fill(FillValue value, Region box) {
    String text = textOf(value);
    BoxCopy.set((at, count) -> Arrays.fill(texts, at, at + count, text), shape, box, 1);
  }

  @Override
  public boolean isFilledWith(FillValue value) {
    String text = textOf(value);
    return Arrays.stream(texts).allMatch(text::equals);
  }

  @Override
  public void copyFrom(Block source, Region from, long... to) {
    if (!(source instanceof TextBlock other)) {
      throw new IllegalArgumentException("copying " + source.dataType() + " into " + dataType());
    }
    BoxCopy.copy(other.texts, other.shape, from, texts, shape, to);
  }

  @Override
  public void copyFrom(Block source, Selection from, long... to) {
    if (!(source instanceof TextBlock other)) {
      throw new IllegalArgumentException("copying " + source.dataType() + " into " + dataType());
    }
    StridedCopy.copy(other.texts, from, other.shape, texts, shape, to, 1);
  }

  @Override
  public Block withShape(Shape other) {
    if (other.elementCount() != texts.length) {
      throw new IllegalArgumentException("elements of shape " + shape + " as " + other);
    }
    return new TextBlock(other, texts);
  }

  private static String textOf(FillValue value) {
    if (value instanceof TextFill fill) {
      return fill.text();
    }
    throw new IllegalArgumentException("fill value " + value.toJson() + " for texts");
  }
}
