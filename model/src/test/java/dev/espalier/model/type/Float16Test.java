package dev.espalier.model.type;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.model.json.JsonNumber;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Held against decimal arithmetic, for each of the 65,536 numbers. */
class Float16Test {
  private static final int INFINITY = 0x7c00;
  private static final BigDecimal STEP = BigDecimal.ONE.divide(BigDecimal.valueOf(2).pow(24));
  private static final BigDecimal HAIR = new BigDecimal("1e-60");

  private final List<String> wrong = new ArrayList<>();

  private void check(int bits, boolean right) {
    if (!right) {
      wrong.add(Integer.toHexString(bits));
    }
  }

  @Test
  void everyNumberWidensExactly() {
    for (int bits = 0; bits < INFINITY; bits++) {
      float wide = Float16.toFloat((short) bits);
      check(bits, new BigDecimal(wide).compareTo(exact(bits)) == 0);
      check(bits, rawBits(Float16.toFloat(negative(bits))) == rawBits(-wide));
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void infinitiesAndNansWidenWithTheirBits() {
    for (int bits = INFINITY; bits < 0x8000; bits++) {
      int wide = 0x7f800000 | ((bits & 0x3ff) << 13);
      check(bits, rawBits(Float16.toFloat((short) bits)) == wide);
      check(bits, rawBits(Float16.toFloat(negative(bits))) == (0x80000000 | wide));
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyNumberNarrowsToItself() {
    for (int bits = 0; bits <= INFINITY; bits++) {
      check(bits, Float16.fromDouble(Float16.toFloat((short) bits)) == (short) bits);
      check(bits, Float16.fromDouble(Float16.toFloat(negative(bits))) == negative(bits));
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void doublesBetweenTwoNumbersRoundToTheNearerAndHalvesToTheEven() {
    for (int bits = 0; bits < INFINITY; bits++) {
      double half = middleAbove(bits).doubleValue();
      check(bits, new BigDecimal(half).compareTo(middleAbove(bits)) == 0);

      check(bits, Float16.fromDouble(half) == (short) even(bits));
      check(bits, Float16.fromDouble(Math.nextDown(half)) == (short) bits);
      check(bits, Float16.fromDouble(Math.nextUp(half)) == (short) (bits + 1));
      check(bits, Float16.fromDouble(-half) == negative(even(bits)));
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void decimalsBetweenTwoNumbersRoundOnce() {
    for (int bits = 0; bits < INFINITY; bits++) {
      BigDecimal half = middleAbove(bits);

      check(bits, parse(exact(bits)) == (short) bits);
      check(bits, parse(half) == (short) even(bits));
      check(bits, parse(half.subtract(HAIR)) == (short) bits);
      check(bits, parse(half.add(HAIR)) == (short) (bits + 1));
      check(bits, parse(half.add(HAIR).negate()) == negative(bits + 1));
    }
    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "65504, 7bff",
    "65519.99999999999999999999, 7bff",
    "65520, 7c00",
    "1e999999999, 7c00",
    "-1e999999999999, fc00",
    "1e-999999999, 0000",
    "-1e-999999999999, 8000",
    "-0.0, 8000",
    "0e99999999999, 0000",
    "5.9604644775390625e-8, 0001",
    "2.98023223876953125e-8, 0000",
    "2.98023223876953126e-8, 0001",
    "6.103515625e-5, 0400",
  })
  void theEdgesOfTheRangeAreMet(String text, String hex) {
    short bits = (short) FloatFormat.BINARY16.parse(new JsonNumber(text)).orElseThrow();

    assertThat(HexFormat.of().toHexDigits(bits)).isEqualTo(hex);
  }

  @Test
  void whatIsNoNumberStaysNone() {
    assertThat(Float16.fromDouble(Double.NaN)).isEqualTo((short) 0x7e00);
    assertThat(Float16.fromDouble(Double.POSITIVE_INFINITY)).isEqualTo((short) 0x7c00);
    assertThat(Float16.fromDouble(Double.NEGATIVE_INFINITY)).isEqualTo((short) 0xfc00);
    assertThat(Float16.fromDouble(Double.MAX_VALUE)).isEqualTo((short) 0x7c00);
    assertThat(Float16.fromDouble(-Double.MIN_VALUE)).isEqualTo((short) 0x8000);
  }

  private static short parse(BigDecimal number) {
    return (short) FloatFormat.BINARY16.parse(new JsonNumber(number.toString())).orElseThrow();
  }

  /** The value by definition; beyond the last number the range goes on as if it had no end. */
  private static BigDecimal exact(int bits) {
    int exponent = bits >> 10;
    int mantissa = bits & 0x3ff;
    return exponent == 0
        ? STEP.multiply(BigDecimal.valueOf(mantissa))
        : STEP.multiply(BigDecimal.valueOf(2).pow(exponent - 1))
            .multiply(BigDecimal.valueOf(0x400 + mantissa));
  }

  private static BigDecimal middleAbove(int bits) {
    return exact(bits).add(exact(bits + 1)).divide(BigDecimal.valueOf(2));
  }

  private static short negative(int bits) {
    return (short) (bits | 0x8000);
  }

  private static int rawBits(float number) {
    return Float.floatToRawIntBits(number);
  }

  private static int even(int bits) {
    return bits + (bits & 1);
  }
}
