package dev.espalier.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.json.JsonValue;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a text holds, it is read or refused by name, as a whole and taken apart alike, and what
 * was read is written so that it is read as the same.
 */
class JsonDocumentsFuzzTest {
  static Stream<byte[]> documents() {
    String alike = "{\"a\":[1,{\"b\":\"}\"}],\"c\":\"\\\\\\\"{\"}";
    return Stream.of(
            "{\"x\":{\"y\":{\"1\":" + alike + ",\"2\":" + alike + ",\"3\":{}}}}",
            "[[[" + alike + "," + alike + "]]]",
            "[[[{\"a\":1},{\"a\":1}],-INF]]",
            "[[[{\"a\":[}]}]]]",
            "[[[{\"é\":NaN},{\"é\":NaN},{\"a\":1,\"a\":2}]]]",
            "{\"n\":[-0,1e5,1E+400,0.10,18446744073709551616,-Infinity,null,true,false]}",
            "\ufeff[\"\\ud83c\\udf89\",\"\\u0000\"]",
            "[[[[[[[[]]]]]]]]")
        .map(text -> text.getBytes(UTF_8));
  }

  @MethodSource("documents")
  @FuzzTest
  void textsAreReadOrRefused(byte[] utf8) {
    Optional<JsonValue> apart = AlikeObjects.read(utf8, JsonLimits.DEFAULT, new CommonTexts());
    JsonValue whole;
    try {
      whole = JsonReader.parse(JsonReader.decode(utf8));
    } catch (CorruptException | UnsupportedException refused) {
      assertThat(refused).hasMessageMatching("(?s).{8,400}");
      assertThat(apart).isEmpty();
      return;
    }
    apart.ifPresent(value -> assertThat(value).isEqualTo(whole));
    assertThat(JsonReader.parse(JsonWriter.compact(whole))).isEqualTo(whole);
    assertThat(JsonReader.parse(JsonWriter.pretty(whole))).isEqualTo(whole);
  }
}
