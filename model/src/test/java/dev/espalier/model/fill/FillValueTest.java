package dev.espalier.model.fill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonBoolean;
import dev.espalier.model.json.JsonNull;
import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.type.DataType;
import dev.espalier.model.type.ExtensionType;
import dev.espalier.model.type.RawBits;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FillValueTest {
  @ParameterizedTest
  @CsvSource({
    "INT8, -128, 80",
    "INT8, 127, 7f",
    "UINT8, 255, ff",
    "INT16, -2, feff",
    "UINT16, 65535, ffff",
    "INT32, 66051, 03020100",
    "UINT32, 4294967295, ffffffff",
    "INT64, -9223372036854775808, 0000000000000080",
    "INT64, 9007199254740993, 0100000000002000",
    "UINT64, 18446744073709551615, ffffffffffffffff",
    "FLOAT16, 1, 003c",
    "FLOAT32, 1, 0000803f",
    "FLOAT64, 1, 000000000000f03f",
  })
  void numbersAreKeptAsLittleEndianBits(CoreType type, String number, String hex) {
    FillValue fill = FillValue.parse(type, new JsonNumber(number));

    assertThat(hex(fill)).isEqualTo(hex);
    assertThat(FillValue.parse(type, fill.toJson())).isEqualTo(fill);
  }

  static Stream<CoreType> integers() {
    return Arrays.stream(CoreType.values())
        .filter(
            type -> type.kind() == CoreType.Kind.SIGNED || type.kind() == CoreType.Kind.UNSIGNED);
  }

  @ParameterizedTest
  @MethodSource("integers")
  void integersFillTheirRangeAndNothingElse(CoreType type) {
    boolean signed = type.kind() == CoreType.Kind.SIGNED;
    BigInteger span = BigInteger.ONE.shiftLeft(8 * type.size());
    BigInteger low = signed ? span.shiftRight(1).negate() : BigInteger.ZERO;
    BigInteger high = low.add(span).subtract(BigInteger.ONE);

    for (BigInteger legal : new BigInteger[] {low, low.add(BigInteger.ONE), high}) {
      JsonValue json = new JsonNumber(legal.toString());
      assertThat(FillValue.parse(type, json).toJson()).isEqualTo(json);
    }
    for (BigInteger beyond :
        new BigInteger[] {low.subtract(BigInteger.ONE), high.add(BigInteger.ONE)}) {
      assertThatThrownBy(() -> FillValue.parse(type, new JsonNumber(beyond.toString())))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "fill value "
                  + beyond
                  + " is not of data type "
                  + type
                  + "; expected an integer from "
                  + low
                  + " to "
                  + high);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.0", "1e3", "0.5", "-0.0"})
  void integersAreSpelledWithoutFractionAndExponent(String number) {
    assertThatThrownBy(() -> FillValue.parse(CoreType.INT32, new JsonNumber(number)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("fill value " + number + " is not of data type int32");
  }

  @Test
  void integersOfAbsurdLengthAreRefusedWithShortMessages() {
    assertThatThrownBy(() -> FillValue.parse(CoreType.UINT64, new JsonNumber("1".repeat(100_000))))
        .isInstanceOf(IllegalArgumentException.class)
        .extracting(e -> String.valueOf(e.getMessage()).length())
        .satisfies(length -> assertThat(length).isLessThan(200));
  }

  @ParameterizedTest
  @CsvSource({
    "FLOAT16, NaN, 007e",
    "FLOAT16, Infinity, 007c",
    "FLOAT16, -Infinity, 00fc",
    "FLOAT16, 0x7d01, 017d",
    "FLOAT32, NaN, 0000c07f",
    "FLOAT32, Infinity, 0000807f",
    "FLOAT32, +Infinity, 0000807f",
    "FLOAT32, -Infinity, 000080ff",
    "FLOAT32, 0x7fc00123, 2301c07f",
    "FLOAT32, 0x7FA00000, 0000a07f",
    "FLOAT32, 0xffc00000, 0000c0ff",
    "FLOAT64, NaN, 000000000000f87f",
    "FLOAT64, -Infinity, 000000000000f0ff",
    "FLOAT64, 0x7ff4000000000001, 010000000000f47f",
  })
  void floatsThatAreNoNumbersAreStrings(CoreType type, String text, String hex) {
    FillValue fill = FillValue.parse(type, JsonValue.of(text));

    assertThat(hex(fill)).isEqualTo(hex);
    assertThat(FillValue.parse(type, fill.toJson())).isEqualTo(fill);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"nan", "NAN", "inf", "0x", "0x7fc0012", "0x7fc001234", "7fc00123", "0x7fc0012g"})
  void otherStringsAreNoFloats(String text) {
    assertThatThrownBy(() -> FillValue.parse(CoreType.FLOAT32, JsonValue.of(text)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "fill value \""
                + text
                + "\" is not of data type float32; expected a number, \"NaN\", \"Infinity\","
                + " \"-Infinity\" or \"0x\" and 8 hexadecimal digits");
  }

  @Test
  void everyHalfSurvivesItsForm() {
    List<String> lost = new ArrayList<>();
    for (int bits = 0; bits < 0x10000; bits++) {
      if (!survives(CoreType.FLOAT16, new byte[] {(byte) bits, (byte) (bits >> 8)})) {
        lost.add(Integer.toHexString(bits));
      }
    }
    assertThat(lost).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(CoreType.class)
  void anyBitsSurviveTheirForm(CoreType type) {
    Random random = new Random(type.id().hashCode());
    byte[] bytes = new byte[type.size()];
    List<String> lost = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      random.nextBytes(bytes);
      if (i % 4 == 0) {
        // Exponents of all ones, which random bits seldom have: NaNs and infinities.
        bytes[type.size() - 1] |= 0x7f;
        bytes[Math.max(0, type.size() - 2)] |= (byte) 0xf0;
      }
      if (type == CoreType.BOOL) {
        bytes[0] &= 1;
      }
      if (!survives(type, bytes)) {
        lost.add(HexFormat.of().formatHex(bytes));
      }
    }
    assertThat(lost).isEmpty();
  }

  private static boolean survives(DataType type, byte[] bytes) {
    BitsFill fill = BitsFill.of(type, bytes);
    return Arrays.equals(
        ((BitsFill) FillValue.parse(type, fill.toJson())).littleEndianBytes(), bytes);
  }

  @Test
  void decimalsRoundOnceToTheNearestFloat() {
    Random random = new Random(32);
    List<Float> wrong = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      float low = Math.abs(Float.intBitsToFloat(random.nextInt()));
      if (!Float.isFinite(low) || low == Float.MAX_VALUE) {
        continue;
      }
      BigDecimal half =
          new BigDecimal(low).add(new BigDecimal(Math.nextUp(low))).divide(BigDecimal.valueOf(2));
      BigDecimal hair = half.ulp().movePointLeft(40);
      boolean lowIsEven = (Float.floatToIntBits(low) & 1) == 0;

      if (parseFloat(half) != (lowIsEven ? low : Math.nextUp(low))
          || parseFloat(half.subtract(hair)) != low
          || parseFloat(half.add(hair)) != Math.nextUp(low)) {
        wrong.add(low);
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static float parseFloat(BigDecimal number) {
    FillValue fill = FillValue.parse(CoreType.FLOAT32, new JsonNumber(number.toString()));
    return ByteBuffer.wrap(((BitsFill) fill).littleEndianBytes())
        .order(ByteOrder.LITTLE_ENDIAN)
        .getFloat();
  }

  @Test
  void minusZeroIsNotZero() {
    FillValue minus = FillValue.parse(CoreType.FLOAT32, new JsonNumber("-0.0"));

    assertThat(minus).isNotEqualTo(FillValue.zero(CoreType.FLOAT32));
    assertThat(minus.toJson()).isEqualTo(new JsonNumber("-0.0"));
    assertThat(((BitsFill) minus).isAllZeroBits()).isFalse();
    assertThat(((BitsFill) FillValue.zero(CoreType.FLOAT32)).isAllZeroBits()).isTrue();
  }

  @Test
  void complexNumbersArePairs() {
    JsonValue pair = JsonArray.of(new JsonNumber("1.5"), JsonValue.of("0x7ff8000000000001"));

    assertThat(hex(FillValue.parse(CoreType.COMPLEX128, pair)))
        .isEqualTo("000000000000f83f" + "010000000000f87f");
    assertThat(FillValue.parse(CoreType.COMPLEX128, pair).toJson()).isEqualTo(pair);
    assertThatThrownBy(() -> FillValue.parse(CoreType.COMPLEX64, JsonArray.of(JsonValue.of(1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("fill value [1] is not of data type complex64; expected a pair of floats");
  }

  @Test
  void truthValuesAreNoNumbers() {
    assertThat(hex(FillValue.parse(CoreType.BOOL, JsonBoolean.TRUE))).isEqualTo("01");
    assertThatThrownBy(() -> FillValue.parse(CoreType.BOOL, JsonValue.of(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("fill value 1 is not of data type bool; expected true or false");
    assertThatThrownBy(() -> FillValue.parse(CoreType.INT8, JsonBoolean.TRUE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "fill value true is not of data type int8; expected an integer from -128 to 127");
  }

  @Test
  void rawBitsAreListsOfBytes() {
    RawBits type = new RawBits(24);
    FillValue fill = FillValue.parse(type, JsonArray.ofLongs(1, 2, 255));

    assertThat(hex(fill)).isEqualTo("0102ff");
    assertThat(fill.toJson()).isEqualTo(JsonArray.ofLongs(1, 2, 255));
    assertThatThrownBy(() -> FillValue.parse(type, JsonArray.ofLongs(1, 2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("fill value [1,2] is not of data type r24; expected a list of 3 bytes");
    assertThatThrownBy(() -> FillValue.parse(type, JsonArray.ofLongs(1, 2, 256)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "fill value [1,2,256] is not of data type r24; expected a list of bytes from 0 to 255");
  }

  @Test
  void textsAreStrings() {
    assertThat(FillValue.parse(ExtensionType.STRING, JsonValue.of("x")))
        .isEqualTo(new TextFill("x"));
    assertThat(FillValue.zero(ExtensionType.STRING)).isEqualTo(new TextFill(""));
    assertThatThrownBy(() -> FillValue.parse(ExtensionType.STRING, JsonValue.of(0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("fill value 0 is not of data type string; expected a string");
  }

  @Test
  void whatIsNotKnownIsKeptAsItIs() {
    DataType unknown = new ExtensionType("x", JsonObject.empty());

    assertThat(FillValue.parse(unknown, JsonNull.NULL).toJson()).isEqualTo(JsonNull.NULL);
    assertThatThrownBy(() -> FillValue.zero(unknown))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("data type x has no known zero");
  }

  @ParameterizedTest
  @EnumSource(CoreType.class)
  void nullIsNoValueOfACoreType(CoreType type) {
    assertThatThrownBy(() -> FillValue.parse(type, JsonNull.NULL))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("fill value null is not of data type " + type + "; expected ");
  }

  @Test
  void theBytesOfAFillValueCannotBeChanged() {
    byte[] bytes = {1, 2};
    BitsFill fill = BitsFill.of(CoreType.INT16, bytes);
    bytes[0] = 9;
    fill.littleEndianBytes()[1] = 9;

    assertThat(hex(fill)).isEqualTo("0102");
  }

  @Test
  void aFillValueHasTheSizeOfItsType() {
    assertThatThrownBy(() -> BitsFill.of(CoreType.INT16, new byte[3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("fill value of 3 bytes; int16 has 2");
  }

  private static String hex(FillValue fill) {
    return HexFormat.of().formatHex(((BitsFill) fill).littleEndianBytes());
  }
}
