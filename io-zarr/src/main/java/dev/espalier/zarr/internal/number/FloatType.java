package dev.espalier.zarr.internal.number;

import dev.espalier.model.type.DataType;
import dev.espalier.model.type.Float16;
import dev.espalier.model.type.FloatFormat;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The floats of a data type. In computations each is a {@code double}, which holds all of them
 * exactly.
 */
public final class FloatType implements NumberType {
  private static final VarHandle SHORTS = view(short[].class);
  private static final VarHandle FLOATS = view(float[].class);
  private static final VarHandle DOUBLES = view(double[].class);

  private final DataType type;
  private final FloatFormat format;
  private final int leastExponent;
  private final double largest;

  /** What each byte means, where a number takes one. */
  private final double[] values;

  private FloatType(DataType type, FloatFormat format) {
    this.type = type;
    this.format = format;
    // The smallest number above zero is one step of those with the least exponent.
    this.leastExponent = Math.getExponent(format.toDouble(1)) + format.mantissaBits();
    this.largest = largestOf(format);
    this.values = new double[size() == 1 ? 1 << Byte.SIZE : 0];
    for (int bits = 0; bits < values.length; bits++) {
      values[bits] = format.toDouble(bits & ((1 << format.bits()) - 1));
    }
  }

  /**
   * The floats of a format.
   *
   * @param type the data type that they belong to
   * @param format has a mantissa
   */
  static FloatType of(DataType type, FloatFormat format) {
    return new FloatType(type, format);
  }

  private static double largestOf(FloatFormat format) {
    long sign = format.signBit();
    long bits = format.infinity().orElse(sign) - 1;
    // Where there is no infinity, the highest pattern may be a NaN.
    return format.toDouble(format.isNan(bits) ? bits - 1 : bits);
  }

  @Override
  public DataType type() {
    return type;
  }

  @Override
  public int size() {
    return format.byteSize();
  }

  /** How the numbers are made up. */
  public FloatFormat format() {
    return format;
  }

  /** Whether a NaN is one of the numbers. */
  boolean hasNan() {
    return format.canonicalNan().isPresent();
  }

  /** Whether an infinity is one of the numbers. */
  boolean hasInfinity() {
    return format.infinity().isPresent();
  }

  /** The largest number that is not infinite. */
  double largest() {
    return largest;
  }

  /** Reads numbers. */
  public void read(byte[] from, int first, double[] into, int count) {
    int at = first * size();
    switch (size()) {
      case 1 -> {
        for (int i = 0; i < count; i++) {
          into[i] = values[from[at + i] & 0xff];
        }
      }
      case 2 -> readHalves(from, at, into, count);
      case 4 -> {
        for (int i = 0; i < count; i++) {
          into[i] = (float) FLOATS.get(from, at + 4 * i);
        }
      }
      default -> {
        for (int i = 0; i < count; i++) {
          into[i] = (double) DOUBLES.get(from, at + 8 * i);
        }
      }
    }
  }

  private void readHalves(byte[] from, int at, double[] into, int count) {
    boolean binary16 = format == FloatFormat.BINARY16;
    for (int i = 0; i < count; i++) {
      short bits = (short) SHORTS.get(from, at + 2 * i);
      // The other one is the upper half of a binary32.
      into[i] = binary16 ? Float16.toFloat(bits) : Float.intBitsToFloat(bits << Short.SIZE);
    }
  }

  /** Writes numbers; one that is none of this type is rounded half to even. */
  public void write(double[] from, byte[] into, int first, int count) {
    int at = first * size();
    switch (size()) {
      case 1 -> {
        for (int i = 0; i < count; i++) {
          into[at + i] = (byte) format.fromDouble(from[i]);
        }
      }
      case 2 -> writeHalves(from, into, at, count);
      case 4 -> {
        for (int i = 0; i < count; i++) {
          FLOATS.set(into, at + 4 * i, (float) from[i]);
        }
      }
      default -> {
        for (int i = 0; i < count; i++) {
          DOUBLES.set(into, at + 8 * i, from[i]);
        }
      }
    }
  }

  private void writeHalves(double[] from, byte[] into, int at, int count) {
    boolean binary16 = format == FloatFormat.BINARY16;
    for (int i = 0; i < count; i++) {
      long bits = binary16 ? Float16.fromDouble(from[i]) : format.fromDouble(from[i]);
      SHORTS.set(into, at + 2 * i, (short) bits);
    }
  }

  /**
   * The number of this type next to a value, as if there were numbers of any size: the result may
   * be beyond the largest one, and is then finite where the value is.
   */
  public double round(double value, Rounding rounding) {
    if (size() == 8 || value == 0 || Double.isNaN(value) || Double.isInfinite(value)) {
      return value;
    }
    int step = Math.max(Math.getExponent(value), leastExponent) - format.mantissaBits();
    // Both factors are powers of two, and neither product leaves the numbers of full precision.
    return rounding.toInteger(value * powerOfTwo(-step)) * powerOfTwo(step);
  }

  /** The number of this type next to an integer, see {@link #round(double, Rounding)}. */
  double round(long value, IntegerType of, Rounding rounding) {
    boolean negative = value < 0 && !of.isWide();
    long magnitude = negative ? -value : value;
    int significant = Long.SIZE - Long.numberOfLeadingZeros(magnitude);
    int dropped = significant - format.mantissaBits() - 1;
    if (dropped <= 0) {
      return of.isWide() ? magnitude : value;
    }
    double rounded = rounding.drop(magnitude, negative, dropped) * powerOfTwo(dropped);
    return negative ? -rounded : rounded;
  }

  /** The result of a computation as IEEE 754 has it: rounded, and infinite beyond the largest. */
  public double result(double value) {
    double rounded = round(value, Rounding.NEAREST_EVEN);
    return isBeyond(rounded) ? Math.copySign(Double.POSITIVE_INFINITY, value) : rounded;
  }

  /** Whether a value that was rounded to this type is finite and beyond its largest number. */
  boolean isBeyond(double rounded) {
    return Math.abs(rounded) > largest && !Double.isInfinite(rounded);
  }

  /** A text for the smallest and the largest number. */
  String range() {
    return -largest + " to " + largest;
  }

  private static double powerOfTwo(int exponent) {
    return Double.longBitsToDouble((long) (exponent + 1023) << 52);
  }

  private static VarHandle view(Class<?> arrayType) {
    return MethodHandles.byteArrayViewVarHandle(arrayType, ByteOrder.LITTLE_ENDIAN);
  }
}
