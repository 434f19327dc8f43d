package dev.espalier.model.data;

import dev.espalier.model.type.CoreType;
import dev.espalier.model.type.Float16;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** The sums of rows of elements, one sum for each position in a row, and the means of them. */
abstract sealed class MeanDownsamplingSums {
  private static final VarHandle SHORTS = view(short[].class);
  private static final VarHandle INTS = view(int[].class);
  private static final VarHandle LONGS = view(long[].class);

  final CoreType type;

  private MeanDownsamplingSums(CoreType type) {
    this.type = type;
  }

  private static VarHandle view(Class<?> arrayType) {
    return MethodHandles.byteArrayViewVarHandle(arrayType, ByteOrder.LITTLE_ENDIAN);
  }

  static MeanDownsamplingSums of(CoreType type, int length) {
    return switch (type) {
      case INT64, UINT64 -> new OfLongs(type, length);
      case FLOAT16, FLOAT32, FLOAT64 -> new OfFloats(type, length);
      default -> new OfIntegers(type, length);
    };
  }

  /** Sets all sums to zero. */
  abstract void clear();

  /** Adds a row of elements that starts at an offset in bytes. */
  abstract void add(byte[] bytes, int offset);

  /**
   * Stores the means of neighbours.
   *
   * @param offset where the row of results starts, in bytes
   * @param rows how many rows were added
   * @param factor how many neighbours belong to a result; the last may have fewer
   */
  abstract void store(byte[] bytes, int offset, int rows, int factor);

  /** Sums up neighbours in place, so that the sums of the results are in front. */
  private static int gather(long[] sums, int factor) {
    if (factor == 1) {
      return sums.length;
    }
    int full = sums.length / factor;
    if (factor == 2) {
      for (int i = 0; i < full; i++) {
        sums[i] = sums[2 * i] + sums[2 * i + 1];
      }
    } else {
      for (int i = 0; i < full; i++) {
        sums[i] = sum(sums, i * factor, (i + 1) * factor);
      }
    }
    if (full * factor < sums.length) {
      sums[full] = sum(sums, full * factor, sums.length);
    }
    return full;
  }

  private static long sum(long[] sums, int from, int to) {
    long sum = 0;
    for (int i = from; i < to; i++) {
      sum += sums[i];
    }
    return sum;
  }

  private static long halfToEven(long floor, long remainder, long count) {
    long twice = 2 * remainder;
    return twice > count || (twice == count && (floor & 1) != 0) ? floor + 1 : floor;
  }

  /** Integers of up to four bytes: their sums fit a long. */
  private static final class OfIntegers extends MeanDownsamplingSums {
    private final long[] sums;

    OfIntegers(CoreType type, int length) {
      super(type);
      sums = new long[length];
    }

    @Override
    void clear() {
      Arrays.fill(sums, 0);
    }

    @Override
    void add(byte[] bytes, int offset) {
      int length = sums.length;
      switch (type) {
        case INT8 -> {
          for (int i = 0; i < length; i++) {
            sums[i] += bytes[offset + i];
          }
        }
        case UINT8 -> {
          for (int i = 0; i < length; i++) {
            sums[i] += bytes[offset + i] & 0xff;
          }
        }
        case INT16 -> {
          for (int i = 0; i < length; i++) {
            sums[i] += (short) SHORTS.get(bytes, offset + 2 * i);
          }
        }
        case UINT16 -> {
          for (int i = 0; i < length; i++) {
            sums[i] += (short) SHORTS.get(bytes, offset + 2 * i) & 0xffff;
          }
        }
        case INT32 -> {
          for (int i = 0; i < length; i++) {
            sums[i] += (int) INTS.get(bytes, offset + 4 * i);
          }
        }
        default -> {
          for (int i = 0; i < length; i++) {
            sums[i] += (int) INTS.get(bytes, offset + 4 * i) & 0xffffffffL;
          }
        }
      }
    }

    @Override
    void store(byte[] bytes, int offset, int rows, int factor) {
      int full = gather(sums, factor);
      divide(0, full, (long) rows * factor);
      int rest = sums.length - full * factor;
      if (rest > 0) {
        divide(full, full + 1, (long) rows * rest);
      }
      put(bytes, offset, rest > 0 ? full + 1 : full);
    }

    private void divide(int from, int to, long count) {
      if (Long.bitCount(count) == 1) {
        int shift = Long.numberOfTrailingZeros(count);
        for (int i = from; i < to; i++) {
          sums[i] = halfToEven(sums[i] >> shift, sums[i] & (count - 1), count);
        }
      } else {
        for (int i = from; i < to; i++) {
          long floor = Math.floorDiv(sums[i], count);
          sums[i] = halfToEven(floor, sums[i] - floor * count, count);
        }
      }
    }

