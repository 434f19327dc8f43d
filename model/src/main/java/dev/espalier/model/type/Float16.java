package dev.espalier.model.type;

/**
 * Conversions of IEEE 754 binary16 numbers, which Java 17 has no type for: a {@code short} holds
 * the bits.
 */
public final class Float16 {
  private static final int SIGN = 0x8000;
  private static final int INFINITY = 0x7c00;

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

  /** Subnormal numbers have fewer than 0x400 steps; a carry lands in the exponent, as it should. */
  private static int assemble(int exponent, int steps) {
    return ((exponent + 14) << 10) + steps;
  }
}
