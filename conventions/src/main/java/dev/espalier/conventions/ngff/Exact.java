package dev.espalier.conventions.ngff;

import dev.espalier.model.json.JsonNumber;
import java.math.BigDecimal;
import java.util.Optional;

/** Numbers of documents that are computed with. A few characters may stand for very many digits. */
final class Exact {
  /** So many zeros at the end are still spelled out. */
  private static final int MOST_ZEROS = 40;

  private Exact() {}

  /** The exact value, not to be expanded; nothing where the exponent is beyond 32 bits. */
  static Optional<BigDecimal> of(JsonNumber number) {
    try {
      return Optional.of(number.toBigDecimal());
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
  }

  /** The same in one form for 1, 1.0 and 10e-1, so that equal numbers are equal. */
  static Optional<BigDecimal> plain(JsonNumber number) {
    return of(number)
        .map(BigDecimal::stripTrailingZeros)
        .map(value -> isShort(value) ? value.setScale(0) : value);
  }

  /** A number that is not negative, without its fraction; the largest there is beyond 63 bits. */
  static long index(JsonNumber number) {
    return of(number)
        .map(value -> value.min(BigDecimal.valueOf(Long.MAX_VALUE)).longValue())
        .orElse(Long.MAX_VALUE);
  }

  private static boolean isShort(BigDecimal value) {
    return value.scale() < 0 && value.scale() >= -MOST_ZEROS;
  }
}
