package dev.espalier.model.type;

import dev.espalier.model.json.JsonNumber;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.OptionalLong;

/**
 * How a binary floating point number of at most 64 bits is made up: an optional sign bit, the
 * exponent, the mantissa, from the most significant bit on.
 *
 * <p>Conversions round half to even. Where a number is too large, formats with infinities give an
 * infinity, formats with a NaN alone give that, and others give their largest number.
 */
public enum FloatFormat {
  /** IEEE 754 binary16. */
  BINARY16(5, 10),
  /** IEEE 754 binary32. */
  BINARY32(8, 23),
  /** IEEE 754 binary64. */
  BINARY64(11, 52),
  /** The upper half of a binary32: 8 exponent and 7 mantissa bits. */
  BFLOAT16(8, 7),
  /** 2 exponent and 1 mantissa bits, finite numbers only. */
  E2M1FN(true, 2, 1, 1, Specials.NONE),
  /** 2 exponent and 3 mantissa bits, finite numbers only. */
  E2M3FN(true, 2, 3, 1, Specials.NONE),
  /** 3 exponent and 2 mantissa bits, finite numbers only. */
  E3M2FN(true, 3, 2, 3, Specials.NONE),
  /** 3 exponent and 4 mantissa bits. */
  E3M4(3, 4),
  /** 4 exponent and 3 mantissa bits. */
  E4M3(4, 3),
  /** 4 exponent and 3 mantissa bits, no infinity. */
  E4M3FN(true, 4, 3, 7, Specials.ALL_ONES_NAN),
  /** 4 exponent bits with a bias of 11 and 3 mantissa bits, no infinity, one zero. */
  E4M3B11FNUZ(true, 4, 3, 11, Specials.NEGATIVE_ZERO_NAN),
  /** 4 exponent and 3 mantissa bits, no infinity, one zero. */
  E4M3FNUZ(true, 4, 3, 8, Specials.NEGATIVE_ZERO_NAN),
  /** 5 exponent and 2 mantissa bits. */
  E5M2(5, 2),
  /** 5 exponent and 2 mantissa bits, no infinity, one zero. */
  E5M2FNUZ(true, 5, 2, 16, Specials.NEGATIVE_ZERO_NAN),
  /** Powers of two: 8 exponent bits, no sign, no zero, no infinity. */
  E8M0FNU(false, 8, 0, 127, Specials.ALL_ONES_NAN);

  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  /** What the bit patterns mean that are no finite numbers. */
  private enum Specials {
    /** The highest exponent holds infinities and NaNs. */
    IEEE,
    /** Only the pattern of all ones is a NaN, with either sign; there is no infinity. */
    ALL_ONES_NAN,
    /** Only negative zero is a NaN; there is no infinity. */
    NEGATIVE_ZERO_NAN,
    /** Every pattern is a finite number. */
    NONE
  }

  private final boolean signed;
  private final int exponentBits;
  private final int mantissaBits;
  private final int bias;
  private final Specials specials;

  FloatFormat(boolean signed, int exponentBits, int mantissaBits, int bias, Specials specials) {
    this.signed = signed;
    this.exponentBits = exponentBits;
    this.mantissaBits = mantissaBits;
    this.bias = bias;
    this.specials = specials;
  }

  /** A format after the pattern of IEEE 754. */
  FloatFormat(int exponentBits, int mantissaBits) {
    this(true, exponentBits, mantissaBits, (1 << (exponentBits - 1)) - 1, Specials.IEEE);
  }

  /** How many bits hold the mantissa, without the leading one that is not stored. */
  public int mantissaBits() {
    return mantissaBits;
  }

  /** How many bits hold the exponent. */
  public int exponentBits() {
    return exponentBits;
  }

  /** How many bits a number has. */
  public int bits() {
    return (signed ? 1 : 0) + exponentBits + mantissaBits;
  }

  /** How many bytes a number takes in memory: bits above its own are ignored. */
  public int byteSize() {
    return (bits() + 7) / 8;
  }

  /** The bits of the NaN that is written {@code "NaN"}, if there is one. */
  public OptionalLong canonicalNan() {
    return switch (specials) {
      case IEEE -> OptionalLong.of(infinityBits() | (1L << (mantissaBits - 1)));
      case ALL_ONES_NAN -> OptionalLong.of(magnitudeMask());
      case NEGATIVE_ZERO_NAN -> OptionalLong.of(signBit());
      case NONE -> OptionalLong.empty();
    };
  }

  /** The bits of positive infinity, if there is one. */
  public OptionalLong infinity() {
    return specials == Specials.IEEE ? OptionalLong.of(infinityBits()) : OptionalLong.empty();
  }

  /** The bit that makes a number negative; 0 where there is none. */
  public long signBit() {
    return signed ? 1L << (exponentBits + mantissaBits) : 0;
  }

  /** Whether the bits are no number. */
  public boolean isNan(long bits) {
    long magnitude = bits & magnitudeMask();
    return switch (specials) {
      case IEEE -> magnitude > infinityBits();
      case ALL_ONES_NAN -> magnitude == magnitudeMask();
      case NEGATIVE_ZERO_NAN -> (bits & (magnitudeMask() | signBit())) == signBit();
      case NONE -> false;
    };
  }

