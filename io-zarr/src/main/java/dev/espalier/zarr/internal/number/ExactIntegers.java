package dev.espalier.zarr.internal.number;

import java.util.function.Function;

/** Computes with integers of one type, and refuses every result that is none of them. */
public final class ExactIntegers {
  private static final IntegerType LONG = IntegerType.int64();

  private final IntegerType type;
  private final Function<String, ? extends RuntimeException> failure;

  /**
   * Arithmetic of a type.
   *
   * @param failure makes what is thrown for a result that the type cannot express
   */
  public ExactIntegers(IntegerType type, Function<String, ? extends RuntimeException> failure) {
    this.type = type;
    this.failure = failure;
  }

  /** {@code a + b}. */
  public long add(long a, long b) {
    long sum = a + b;
    boolean overflow =
        type.isWide() ? Long.compareUnsigned(sum, a) < 0 : ((a ^ sum) & (b ^ sum)) < 0;
    return checked(sum, overflow, a, "+", b);
  }

  /** {@code a - b}. */
  public long subtract(long a, long b) {
    long difference = a - b;
    boolean overflow =
        type.isWide() ? Long.compareUnsigned(a, b) < 0 : ((a ^ b) & (a ^ difference)) < 0;
    return checked(difference, overflow, a, "-", b);
  }

  /** {@code a * b}. */
  public long multiply(long a, long b) {
    long product = a * b;
    long high = Math.multiplyHigh(a, b);
    // The high half of the product without signs, from the one with signs.
    boolean overflow =
        type.isWide() ? high + ((a >> 63) & b) + ((b >> 63) & a) != 0 : high != product >> 63;
    return checked(product, overflow, a, "*", b);
  }

  /** {@code a / b}, where that is an integer; {@code b} is not 0. */
  public long divide(long a, long b) {
    long quotient = type.isWide() ? Long.divideUnsigned(a, b) : a / b;
    // The other overflow is that of the lowest number divided by -1.
    boolean inexact = quotient * b != a || (!type.isWide() && a == Long.MIN_VALUE && b == -1);
    return checked(quotient, inexact, a, "/", b);
  }

  private long checked(long result, boolean wrong, long a, String sign, long b) {
    if (wrong || !type.holds(result, type.isWide() ? type : LONG)) {
      throw failure.apply(
          type.text(a) + " " + sign + " " + type.text(b) + " is no number of " + type.type());
    }
    return result;
  }
}
