package dev.espalier.model.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonValueTest {
  @Test
  void membersKeepTheirOrderAndEqualityIgnoresIt() {
    JsonObject one = JsonObject.builder().put("b", 1).put("a", true).put("c", "x").build();
    JsonObject other = JsonObject.builder().put("a", true).put("c", "x").put("b", 1).build();

    assertThat(one).hasToString("{\"b\":1,\"a\":true,\"c\":\"x\"}");
    assertThat(other).isEqualTo(one).hasSameHashCodeAs(one);
    assertThat(other).hasToString("{\"a\":true,\"c\":\"x\",\"b\":1}");
  }

  @Test
  void aMemberIsReplacedInItsPlace() {
    JsonObject object = JsonObject.builder().put("a", 1).put("b", 2).build();

    assertThat(object.with("a", JsonNull.NULL)).hasToString("{\"a\":null,\"b\":2}");
    assertThat(object.with("c", JsonNull.NULL)).hasToString("{\"a\":1,\"b\":2,\"c\":null}");
    assertThat(object.without("a")).hasToString("{\"b\":2}");
    assertThat(object).hasToString("{\"a\":1,\"b\":2}");
  }

  @Test
  void nullIsAValueAndAbsenceIsNone() {
    JsonObject object = JsonObject.of("a", JsonNull.NULL);

    assertThat(object.get("a")).contains(JsonNull.NULL);
    assertThat(object.has("a")).isTrue();
    assertThat(object.get("b")).isEmpty();
    assertThat(object.has("b")).isFalse();
  }

  @Test
  void valuesCannotBeChanged() {
    Map<String, JsonValue> members = new LinkedHashMap<>(Map.of("a", JsonNull.NULL));
    List<JsonValue> elements = new ArrayList<>(List.of(JsonNull.NULL));
    JsonObject object = new JsonObject(members);
    JsonArray array = new JsonArray(elements);
    members.clear();
    elements.clear();

    assertThat(object).hasToString("{\"a\":null}");
    assertThat(array).hasToString("[null]");
    assertThatThrownBy(() -> object.members().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> array.elements().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void textsAreQuoted() {
    assertThat(JsonValue.of("a\"\\\n\r\t\u0000\u001f é 😀 \ud800"))
        .hasToString("\"a\\\"\\\\\\n\\r\\t\\u0000\\u001f é 😀 \\ud800\"");
    assertThat(JsonObject.of("a\"b", JsonArray.of())).hasToString("{\"a\\\"b\":[]}");
    assertThat(JsonValue.of("\udc00\ud83d")).hasToString("\"\\udc00\\ud83d\"");
  }

  @Test
  void everyKindHasAWord() {
    assertThat(
            List.of(
                JsonObject.empty().typeName(),
                JsonArray.of().typeName(),
                JsonValue.of("").typeName(),
                JsonValue.of(1).typeName(),
                JsonValue.of(1.0).typeName(),
                JsonBoolean.TRUE.typeName(),
                JsonNull.NULL.typeName()))
        .containsExactly("object", "array", "string", "integer", "number", "boolean", "null");
  }

  @Test
  void deepValuesAreSpelled() {
    JsonValue deep = JsonArray.of();
    for (int i = 0; i < 1_000; i++) {
      deep = i % 2 == 0 ? JsonObject.of("a", deep) : JsonArray.of(deep);
    }

    assertThat(deep.toString()).hasSize(2 + 500 * 6 + 500 * 2);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.0, 1, 0.1, 1e22, 1e-7, Double.MIN_VALUE, Double.MAX_VALUE, 2.0E-3})
  void doublesAreSpelledSoThatTheyReadTheSame(double number) {
    JsonNumber spelled = (JsonNumber) JsonValue.of(number);

    assertThat(Double.doubleToRawLongBits(spelled.toDouble()))
        .isEqualTo(Double.doubleToRawLongBits(number));
  }

  @Test
  void doublesThatAreNoNumbersAreStrings() {
    assertThat(JsonValue.of(Double.NaN)).isEqualTo(JsonValue.of("NaN"));
    assertThat(JsonValue.of(Double.POSITIVE_INFINITY)).isEqualTo(JsonValue.of("Infinity"));
    assertThat(JsonValue.of(Double.NEGATIVE_INFINITY)).isEqualTo(JsonValue.of("-Infinity"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "-", "+1", "01", "-01", ".5", "5.", "1e", "1e+", "0x1", "NaN", " 1", "1 ", "1d", "١",
        "1,0", "--1", "1.2.3"
      })
  void whatIsNoNumberIsRefused(String text) {
    assertThatThrownBy(() -> new JsonNumber(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not a JSON number: " + JsonValue.of(text));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0, 0",
    "9223372036854775807, 9223372036854775807",
    "-9223372036854775808, -9223372036854775808",
    "9223372036854775808, ",
    "-9223372036854775809, ",
    "1.0, ",
    "1e0, ",
    "111111111111111111111111111, ",
  })
  void onlyIntegersOf64BitsAreLongs(String text, Long expected) {
    Optional<Long> found = new JsonNumber(text).asLong().stream().boxed().findFirst();

    assertThat(found).isEqualTo(Optional.ofNullable(expected));
  }

  @Test
  void integersAreExactUpToASaneLength() {
    assertThat(new JsonNumber("18446744073709551615").asBigInteger())
        .contains(new BigInteger("18446744073709551615"));
    assertThat(new JsonNumber("1".repeat(4_000)).asBigInteger()).isPresent();
    assertThat(new JsonNumber("1".repeat(4_001)).asBigInteger()).isEmpty();
    assertThat(new JsonNumber("1e2").asBigInteger()).isEmpty();
  }

  @Test
  void decimalsAreExactWhileTheExponentIsAnInt() {
    assertThat(new JsonNumber("0.10").toBigDecimal()).isEqualTo(new BigDecimal("0.10"));
    assertThat(new JsonNumber("1e999999999").toBigDecimal().scale()).isEqualTo(-999_999_999);
    assertThatThrownBy(() -> new JsonNumber("1e99999999999").toBigDecimal())
        .isInstanceOf(ArithmeticException.class)
        .hasMessage("the exponent of 1e99999999999 is too large");
    assertThat(new JsonNumber("1e99999999999").toDouble()).isInfinite();
  }

  @Test
  void theSpellingOfANumberCounts() {
    assertThat(new JsonNumber("1")).isNotEqualTo(new JsonNumber("1.0"));
  }
}
