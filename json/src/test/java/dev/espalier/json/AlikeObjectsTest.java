package dev.espalier.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.EspalierException;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading in parts gives what reading the whole gives, or leaves it to that. */
class AlikeObjectsTest {
  private static final String COPIES =
      """
      {"zarr_format": 3, "must": {"metadata": {
        "a": {"shape": [4, 5], "name": "é { \\" } \\\\", "deep": {"er": [{}, {"x": NaN}]}},
        "b": {"shape": [4, 5], "name": "é { \\" } \\\\", "deep": {"er": [{}, {"x": NaN}]}},
        "c": {"shape": [4, 5], "name": "é { \\" } \\\\", "deep": {"er": [{}, {"x": -1e5}]}},
        "d": {}, "e": {}, "f": [{"x": 1}, {"x": 1}], "INF": "-INF"
      }}, "attributes": {"a": {"b": {"c": {}}}}}
      """;

  @Test
  void objectsThatAreAlikeAreOneValue() {
    JsonObject copies =
        copies(AlikeObjects.read(COPIES.getBytes(UTF_8), JsonLimits.DEFAULT, new CommonTexts()));

    assertThat(copies.get("b").orElseThrow()).isSameAs(copies.get("a").orElseThrow());
    assertThat(copies.get("c").orElseThrow()).isNotEqualTo(copies.get("a").orElseThrow());
    assertThat(AlikeObjects.read(COPIES.getBytes(UTF_8), JsonLimits.DEFAULT, new CommonTexts()))
        .hasValue(JsonReader.parse(COPIES));
  }

  @Test
  void aLongDocumentIsReadThatWay() {
    String padded = COPIES + " ".repeat(100_000);

    JsonObject copies = copies(Optional.of(JsonReader.parse(padded.getBytes(UTF_8))));

    assertThat(copies.get("b").orElseThrow()).isSameAs(copies.get("a").orElseThrow());
  }

  private static JsonObject copies(Optional<JsonValue> document) {
    JsonObject root = (JsonObject) document.orElseThrow();
    JsonObject member = (JsonObject) root.get("must").orElseThrow();
    return (JsonObject) member.get("metadata").orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[[[-INF]]]",
        "[[[{\"a\": 1}, -INF]]]",
        "[[[{\"a\": -INF}]]]",
        "[[[1{\"a\": 1}]]]",
        "[[[{\"a\": 1}{\"a\": 1}]]]",
        "[[[{\"a\": 1}inity]]]",
        "[[[-{\"a\": 1}]]]",
        "[[[{\"a\": 1, \"a\": 2}]]]",
        "[[[{\"a\": 1}]]",
        "[[[{\"a\": 1}]]]]",
        "[[[{\"a\": 1]]]}",
        "[[{[{\"a\": 1}]: 2}]]",
        "[[{{\"a\": 1}: 2}]]",
        "[[[{\"a\": \"",
        "[[[{\"a\": \"\\",
        "[[[{\"a\": 1}]]] {}",
        "",
      })
  void whatIsNoJsonInPartsIsNoneAsAWhole(String text) {
    assertThat(AlikeObjects.read(text.getBytes(UTF_8), JsonLimits.DEFAULT, new CommonTexts()))
        .isEmpty();
    byte[] padded = (text + " ".repeat(100_000)).getBytes(UTF_8);
    assertThatThrownBy(() -> JsonReader.parse(padded))
        .isInstanceOf(CorruptException.class)
        .hasMessage(messageOf(text + " ".repeat(100_000)));
  }

  private static String messageOf(String text) {
    try {
      return JsonReader.parse(text).toString();
    } catch (EspalierException e) {
      return String.valueOf(e.getMessage());
    }
  }

  @Test
  void bytesThatAreNoTextAreRefused() {
    byte[] bytes = "[[[{\"a\": \"\u00c3{\"}, {\"a\": 1}]]]".getBytes(ISO_8859_1);

    assertThat(AlikeObjects.read(bytes, JsonLimits.DEFAULT, new CommonTexts())).isEmpty();
  }

  @Test
  void theLimitsHoldForTheWhole() {
    byte[] deep = "[[[{\"a\": [[]]}]]]".getBytes(UTF_8);
    JsonLimits six = new JsonLimits(1_000, 6, 10, 10_000);
    JsonLimits five = new JsonLimits(1_000, 5, 10, 10_000);

    assertThat(AlikeObjects.read(deep, six, new CommonTexts())).hasValue(JsonReader.parse(deep));
    assertThat(AlikeObjects.read(deep, five, new CommonTexts())).isEmpty();
    assertThatThrownBy(() -> JsonReader.parse(deep, five)).isInstanceOf(UnsupportedException.class);
    byte[] two = "[[[{\"a\": [1]}, {\"a\": [2]}]]]".getBytes(UTF_8);
    assertThat(AlikeObjects.read(two, six.withMaxMemory(1_200), new CommonTexts())).isPresent();
    assertThat(AlikeObjects.read(two, six.withMaxMemory(700), new CommonTexts())).isEmpty();
  }

  @Test
  void damageIsNeverReadAsSomethingElse() {
    Random random = new Random(20261126);
    byte[] sound = COPIES.getBytes(UTF_8);
    byte[] likely = "{}[]\",:\\F-INF 1a\u00e9".getBytes(UTF_8);
    int read = 0;
    for (int round = 0; round < 30_000; round++) {
      byte[] damaged = sound.clone();
      for (int i = random.nextInt(3); i >= 0; i--) {
        damaged[random.nextInt(damaged.length)] = likely[random.nextInt(likely.length)];
      }
      Optional<JsonValue> inParts =
          AlikeObjects.read(damaged, JsonLimits.DEFAULT, new CommonTexts());
      if (inParts.isPresent()) {
        read++;
        assertThat(inParts).hasValue(JsonReader.parse(damaged));
      }
    }
    assertThat(read).isBetween(3_000, 29_000);
  }
}
