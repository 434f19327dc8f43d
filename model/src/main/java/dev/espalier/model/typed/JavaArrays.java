package dev.espalier.model.typed;

import dev.espalier.model.data.ArraySource;
import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.Block;
import dev.espalier.model.data.TextBlock;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.type.DataType;
import dev.espalier.model.type.ExtensionType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Objects;

/** Copies Java arrays into sources. */
final class JavaArrays {
  private JavaArrays() {}

  static ArraySource source(byte[] elements, long... extents) {
    return of(CoreType.INT8, shape(elements.length, extents), elements.clone());
  }

  static ArraySource source(short[] elements, long... extents) {
    Shape shape = shape(elements.length, extents);
    byte[] bytes = room(elements.length, Short.BYTES);
    view(bytes).asShortBuffer().put(elements);
    return of(CoreType.INT16, shape, bytes);
  }

  static ArraySource source(int[] elements, long... extents) {
    Shape shape = shape(elements.length, extents);
    byte[] bytes = room(elements.length, Integer.BYTES);
    view(bytes).asIntBuffer().put(elements);
    return of(CoreType.INT32, shape, bytes);
  }

  static ArraySource source(long[] elements, long... extents) {
    Shape shape = shape(elements.length, extents);
    byte[] bytes = room(elements.length, Long.BYTES);
    view(bytes).asLongBuffer().put(elements);
    return of(CoreType.INT64, shape, bytes);
  }

  static ArraySource source(float[] elements, long... extents) {
    Shape shape = shape(elements.length, extents);
    byte[] bytes = room(elements.length, Float.BYTES);
    view(bytes).asFloatBuffer().put(elements);
    return of(CoreType.FLOAT32, shape, bytes);
  }

  static ArraySource source(double[] elements, long... extents) {
    Shape shape = shape(elements.length, extents);
    byte[] bytes = room(elements.length, Double.BYTES);
    view(bytes).asDoubleBuffer().put(elements);
    return of(CoreType.FLOAT64, shape, bytes);
  }

  static ArraySource source(String[] elements, long... extents) {
    Shape shape = shape(elements.length, extents);
    if (Block.allocate(ExtensionType.STRING, shape) instanceof TextBlock texts) {
      for (int i = 0; i < elements.length; i++) {
        texts.texts()[i] = Objects.requireNonNull(elements[i], "a text");
      }
      return new InMemory(texts);
    }
    throw new IllegalStateException("texts are kept in blocks of texts");
  }

  private static byte[] room(int elements, int size) {
    return new byte[Math.multiplyExact(elements, size)];
  }

  private static ByteBuffer view(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static ArraySource of(DataType type, Shape shape, byte[] bytes) {
    return new InMemory(BitsBlock.over(type, shape, bytes));
  }

  private static Shape shape(int elements, long[] extents) {
    Shape shape = extents.length == 0 ? Shape.of(elements) : Shape.of(extents);
    if (shape.elementCount() != elements) {
      throw new IllegalArgumentException(
          elements + " elements for the extents " + Arrays.toString(extents));
    }
    return shape;
  }

  /** A block that nobody changes any more, as a source. */
  private record InMemory(Block block) implements ArraySource {
    @Override
    public DataType dataType() {
      return block.dataType();
    }

    @Override
    public Shape shape() {
      return block.shape();
    }

    @Override
    public void read(Region region, Block into) {
      into.copyFrom(block, region, new long[region.rank()]);
    }
  }
}
