package dev.espalier.zarr.internal.element;

import dev.espalier.zarr.internal.number.FloatType;
import dev.espalier.zarr.internal.number.IntegerType;
import java.util.function.Function;

/**
 * Numbers of which only the highest bits are kept, rounded half to even. Of a float the bits of the
 * mantissa are counted, of an integer those from the highest that is set, which is that of the sign
 * if it is negative.
 */
final class BitRounding implements ElementCoding {
  private static final int PIECE = 1024;

  private final IntegerType bits;
  private final int mantissaBits;
  private final int kept;
  private final int components;

  /** The bits of an infinite float, and with more mantissa bits, of a NaN; 0 for integers. */
  private final long infinity;

  private BitRounding(IntegerType bits, int mantissaBits, long infinity, int kept, int components) {
    this.bits = bits;
    this.mantissaBits = mantissaBits;
    this.infinity = infinity;
    this.kept = kept;
    this.components = components;
  }

  /**
   * Rounding of floats of a format that has infinities.
   *
   * @param components how many numbers an element consists of
   */
  static BitRounding ofFloats(FloatType type, int kept, int components) {
    IntegerType bits = IntegerType.ofBits(type.type(), type.size());
    long infinity = type.format().infinity().orElseThrow();
    return new BitRounding(bits, type.format().mantissaBits(), infinity, kept, components);
  }

  /**
   * Rounding of integers.
   *
   * @param components how many numbers an element consists of
   */
  static BitRounding ofIntegers(IntegerType type, int kept, int components) {
    IntegerType bits = new IntegerType(type.type(), type.size(), type.bits(), false);
    return new BitRounding(bits, 0, 0, kept, components);
  }

  @Override
  public void encode(
      byte[] decoded,
      byte[] encoded,
      int count,
      Function<String, ? extends RuntimeException> failure) {
    int numbers = count * components;
    long[] piece = new long[Math.min(numbers, PIECE)];
    for (int first = 0; first < numbers; first += PIECE) {
      int length = Math.min(PIECE, numbers - first);
      bits.read(decoded, first, piece, length);
      if (infinity == 0) {
        for (int i = 0; i < length; i++) {
          piece[i] = round(piece[i], Long.SIZE - Long.numberOfLeadingZeros(piece[i]));
        }
      } else {
        for (int i = 0; i < length; i++) {
          piece[i] = roundFloat(piece[i]);
        }
      }
      bits.write(piece, encoded, first, length);
    }
  }

  /** What was rounded away does not come back. */
  @Override
  public void decode(
      byte[] encoded,
      byte[] decoded,
      int count,
      Function<String, ? extends RuntimeException> failure) {
    System.arraycopy(encoded, 0, decoded, 0, count * components * bits.size());
  }

  /** A NaN stays one: a carry out of its mantissa would make it a number. */
  private long roundFloat(long value) {
    long magnitude = value & (infinity | ((1L << mantissaBits) - 1));
    if (magnitude <= infinity) {
      return round(value, mantissaBits);
    }
    int dropped = Math.max(mantissaBits - kept, 0);
    long cut = (value >>> dropped) << dropped;
    boolean still = (cut & ((1L << mantissaBits) - 1)) != 0;
    return still ? cut : cut | (1L << (mantissaBits - 1));
  }

  /**
   * Rounds a number.
   *
   * @param significant how many of its bits count
   */
  private long round(long value, int significant) {
    int dropped = significant - kept;
    if (dropped <= 0) {
      return value;
    }
    long half = (1L << (dropped - 1)) - 1 + ((value >>> dropped) & 1);
    long sum = value + half;
    boolean overflow = Long.compareUnsigned(sum, value) < 0 || sum != bits.wrap(sum);
    long rounded = overflow ? bits.high() : sum;
    return (rounded >>> dropped) << dropped;
  }
}
