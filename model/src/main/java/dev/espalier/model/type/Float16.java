package dev.espalier.model.type;

import dev.espalier.model.json.JsonNumber;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * Conversions of IEEE 754 binary16 numbers, which Java 17 has no type for: a {@code short} holds
 * the bits.
 */
public final class Float16 {
  private static final int SIGN = 0x8000;
  private static final int INFINITY = 0x7c00;
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  /** The step between subnormal numbers, 2<sup>-24</sup>. */
  private static final BigDecimal SMALLEST = BigDecimal.ONE.divide(TWO.pow(24));

  private Float16() {}

  /** The same number as a float, exactly. */
  public static float toFloat(short bits) {
    int exponent = (bits >> 10) & 0x1f;
    int mantissa = bits & 0x3ff;
    float magnitude;
    if (exponent == 0) {
      magnitude = mantissa * 0x1p-24f;
    } else if (exponent == 0x1f) {
      return Float.intBitsToFloat(((bits & SIGN) << 16) | 0x7f800000 | (mantissa << 13));
    } else {
      magnitude = Float.intBitsToFloat(((exponent + 112) << 23) | (mantissa << 13));
    }
    return (bits & SIGN) != 0 ? -magnitude : magnitude;
  }

  /** The nearest binary16 number, halves to even, infinite beyond the range. */
  public static short fromDouble(double value) {
    int sign = Double.doubleToRawLongBits(value) < 0 ? SIGN : 0;
    if (Double.isNaN(value)) {
      return (short) (sign | 0x7e00);
    }
    if (Double.isInfinite(value)) {
      return (short) (sign | INFINITY);
    }
    double magnitude = Math.abs(value);
    if (magnitude >= 65520) {
      return (short) (sign | INFINITY);
    }
    int exponent = Math.max(Math.getExponent(magnitude), -14);
    // Scaling by a power of two is exact, so that rint rounds the value itself.
    int steps = (int) Math.rint(Math.scalb(magnitude, 10 - exponent));
    return (short) (sign | assemble(exponent, steps));
  }

  static short parse(JsonNumber number) {
    int sign = number.text().startsWith("-") ? SIGN : 0;
    double near = Math.abs(number.toDouble());
    if (near >= 65521) {
      return (short) (sign | INFINITY);
    }
    if (near < 0x1p-26) {
      return (short) sign;
    }
    BigDecimal magnitude = number.toBigDecimal().abs();
    if (magnitude.compareTo(BigDecimal.valueOf(65520)) >= 0) {
      return (short) (sign | INFINITY);
    }
    int exponent = Math.max(exponentOf(magnitude, near), -14);
    BigDecimal step =
        exponent >= 10 ? TWO.pow(exponent - 10) : BigDecimal.ONE.divide(TWO.pow(10 - exponent));
    BigInteger steps =
        magnitude.divide(step.max(SMALLEST), 0, RoundingMode.HALF_EVEN).toBigInteger();
    return (short) (sign | assemble(exponent, steps.intValueExact()));
  }

  private static int exponentOf(BigDecimal magnitude, double near) {
    int exponent = Math.getExponent(near);
    // The nearest double may have been rounded up to the next power of two.
    return exponent > -15 && magnitude.compareTo(new BigDecimal(Math.scalb(1.0, exponent))) < 0
        ? exponent - 1
        : exponent;
  }

  /** Subnormal numbers have fewer than 0x400 steps; a carry lands in the exponent, as it should. */
  private static int assemble(int exponent, int steps) {
    return ((exponent + 14) << 10) + steps;
  }
}
