package dev.espalier.model.match;

import static dev.espalier.model.declare.Declare.array;
import static dev.espalier.model.declare.Declare.group;
import static dev.espalier.model.declare.Declare.reference;
import static dev.espalier.model.declare.Declare.string;
import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.model.declare.Declare;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.schema.Schema;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** References that lead to nodes beside or above the one that holds them. */
class ReferencesUpTest {
  private static final Schema LINKED =
      Declare.convention("test", "1")
          .root(group().optionalMember("a", reference("linked")))
          .define(
              "linked",
              group()
                  .optional("next", string().referringTo("linked"))
                  .optional("data", string().referringTo("array"))
                  .optionalMember("own", reference("array")))
          .define("array", array().types("int32").dimensions("n"))
          .build();

  private static Trees tree(String path) {
    return Trees.tree()
        .array("/x", "int32", 3)
        .array("/y", "float32", 3)
        .attribute("/a", "data", JsonValue.of(path));
  }

  @Test
  void aStepUpLeadsToTheGroupAbove() {
    assertThat(Trees.told(tree("../x").against(LINKED))).isEmpty();
    assertThat(Trees.told(tree("../y").against(LINKED)))
        .containsExactly("array.data-type at /y: the data type of /y is float32, not int32");
  }

  @ParameterizedTest
  @CsvSource({"../z", "../../x", "..", "../a/../x", "../"})
  void whatLeadsToNoArrayIsFound(String path) {
    assertThat(tree(path).against(LINKED).findings())
        .extracting(finding -> finding.rule().id())
        .containsExactly("reference.target");
  }

  @Test
  void aPathThatBreaksItsPatternIsNotFollowed() {
    Schema oneName =
        Declare.convention("test", "1")
            .root(
                group()
                    .attribute("data", string().matching("[a-z]+", "a name").referringTo("array")))
            .define("array", array().types("int32"))
            .build();
    assertThat(
            Trees.told(
                Trees.tree()
                    .array("/x/y", "float32", 3)
                    .attribute("/", "data", JsonValue.of("x/y"))
                    .against(oneName)))
        .singleElement()
        .asString()
        .startsWith("attribute.pattern at /: ");
  }

  @Test
  void aNodeAboveTheOneThatIsMatchedIsFoundToo() {
    Schema alone =
        Declare.convention("test", "1")
            .root(group().optional("data", string().referringTo("array")))
            .define("array", array().types("int32"))
            .build();
    Match match = Matcher.of(alone).match(tree("../y").build(), NodePath.parse("/a"));

    assertThat(Trees.told(match)).hasSize(1);
  }

  @Test
  void aCycleEnds() {
    Trees tree =
        Trees.tree()
            .attribute("/a", "next", JsonValue.of("../b"))
            .attribute("/b", "next", JsonValue.of("../a"));

    assertThat(Trees.told(tree.against(LINKED))).isEqualTo(List.of());
  }
}
