package dev.espalier.model.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * A JSON number, exactly as it is spelled: {@code 1}, {@code 1.0} and {@code 1e0} differ, and no
 * digit of 2<sup>64</sup>&minus;1 is lost.
 *
 * @param text the number in JSON's grammar
 */
public record JsonNumber(String text) implements JsonValue {
  private static final Pattern GRAMMAR =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
  private static final int LONGEST_INTEGER = 4_000;

  /** So many characters always fit 64 bits. */
  private static final int SURELY_FITS = 18;

  /** Checks the spelling. */
  public JsonNumber {
    if (!GRAMMAR.matcher(text).matches()) {
      throw new IllegalArgumentException("not a JSON number: " + JsonText.quote(text));
    }
  }

  /** Whether the number is spelled without fraction and exponent. */
  public boolean isInteger() {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '-' && (c < '0' || c > '9')) {
        return false;
      }
    }
    return true;
  }

  /** Whether the value is an integer, however it is spelled: {@code 1.0} and {@code 1e2} are. */
  public boolean isWhole() {
    if (isInteger()) {
      return true;
    }
    try {
      BigDecimal value = toBigDecimal();
      return value.signum() == 0 || value.stripTrailingZeros().scale() <= 0;
    } catch (ArithmeticException e) {
      return false;
    }
  }

  /** The exact value, if the number is spelled as an integer of sane length. */
  public Optional<BigInteger> asBigInteger() {
    return isInteger() && text.length() <= LONGEST_INTEGER
        ? Optional.of(new BigInteger(text))
        : Optional.empty();
  }

  /** The exact value, if the number is spelled as an integer that fits 64 bits with sign. */
  public OptionalLong asLong() {
    if (!isInteger() || text.length() > 20) {
      return OptionalLong.empty();
    }
    if (text.length() <= SURELY_FITS) {
      return OptionalLong.of(Long.parseLong(text));
    }
    BigInteger value = new BigInteger(text);
    return value.bitLength() < Long.SIZE
        ? OptionalLong.of(value.longValue())
        : OptionalLong.empty();
  }

  /**
   * The exact decimal value; do not expand it, its exponent may be huge.
   *
   * @throws ArithmeticException if the exponent does not fit 32 bits
   */
  public BigDecimal toBigDecimal() {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw (ArithmeticException)
          new ArithmeticException("the exponent of " + text + " is too large").initCause(e);
    }
  }

  /** The nearest double, infinite when the number is beyond the range. */
  public double toDouble() {
    return Double.parseDouble(text);
  }

  @Override
  public String typeName() {
    return isInteger() ? "integer" : "number";
  }

  @Override
  public String toString() {
    return text;
  }
}
