package dev.espalier.model.type;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.model.json.JsonNumber;
import java.math.BigDecimal;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Held against decimal arithmetic, for each of the 65,536 numbers. */
class Float16Test {
  private static final int INFINITY = 0x7c00;
  private static final BigDecimal STEP = BigDecimal.ONE.divide(BigDecimal.valueOf(2).pow(24));
  private static final BigDecimal HAIR = new BigDecimal("1e-60");

  @Test
  void everyNumberWidensExactly() {
    for (int bits = 0; bits < INFINITY; bits++) {
      assertThat(new BigDecimal(Float16.toFloat((short) bits))).isEqualByComparingTo(exact(bits));
      float negative = Float16.toFloat((short) (bits | 0x8000));
      assertThat(Float.floatToRawIntBits(negative))
          .isEqualTo(Float.floatToRawIntBits(-Float16.toFloat((short) bits)));
    }
  }

  @Test
  void infinitiesAndNansWidenWithTheirBits() {
    for (int mantissa = 0; mantissa < 0x400; mantissa++) {
      for (int sign : new int[] {0, 0x8000}) {
        int wide = Float.floatToRawIntBits(Float16.toFloat((short) (sign | INFINITY | mantissa)));
        assertThat(wide).isEqualTo((sign << 16) | 0x7f800000 | (mantissa << 13));
      }
    }
  }

  @Test
  void everyNumberNarrowsToItself() {
    for (int bits = 0; bits <= INFINITY; bits++) {
      assertThat(Float16.fromDouble(Float16.toFloat((short) bits))).isEqualTo((short) bits);
      short negative = (short) (bits | 0x8000);
      assertThat(Float16.fromDouble(Float16.toFloat(negative))).isEqualTo(negative);
    }
  }

  @Test
  void doublesBetweenTwoNumbersRoundToTheNearerAndHalvesToTheEven() {
    for (int bits = 0; bits < INFINITY; bits++) {
      double half = middleAbove(bits).doubleValue();
      assertThat(new BigDecimal(half)).isEqualByComparingTo(middleAbove(bits));

      assertThat(Float16.fromDouble(half)).isEqualTo((short) even(bits));
      assertThat(Float16.fromDouble(Math.nextDown(half))).isEqualTo((short) bits);
      assertThat(Float16.fromDouble(Math.nextUp(half))).isEqualTo((short) (bits + 1));
      assertThat(Float16.fromDouble(-half)).isEqualTo((short) (even(bits) | 0x8000));
    }
  }

  @Test
  void decimalsBetweenTwoNumbersRoundOnce() {
    for (int bits = 0; bits < INFINITY; bits++) {
      BigDecimal half = middleAbove(bits);

      assertThat(parse(exact(bits))).isEqualTo((short) bits);
      assertThat(parse(half)).isEqualTo((short) even(bits));
      assertThat(parse(half.subtract(HAIR))).isEqualTo((short) bits);
      assertThat(parse(half.add(HAIR))).isEqualTo((short) (bits + 1));
      assertThat(parse(half.add(HAIR).negate())).isEqualTo((short) ((bits + 1) | 0x8000));
    }
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
    short bits = Float16.parse(new JsonNumber(text));

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
    return Float16.parse(new JsonNumber(number.toString()));
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

  private static int even(int bits) {
    return bits + (bits & 1);
  }
}
