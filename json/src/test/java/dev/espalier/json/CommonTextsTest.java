package dev.espalier.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What documents have in common is one value, and what differs is not. */
class CommonTextsTest {
  private static List<JsonValue> elements(String array, CommonTexts common) {
    return ((JsonArray) JsonReader.parse(array.getBytes(UTF_8), JsonLimits.DEFAULT, common))
        .elements();
  }

  @Test
  void whatSeveralDocumentsHaveIsOneValue() {
    CommonTexts common = new CommonTexts();

    List<JsonValue> first = elements("[\"space\", 1.0, {\"type\": \"é\"}]", common);
    List<JsonValue> second = elements("[\"space\", 1.0, {\"type\": \"\\u00e9\"}]", common);

    assertThat(second).isEqualTo(first);
    assertThat(second.get(0)).isSameAs(first.get(0));
    assertThat(second.get(1)).isSameAs(first.get(1));
    assertThat(nameAndValue(second.get(2)))
        .zipSatisfy(
            nameAndValue(first.get(2)), (mine, theirs) -> assertThat(mine).isSameAs(theirs));
  }

  private static List<Object> nameAndValue(JsonValue object) {
    return ((JsonObject) object)
        .members().entrySet().stream()
            .<Object>mapMulti(
                (entry, out) -> {
                  out.accept(entry.getKey());
                  out.accept(entry.getValue());
                })
            .toList();
  }

  @Test
  void whatDiffersIsToldApart() {
    CommonTexts common = new CommonTexts();

    assertThat(elements("[\"1\", 1, 1.0, 1e0, \"1.0\", \"Aa\", \"BB\"]", common))
        .hasToString("[\"1\", 1, 1.0, 1e0, \"1.0\", \"Aa\", \"BB\"]");
    assertThat(elements("[\"NaN\", NaN, -Infinity]", common))
        .hasToString("[\"NaN\", \"NaN\", \"-Infinity\"]");
  }

  @Test
  void moreThanIsKeptIsReadAsEver() {
    CommonTexts common = new CommonTexts();
    Random random = new Random(3);
    for (int round = 0; round < 20; round++) {
      List<JsonValue> expected = new ArrayList<>();
      for (int i = 0; i < 1_000; i++) {
        int number = random.nextInt(5_000);
        expected.add(JsonObject.of("x".repeat(number % 60) + number, JsonValue.of(number)));
        expected.add(JsonValue.of("y".repeat(number % 50) + number));
      }

      assertThat(elements(new JsonArray(expected).toString(), common)).isEqualTo(expected);
    }
  }
}
