package dev.espalier.model.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPointerTest {
  private static final JsonValue DOCUMENT =
      JsonObject.builder()
          .put("a/b", JsonArray.of(JsonValue.of(7), JsonObject.of("", JsonValue.of("deep"))))
          .put("m~n", JsonNull.NULL)
          .put("0", "zero")
          .build();

  @Test
  void tokensAreEscapedInTheText() {
    assertThat(JsonPointer.of("a/b", "m~n", "~1", "0")).hasToString("/a~1b/m~0n/~01/0");
    assertThat(JsonPointer.root()).hasToString("");
    assertThat(JsonPointer.of("")).hasToString("/");
  }

  @Test
  void aPlaceIsFound() {
    assertThat(JsonPointer.root().find(DOCUMENT)).contains(DOCUMENT);
    assertThat(JsonPointer.of("a/b", "0").find(DOCUMENT)).contains(JsonValue.of(7));
    assertThat(JsonPointer.root().child("a/b").child(1).child("").find(DOCUMENT))
        .contains(JsonValue.of("deep"));
    assertThat(JsonPointer.of("m~n").find(DOCUMENT)).contains(JsonNull.NULL);
    assertThat(JsonPointer.of("0").find(DOCUMENT)).contains(JsonValue.of("zero"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "-1", "00", "-", "x", "99999999999", ""})
  void aPlaceThatIsNotThereIsNotFound(String index) {
    assertThat(new JsonPointer(List.of("a/b", index)).find(DOCUMENT)).isEmpty();
    assertThat(new JsonPointer(List.of("0", index)).find(DOCUMENT)).isEmpty();
  }
}
