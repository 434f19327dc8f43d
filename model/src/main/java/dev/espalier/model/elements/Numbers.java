package dev.espalier.model.elements;

import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.type.Float16;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Reads the elements of a block as numbers. */
final class Numbers {
  private static final VarHandle SHORT = view(short[].class);
  private static final VarHandle INT = view(int[].class);
  private static final VarHandle LONG = view(long[].class);
  private static final VarHandle FLOAT = view(float[].class);
  private static final VarHandle DOUBLE = view(double[].class);

  private Numbers() {}

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
