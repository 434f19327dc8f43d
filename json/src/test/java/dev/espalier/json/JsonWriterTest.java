package dev.espalier.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonWriterTest {
  private static final String MIXED =
      "{\"z\":1.0,\"a\":[1,2.50,{\"q\":null}],\"e\":{},\"l\":[],\"t\":\"\\\"\\\\\\n\\u0001\"}";

  @Test
  void compactTextIsWhatWasRead() {
    assertThat(JsonWriter.compact(JsonReader.parse(MIXED))).isEqualTo(MIXED);
  }

  @Test
  void prettyTextKeepsShortPlainArraysInOneLine() {
    assertThat(JsonWriter.pretty(JsonReader.parse(MIXED)))
        .isEqualTo(
            """
            {
              "z": 1.0,
              "a": [
                1,
                2.50,
                {
                  "q": null
                }
              ],
              "e": {},
              "l": [],
              "t": "\\"\\\\\\n\\u0001"
            }""");
    assertThat(JsonWriter.pretty(JsonObject.of("shape", JsonArray.ofLongs(3, 512, 512))))
        .isEqualTo("{\n  \"shape\": [3, 512, 512]\n}");
  }

  @Test
  void prettyTextBreaksLongArrays() {
    JsonArray longArray = JsonArray.ofLongs(new Random(1).longs(5).toArray());

    assertThat(JsonWriter.pretty(longArray).lines().count()).isEqualTo(7);
    assertThat(JsonReader.parse(JsonWriter.pretty(longArray))).isEqualTo(longArray);
  }

  @Test
  void theTextCanAlwaysBeEncoded() {
    JsonValue halves =
        JsonArray.of(new JsonString("a\ud800\ud83d\ude00\udc00"), JsonValue.of("\udc00"));
    byte[] bytes = JsonWriter.compact(halves).getBytes(StandardCharsets.UTF_8);

    assertThat(JsonReader.parse(bytes)).isEqualTo(halves);
  }

  @Test
  void everyCharacterSurvives() {
    StringBuilder all = new StringBuilder();
    for (char c = 0; c < Character.MAX_VALUE; c++) {
      all.append(c);
    }
    JsonValue text = JsonValue.of(all.toString());

    assertThat(JsonReader.parse(JsonWriter.compact(text).getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void anyValueSurvivesBothForms(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      JsonValue value = RandomJson.value(random, 5);

      String compact = JsonWriter.compact(value);
      String pretty = JsonWriter.pretty(value);

      assertThat(JsonWriter.compact(JsonReader.parse(compact))).isEqualTo(compact);
      assertThat(JsonWriter.compact(JsonReader.parse(pretty))).isEqualTo(compact);
      assertThat(compact).isEqualTo(value.toString());
      assertThat(JsonReader.parse(pretty)).isEqualTo(value);
    }
  }
}