    private void put(byte[] bytes, int offset, int length) {
      switch (type.size()) {
        case 1 -> {
          for (int i = 0; i < length; i++) {
            bytes[offset + i] = (byte) sums[i];
          }
        }
        case 2 -> {
          for (int i = 0; i < length; i++) {
            SHORTS.set(bytes, offset + 2 * i, (short) sums[i]);
          }
        }
        default -> {
          for (int i = 0; i < length; i++) {
            INTS.set(bytes, offset + 4 * i, (int) sums[i]);
          }
        }
      }
    }
  }

  /** Integers of eight bytes: the sums of their halves fit a long each. */
  private static final class OfLongs extends MeanDownsamplingSums {
    private static final long LOW = 0xffffffffL;

    private final long[] high;
    private final long[] low;

    OfLongs(CoreType type, int length) {
      super(type);
      high = new long[length];
      low = new long[length];
    }

    @Override
    void clear() {
      Arrays.fill(high, 0);
      Arrays.fill(low, 0);
    }

    @Override
    void add(byte[] bytes, int offset) {
      boolean signed = type == CoreType.INT64;
      for (int i = 0; i < high.length; i++) {
        long value = (long) LONGS.get(bytes, offset + 8 * i);
        high[i] += signed ? value >> 32 : value >>> 32;
        low[i] += value & LOW;
      }
    }

    @Override
    void store(byte[] bytes, int offset, int rows, int factor) {
      int full = gather(high, factor);
      gather(low, factor);
      for (int i = 0; i < full; i++) {
        LONGS.set(bytes, offset + 8 * i, mean(high[i], low[i], (long) rows * factor));
      }
      int rest = high.length - full * factor;
      if (rest > 0) {
        LONGS.set(bytes, offset + 8 * full, mean(high[full], low[full], (long) rows * rest));
      }
    }

    /** Long division by hand, with 2<sup>32</sup> as the base. */
    private static long mean(long highSum, long lowSum, long count) {
      long high = highSum + (lowSum >>> 32);
      long highQuotient = Math.floorDiv(high, count);
      long low = ((high - highQuotient * count) << 32) | (lowSum & LOW);
      long lowQuotient = low / count;
      return halfToEven((highQuotient << 32) + lowQuotient, low - lowQuotient * count, count);
    }
  }

  /** Floats: their sums are doubles. */
  private static final class OfFloats extends MeanDownsamplingSums {
    private final double[] sums;

    OfFloats(CoreType type, int length) {
      super(type);
      sums = new double[length];
    }

    @Override
    void clear() {
      // The one zero that leaves the sign of what is added alone.
      Arrays.fill(sums, -0.0);
    }

    @Override
    void add(byte[] bytes, int offset) {
      int length = sums.length;
      switch (type) {
        case FLOAT16 -> {
          for (int i = 0; i < length; i++) {
            sums[i] += Float16.toFloat((short) SHORTS.get(bytes, offset + 2 * i));
          }
        }
        case FLOAT32 -> {
          for (int i = 0; i < length; i++) {
            sums[i] += Float.intBitsToFloat((int) INTS.get(bytes, offset + 4 * i));
          }
        }
        default -> {
          for (int i = 0; i < length; i++) {
            sums[i] += Double.longBitsToDouble((long) LONGS.get(bytes, offset + 8 * i));
          }
        }
      }
    }

    @Override
    void store(byte[] bytes, int offset, int rows, int factor) {
      int results = (sums.length - 1) / factor + 1;
      for (int i = 0; i < results; i++) {
        int from = i * factor;
        int neighbours = Math.min(factor, sums.length - from);
        double sum = sums[from];
        for (int n = 1; n < neighbours; n++) {
          sum += sums[from + n];
        }
        put(bytes, offset, i, sum / ((double) rows * neighbours));
      }
    }

    /** Gives every NaN the same bits, which the hardware does not. */
    private void put(byte[] bytes, int offset, int index, double mean) {
      switch (type) {
        case FLOAT16 ->
            SHORTS.set(
                bytes,
                offset + 2 * index,
                Float16.fromDouble(Double.isNaN(mean) ? Double.NaN : mean));
        case FLOAT32 -> INTS.set(bytes, offset + 4 * index, Float.floatToIntBits((float) mean));
        default -> LONGS.set(bytes, offset + 8 * index, Double.doubleToLongBits(mean));
      }
    }
  }
}
