package dev.espalier.model.type;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.model.json.JsonNumber;
import java.math.BigDecimal;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class FloatFormatTest {
  @ParameterizedTest
  @CsvSource({
    "BINARY16, 3c01, 1.0009765625",
    "BFLOAT16, 3f81, 1.0078125",
    "BFLOAT16, 0001, 9.183549615799121e-41",
    "E2M1FN, 07, 6",
    "E2M1FN, 01, 0.5",
    "E2M3FN, 1f, 7.5",
    "E2M3FN, 01, 0.125",
    "E3M2FN, 1f, 28",
    "E3M2FN, 01, 0.0625",
    "E3M4, 6f, 15.5",
    "E3M4, 01, 0.015625",
    "E4M3, 77, 240",
    "E4M3, 01, 0.001953125",
    "E4M3FN, 7e, 448",
    "E4M3B11FNUZ, 7f, 30",
    "E4M3B11FNUZ, 01, 0.0001220703125",
    "E4M3FNUZ, 7f, 240",
    "E4M3FNUZ, 01, 0.0009765625",
    "E5M2, 7b, 57344",
    "E5M2, 01, 0.0000152587890625",
    "E5M2FNUZ, 7f, 57344",
    "E5M2FNUZ, 01, 0.00000762939453125",
    "E8M0FNU, 7f, 1",
    "E8M0FNU, 00, 5.877471754111438e-39"
  })
  void bitsHaveTheirValue(FloatFormat format, String hex, double value) {
    long bits = Long.parseLong(hex, 16);

    assertThat(format.toDouble(bits)).isEqualTo(value);
    assertThat(format.fromDouble(value)).isEqualTo(bits);
    if (format.signBit() != 0) {
      assertThat(format.toDouble(bits | format.signBit())).isEqualTo(-value);
      assertThat(format.fromDouble(-value)).isEqualTo(bits | format.signBit());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "BINARY32, 7fc00000, 7f800000",
    "BFLOAT16, 7fc0, 7f80",
    "E3M4, 78, 70",
    "E4M3, 7c, 78",
    "E5M2, 7e, 7c",
    "E4M3FN, 7f, ",
    "E4M3B11FNUZ, 80, ",
    "E4M3FNUZ, 80, ",
    "E5M2FNUZ, 80, ",
    "E8M0FNU, ff, ",
    "E2M1FN, , ",
    "E2M3FN, , ",
    "E3M2FN, , "
  })
  void whatIsNoFiniteNumberHasItsBits(FloatFormat format, String nan, String infinity) {
    assertThat(format.canonicalNan()).isEqualTo(bits(nan));
    assertThat(format.infinity()).isEqualTo(bits(infinity));
    format.canonicalNan().ifPresent(bits -> assertThat(format.isNan(bits)).isTrue());
    format
        .infinity()
        .ifPresent(bits -> assertThat(format.toDouble(bits)).isEqualTo(Double.POSITIVE_INFINITY));
  }

  private static OptionalLong bits(String hex) {
    return hex == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(hex, 16));
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"BINARY32", "BINARY64"})
  void everyNumberIsFoundAgainFromItsDoubleAndFromItsDecimals(FloatFormat format) {
    finite(format)
        .forEach(
            bits -> {
              double value = format.toDouble(bits);
              assertThat(format.fromDouble(value)).isEqualTo(bits);
              assertThat(format.parse(decimal(value))).hasValue(bits);
            });
  }

  /** Halves go to the even neighbour, and the least step beside a half decides. */
  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"BINARY32", "BINARY64"})
  void whatLiesBetweenTwoNumbersIsRoundedToTheNearest(FloatFormat format) {
    finite(format)
        .filter(bits -> (bits & format.signBit()) == 0)
        .filter(bits -> ((bits + 1) & format.signBit()) == 0 && isFinite(format, bits + 1))
        .forEach(
            low -> {
              long high = low + 1;
              BigDecimal half =
                  new BigDecimal(format.toDouble(low))
                      .add(new BigDecimal(format.toDouble(high)))
                      .divide(BigDecimal.valueOf(2));
              BigDecimal step = half.scaleByPowerOfTen(-40).abs();
              long even = format == FloatFormat.E8M0FNU ? high : (low & 1) == 0 ? low : high;

              assertThat(format.fromDouble(half.doubleValue())).isEqualTo(even);
              assertThat(format.parse(new JsonNumber(half.toString()))).hasValue(even);
              assertThat(format.parse(new JsonNumber(half.subtract(step).toString())))
                  .hasValue(low);
              assertThat(format.parse(new JsonNumber(half.add(step).toString()))).hasValue(high);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "BFLOAT16, 1e39, 7f80",
    "BFLOAT16, -1e9999, ff80",
    "E4M3, 247.9, 77",
    "E4M3, 248, 78",
    "E4M3FN, 463.9, 7e",
    "E4M3FN, 465, ",
    "E4M3FNUZ, 300, ",
    "E2M1FN, 6.9, 07",
    "E2M1FN, 1e300, ",
    "E8M0FNU, -1, ",
    "E8M0FNU, 0, ",
    "E8M0FNU, 1e-60, 00",
    "E5M2FNUZ, -0.0, 00",
    "E5M2, -0.0, 80",
    "E5M2, -1e-999, 80"
  })
  void decimalsBeyondTheRangeAreInfiniteOrRefused(FloatFormat format, String text, String hex) {
    assertThat(format.parse(new JsonNumber(text))).isEqualTo(bits(hex));
  }

  @ParameterizedTest
  @CsvSource({
    "BFLOAT16, Infinity, 7f80",
    "E4M3FN, Infinity, 7f",
    "E4M3FNUZ, -1e9, 80",
    "E2M1FN, 100, 07",
    "E2M1FN, -100, 0f",
    "E2M1FN, NaN, 07",
    "E8M0FNU, -1, ff",
    "BINARY32, 1e300, 7f800000"
  })
  void doublesBeyondTheRangeAreWhatComesNearest(FloatFormat format, double value, String hex) {
    assertThat(format.fromDouble(value)).isEqualTo(Long.parseLong(hex, 16));
  }

  private static LongStream finite(FloatFormat format) {
    // Of long formats a part, which still meets every exponent.
    long step = format.bits() > 8 ? 29 : 1;
    return LongStream.iterate(0, bits -> bits < 1L << format.bits(), bits -> bits + step)
        .filter(bits -> !format.isNan(bits) && isFinite(format, bits));
  }

  private static boolean isFinite(FloatFormat format, long bits) {
    return bits < 1L << format.bits() && Double.isFinite(format.toDouble(bits));
  }

  private static JsonNumber decimal(double value) {
    String text = new BigDecimal(value).toString().replace("E+", "E");
    return new JsonNumber(Double.doubleToRawLongBits(value) == Long.MIN_VALUE ? "-0.0" : text);
  }
}