  /** The same number as a double, exactly; every NaN as the same NaN. */
  public double toDouble(long bits) {
    if (isNan(bits)) {
      return Double.NaN;
    }
    long magnitude = bits & magnitudeMask();
    double sign = (bits & signBit()) != 0 ? -1.0 : 1.0;
    if (specials == Specials.IEEE && magnitude == infinityBits()) {
      return sign * Double.POSITIVE_INFINITY;
    }
    int exponent = (int) (magnitude >>> mantissaBits);
    long mantissa = magnitude & ((1L << mantissaBits) - 1);
    if (exponent == 0 && mantissaBits > 0) {
      return sign * Math.scalb((double) mantissa, 1 - bias - mantissaBits);
    }
    return sign
        * Math.scalb((double) (mantissa | (1L << mantissaBits)), exponent - bias - mantissaBits);
  }

  /** The bits of the nearest number. */
  public long fromDouble(double value) {
    if (this == BINARY64) {
      return Double.doubleToRawLongBits(value);
    }
    if (Double.isNaN(value)) {
      return canonicalNan().orElse(largest());
    }
    boolean negative = Double.doubleToRawLongBits(value) < 0;
    double magnitude = Math.abs(value);
    if (Double.isInfinite(magnitude) || (negative && !signed)) {
      return withSign(negative, beyond());
    }
    int exponent = Math.max(Math.getExponent(magnitude), leastExponent());
    // Scaling by a power of two is exact, so that rint rounds the value itself.
    long steps = (long) Math.rint(Math.scalb(magnitude, mantissaBits - exponent));
    long bits = assemble(exponent, steps);
    return withSign(negative, bits > largest() ? beyond() : bits);
  }

  /**
   * The bits of the number that is nearest to a decimal one, rounded once; nothing where the number
   * is too large and there is no infinity, or is one that the format has no sign or no zero for.
   */
  public OptionalLong parse(JsonNumber number) {
    if (this == BINARY64) {
      return OptionalLong.of(Double.doubleToRawLongBits(Double.parseDouble(number.text())));
    }
    if (this == BINARY32) {
      return OptionalLong.of(
          Float.floatToRawIntBits(Float.parseFloat(number.text())) & 0xffff_ffffL);
    }
    boolean negative = number.text().startsWith("-");
    double near = Math.abs(number.toDouble());
    if ((negative && !signed) || (near == 0 && mantissaBits == 0)) {
      return OptionalLong.empty();
    }
    // Far outside of every format here; the decimal number may be too long to compute with.
    long magnitude =
        near < 0x1p-200 ? 0 : near > 0x1p200 ? Long.MAX_VALUE : round(number.toBigDecimal().abs());
    OptionalLong bits = magnitude > largest() ? infinity() : OptionalLong.of(magnitude);
    return bits.isPresent() ? OptionalLong.of(withSign(negative, bits.getAsLong())) : bits;
  }

  /** The bits of a number that is neither tiny nor huge, possibly beyond the largest. */
  private long round(BigDecimal magnitude) {
    int exponent = Math.max(exponentOf(magnitude), leastExponent());
    int step = exponent - mantissaBits;
    BigDecimal steps =
        step >= 0
            ? magnitude.divide(TWO.pow(step), MathContext.UNLIMITED)
            : magnitude.multiply(TWO.pow(-step));
    return assemble(exponent, steps.setScale(0, RoundingMode.HALF_EVEN).longValueExact());
  }

  /** The exponent of the largest power of two that is not above the number. */
  private static int exponentOf(BigDecimal magnitude) {
    int exponent = Math.getExponent(magnitude.doubleValue());
    // The nearest double may have been rounded up to the next power of two.
    return magnitude.compareTo(new BigDecimal(Math.scalb(1.0, exponent))) < 0
        ? exponent - 1
        : exponent;
  }

  /**
   * Puts a number together from its mantissa in steps of the exponent. Subnormal numbers have fewer
   * steps; a carry lands in the exponent, as it should.
   */
  private long assemble(int exponent, long steps) {
    if (mantissaBits == 0) {
      return Math.max(0, exponent + bias + steps - 1);
    }
    return ((long) (exponent + bias - 1) << mantissaBits) + steps;
  }

  /** A format of exponents alone has no zero and nothing below its least power of two. */
  private int leastExponent() {
    return mantissaBits == 0 ? -bias : 1 - bias;
  }

  private long withSign(boolean negative, long magnitude) {
    if (!negative || !signed) {
      return magnitude;
    }
    boolean isNan =
        specials == Specials.NEGATIVE_ZERO_NAN && (magnitude == 0 || magnitude == signBit());
    return isNan ? magnitude : magnitude | signBit();
  }

  /** What stands for numbers that are too large. */
  private long beyond() {
    return infinity().orElse(canonicalNan().orElse(largest()));
  }

  private long largest() {
    return switch (specials) {
      case IEEE -> infinityBits() - 1;
      case ALL_ONES_NAN -> magnitudeMask() - 1;
      case NEGATIVE_ZERO_NAN, NONE -> magnitudeMask();
    };
  }

  private long infinityBits() {
    return ((1L << exponentBits) - 1) << mantissaBits;
  }

  private long magnitudeMask() {
    return (1L << (exponentBits + mantissaBits)) - 1;
  }
}
