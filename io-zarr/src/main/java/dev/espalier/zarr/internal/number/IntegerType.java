package dev.espalier.zarr.internal.number;

import dev.espalier.model.type.CoreType;
import dev.espalier.model.type.DataType;
import dev.espalier.model.type.NarrowType;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The integers of a data type. In computations each is a {@code long}; one of 64 bits without sign
 * is then negative where its highest bit is set.
 *
 * @param type the data type
 * @param size how many bytes a number takes
 * @param bits how many of its bits mean something, counted from the least significant one
 * @param signed whether numbers are in two's complement
 */
public record IntegerType(DataType type, int size, int bits, boolean signed) implements NumberType {
  private static final VarHandle SHORTS = view(short[].class);
  private static final VarHandle INTS = view(int[].class);
  private static final VarHandle LONGS = view(long[].class);

  private static final double TWO_TO_63 = 0x1p63;

  /** The integers of 64 bits with sign. */
  public static IntegerType int64() {
    return of(CoreType.INT64, true);
  }

  static IntegerType of(DataType type, boolean signed) {
    int size = type.byteSize().orElseThrow();
    int bits = type instanceof NarrowType narrow ? narrow.componentBits() : Byte.SIZE * size;
    return new IntegerType(type, size, bits, signed);
  }

  /** The bits of elements that take so many bytes, whatever they mean. */
  public static IntegerType ofBits(DataType type, int size) {
    return new IntegerType(type, size, Byte.SIZE * size, false);
  }

  /** Whether numbers have 64 bits and no sign. */
  public boolean isWide() {
    return !signed && bits == Long.SIZE;
  }

  /** The smallest number. */
  public long low() {
    return signed ? -1L << (bits - 1) : 0;
  }

  /** The largest number. */
  public long high() {
    return signed ? ~low() : -1L >>> (Long.SIZE - bits);
  }

  /** The number that has the low bits of another one. */
  public long wrap(long value) {
    int unused = Long.SIZE - bits;
    return signed ? (value << unused) >> unused : (value << unused) >>> unused;
  }

  /** Whether a number of another type is one of this type. */
  boolean holds(long value, IntegerType of) {
    return !isBelow(value, of) && !isAbove(value, of);
  }

  /** Whether a number of another type is less than the smallest. */
  boolean isBelow(long value, IntegerType of) {
    return value < low() && !of.isWide();
  }

  /** Whether a number of another type is more than the largest. */
  boolean isAbove(long value, IntegerType of) {
    if (isWide()) {
      return false;
    }
    return of.isWide() ? Long.compareUnsigned(value, high()) > 0 : value > high();
  }

  /** Whether an integral value is less than the smallest number. */
  boolean isBelow(double value) {
    return value < low();
  }

  /** Whether an integral value is more than the largest number. */
  boolean isAbove(double value) {
    return value >= Math.scalb(1.0, signed ? bits - 1 : bits);
  }

  /** The number that has the low bits of an integral value. */
  long wrap(double value) {
    // The remainder of a division of doubles is exact.
    double rest = Math.abs(value) % 0x1p64;
    long magnitude = rest < TWO_TO_63 ? (long) rest : (long) (rest - TWO_TO_63) + Long.MIN_VALUE;
    return wrap(value < 0 ? -magnitude : magnitude);
  }

  /** A number as text. */
  String text(long value) {
    return isWide() ? Long.toUnsignedString(value) : Long.toString(value);
  }

  /** The smallest and the largest number as text. */
  String range() {
    return text(low()) + " to " + text(high());
  }

  /**
   * Reads numbers.
   *
   * @param from elements in memory
   * @param first the number of the first element to read
   */
  public void read(byte[] from, int first, long[] into, int count) {
    int at = first * size;
    switch (size) {
      case 1 -> {
        for (int i = 0; i < count; i++) {
          into[i] = from[at + i];
        }
      }
      case 2 -> {
        for (int i = 0; i < count; i++) {
          into[i] = (short) SHORTS.get(from, at + 2 * i);
        }
      }
      case 4 -> {
        for (int i = 0; i < count; i++) {
          into[i] = (int) INTS.get(from, at + 4 * i);
        }
      }
      default -> {
        for (int i = 0; i < count; i++) {
          into[i] = (long) LONGS.get(from, at + 8 * i);
        }
      }
    }
    if (!signed || bits < Byte.SIZE * size) {
      for (int i = 0; i < count; i++) {
        into[i] = wrap(into[i]);
      }
    }
  }

  /**
   * Writes numbers, of each as many low bits as have room.
   *
   * @param first the number of the first element to write
   */
  public void write(long[] from, byte[] into, int first, int count) {
    int at = first * size;
    switch (size) {
      case 1 -> {
        for (int i = 0; i < count; i++) {
          into[at + i] = (byte) from[i];
        }
      }
      case 2 -> {
        for (int i = 0; i < count; i++) {
          SHORTS.set(into, at + 2 * i, (short) from[i]);
        }
      }
      case 4 -> {
        for (int i = 0; i < count; i++) {
          INTS.set(into, at + 4 * i, (int) from[i]);
        }
      }
      default -> {
        for (int i = 0; i < count; i++) {
          LONGS.set(into, at + 8 * i, from[i]);
        }
      }
    }
  }

  private static VarHandle view(Class<?> arrayType) {
    return MethodHandles.byteArrayViewVarHandle(arrayType, ByteOrder.LITTLE_ENDIAN);
  }
}
