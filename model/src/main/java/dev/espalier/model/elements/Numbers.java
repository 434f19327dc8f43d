package dev.espalier.model.elements;

import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.Block;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.type.Float16;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/** The elements of a block as numbers. */
public final class Numbers {
  private static final VarHandle SHORT = view(short[].class);
  private static final VarHandle INT = view(int[].class);
  private static final VarHandle LONG = view(long[].class);
  private static final VarHandle FLOAT = view(float[].class);
  private static final VarHandle DOUBLE = view(double[].class);

  private Numbers() {}

  /**
   * Elements that are integers, in C order.
   *
   * @throws UnsupportedException if they are of another kind, or if one does not fit
   */
  public static long[] longs(Block block) {
    if (block instanceof BitsBlock bits
        && bits.dataType() instanceof CoreType type
        && (type.kind() == CoreType.Kind.SIGNED || type.kind() == CoreType.Kind.UNSIGNED)) {
      Integers integers = integers(bits, type);
      long[] elements = new long[integers.count()];
      for (int i = 0; i < elements.length; i++) {
        elements[i] = integers.at(i);
        if (type == CoreType.UINT64 && elements[i] < 0) {
          throw new UnsupportedException(
              "element "
                  + i
                  + " is "
                  + Long.toUnsignedString(elements[i])
                  + ", which no long holds; read it as a double");
        }
      }
      return elements;
    }
    throw new UnsupportedException("elements of " + block.dataType() + " are no integers");
  }

  /**
   * Elements that are real numbers, in C order, each as the nearest double.
   *
   * @throws UnsupportedException if they are of another kind
   */
  public static double[] doubles(Block block) {
    if (block instanceof BitsBlock bits && bits.dataType() instanceof CoreType type) {
      Optional<IntToDoubleFunction> element = element(bits, type);
      if (element.isPresent()) {
        double[] elements = new double[bits.length() / bits.elementSize()];
        Arrays.setAll(elements, element.get());
        return elements;
      }
    }
    throw new UnsupportedException("elements of " + block.dataType() + " are no real numbers");
  }

  private static Optional<IntToDoubleFunction> element(BitsBlock bits, CoreType type) {
    return switch (type.kind()) {
      case FLOAT -> Optional.of(floats(bits, type)::at);
      case SIGNED -> Optional.of(integers(bits, type)::at);
      case UNSIGNED -> Optional.of(i -> unsigned(integers(bits, type).at(i)));
      default -> Optional.empty();
    };
  }

  /** Halving an odd number would round twice, so its last bit is kept. */
  private static double unsigned(long bits) {
    return bits >= 0 ? bits : 2.0 * ((bits >>> 1) | (bits & 1));
  }

  /**
   * Elements that are integers.
   *
   * @param type how they are stored; an element of 64 unsigned bits is read as it stands
   */
  record Integers(BitsBlock block, int count, CoreType type) {
    long at(int index) {
      byte[] bytes = block.bytes();
      return switch (type) {
        case INT8 -> bytes[index];
        case UINT8 -> bytes[index] & 0xffL;
        case INT16 -> (short) SHORT.get(bytes, 2 * index);
        case UINT16 -> (short) SHORT.get(bytes, 2 * index) & 0xffffL;
        case INT32 -> (int) INT.get(bytes, 4 * index);
        case UINT32 -> (int) INT.get(bytes, 4 * index) & 0xffff_ffffL;
        default -> (long) LONG.get(bytes, 8 * index);
      };
    }
  }

  /**
   * Elements that are floating point numbers.
   *
   * @param type how they are stored
   */
  record Floats(BitsBlock block, int count, CoreType type) {
    double at(int index) {
      byte[] bytes = block.bytes();
      return switch (type) {
        case FLOAT16 -> Float16.toFloat((short) SHORT.get(bytes, 2 * index));
        case FLOAT32 -> (float) FLOAT.get(bytes, 4 * index);
        default -> (double) DOUBLE.get(bytes, 8 * index);
      };
    }
  }

  static Integers integers(BitsBlock block, CoreType type) {
    return new Integers(block, block.length() / block.elementSize(), type);
  }

  static Floats floats(BitsBlock block, CoreType type) {
    return new Floats(block, block.length() / block.elementSize(), type);
  }

  private static VarHandle view(Class<?> array) {
    return MethodHandles.byteArrayViewVarHandle(array, ByteOrder.LITTLE_ENDIAN);
  }
}
