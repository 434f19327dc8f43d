package dev.espalier.zarr.codec;

import dev.espalier.model.type.NumberRun;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.List;

/** Copies numbers and turns the order of their bytes. */
final class ByteSwap {
  private static final VarHandle SHORTS = view(short[].class);
  private static final VarHandle INTS = view(int[].class);
  private static final VarHandle LONGS = view(long[].class);

  private ByteSwap() {}

  /**
   * Copies elements, and turns the order of the bytes of their numbers.
   *
   * @param length how many bytes, whole elements
   * @param numbers the numbers of one element; empty to copy the bytes as they are
   */
  static void elements(
      byte[] source, int from, byte[] target, int to, int length, List<NumberRun> numbers) {
    int width = widthOfAll(numbers);
    if (width > 0) {
      copy(source, from, target, to, length, width);
      return;
    }
    for (int done = 0; done < length; ) {
      for (NumberRun run : numbers) {
        int bytes = run.count() * run.size();
        copy(source, from + done, target, to + done, bytes, run.size());
        done += bytes;
      }
    }
  }

  /** How many bytes all numbers have; 0 if they differ. */
  private static int widthOfAll(List<NumberRun> numbers) {
    return switch (numbers.size()) {
      case 0 -> 1;
      case 1 -> numbers.get(0).size();
      default -> 0;
    };
  }

  /**
   * Copies bytes.
   *
   * @param length how many bytes, a multiple of {@code width}
   * @param width how many bytes at a time change their order: 1, 2, 4 or 8
   */
  static void copy(byte[] source, int from, byte[] target, int to, int length, int width) {
    switch (width) {
      case 1 -> System.arraycopy(source, from, target, to, length);
      case 2 -> {
        for (int i = 0; i < length; i += 2) {
          SHORTS.set(target, to + i, Short.reverseBytes((short) SHORTS.get(source, from + i)));
        }
      }
      case 4 -> {
        for (int i = 0; i < length; i += 4) {
          INTS.set(target, to + i, Integer.reverseBytes((int) INTS.get(source, from + i)));
        }
      }
      case 8 -> {
        for (int i = 0; i < length; i += 8) {
          LONGS.set(target, to + i, Long.reverseBytes((long) LONGS.get(source, from + i)));
        }
      }
      default -> throw new IllegalArgumentException("numbers of " + width + " bytes");
    }
  }

  private static VarHandle view(Class<?> arrayType) {
    return MethodHandles.byteArrayViewVarHandle(arrayType, ByteOrder.LITTLE_ENDIAN);
  }
}
