package dev.espalier.model.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A JSON number, exactly as it is spelled: {@code 1}, {@code 1.0} and {@code 1e0} differ, and no
 * digit of 2<sup>64</sup>&minus;1 is lost.
 *
 * @param text the number in JSON's grammar
 */
public record JsonNumber(String text) implements JsonValue {
  private static final int LONGEST_INTEGER = 4_000;

  /** So many characters always fit 64 bits. */
  private static final int SURELY_FITS = 18;

  /** Checks the spelling. */
  public JsonNumber {
    if (!isNumber(text)) {
      throw new IllegalArgumentException("not a JSON number: " + JsonText.quote(text));
    }
  }

  /** By hand, since documents are full of numbers: a sign, digits, a fraction, an exponent. */
  private static boolean isNumber(String text) {
    int start = text.startsWith("-") ? 1 : 0;
    int at = afterDigits(text, start);
    if (at == start || (at > start + 1 && text.charAt(start) == '0')) {
      return false;
    }
    if (at < text.length() && text.charAt(at) == '.') {
      int fraction = at + 1;
      at = afterDigits(text, fraction);
      if (at == fraction) {
        return false;
      }
    }
    if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
      boolean signed = text.startsWith("+", at + 1) || text.startsWith("-", at + 1);
      int exponent = at + (signed ? 2 : 1);
      at = afterDigits(text, exponent);
      if (at == exponent) {
        return false;
      }
    }
    return at == text.length();
  }

  private static int afterDigits(String text, int start) {
    int at = start;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at;
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
