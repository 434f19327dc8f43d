package dev.espalier.example.golden;

import dev.espalier.model.data.ArraySource;
import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.Block;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.type.DataType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Elements of an array, spelled in a word and exceptions: {@code 0.. 7=3} counts from 0, except
 * that element 7 is 3; {@code 1.5 2=NaN} repeats 1.5, except that element 2 is NaN.
 */
record SpelledElements(Shape shape, BitsBlock all) implements ArraySource {
  static ArraySource of(ArraySpec array, String text) {
    String[] words = text.split(" ", -1);
    double[] values = new double[(int) array.shape().elementCount()];
    boolean counts = words[0].equals("0..");
    for (int i = 0; i < values.length; i++) {
      values[i] = counts ? i : Double.parseDouble(words[0]);
    }
    for (int w = 1; w < words.length; w++) {
      String[] exception = words[w].split("=", 2);
      values[Integer.parseInt(exception[0])] = Double.parseDouble(exception[1]);
    }
    byte[] bytes = new byte[BitsBlock.byteLength(array.dataType(), array.shape())];
    ByteBuffer out = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (double value : values) {
      put(out, (CoreType) array.dataType(), value);
    }
    return new SpelledElements(
        array.shape(), BitsBlock.over(array.dataType(), array.shape(), bytes));
  }

  private static void put(ByteBuffer out, CoreType type, double value) {
    switch (type) {
      case INT64 -> out.putLong((long) value);
      case INT32 -> out.putInt((int) value);
      case FLOAT32 -> out.putFloat((float) value);
      case FLOAT64 -> out.putDouble(value);
      case COMPLEX64 -> out.putFloat((float) value).putFloat(0);
      default -> throw new IllegalArgumentException("no elements of " + type + " here");
    }
  }

  @Override
  public DataType dataType() {
    return all.dataType();
  }

  @Override
  public void read(Region region, Block into) {
    into.copyFrom(all, region, new long[region.rank()]);
  }
}
