package dev.espalier.model.match;

import static dev.espalier.model.declare.Declare.array;
import static dev.espalier.model.declare.Declare.choice;
import static dev.espalier.model.declare.Declare.excluded;
import static dev.espalier.model.declare.Declare.group;
import static dev.espalier.model.declare.Declare.string;
import static dev.espalier.model.match.Trees.told;
import static dev.espalier.model.match.Trees.tree;
import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.model.declare.NodeDeclaration;
import dev.espalier.model.edit.RemoveAttribute;
import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.path.NodePath;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attributes that must not be there, and texts whose case does not matter. */
class ExcludedAttributeTest {
  private static final NodeDeclaration PLAIN =
      group().member("a", array().attribute(excluded("unit")));

  private static final NodeDeclaration MARKED =
      group()
          .member(
              "a",
              choice()
                  .or("measured", array().types("float64").attribute("unit", string()))
                  .or("counted", array().attribute(excluded("unit"))));

  @Test
  void whatIsExcludedIsFoundAndRemoved() {
    Match match =
        tree().array("/a", "int32", 3).attribute("/a", "unit", JsonValue.of("m")).against(PLAIN);

    assertThat(told(match))
        .containsExactly("attribute.value at /a: \"unit\" is there, and should not be");
    assertThat(match.findings().get(0).edits())
        .containsExactly(new RemoveAttribute(NodePath.parse("/a"), JsonPointer.of("unit")));
    assertThat(told(tree().array("/a", "int32", 3).against(PLAIN))).isEmpty();
  }

  @Test
  void inAChoiceTheAttributeTellsWhatIsMeantThoughMuchElseIsWrong() {
    Match match =
        tree().array("/a", "int32", 3).attribute("/a", "unit", JsonValue.of("m")).against(MARKED);

    assertThat(told(match))
        .containsExactly(
            "array.data-type at /a: the data type of /a is int32, not float64;"
                + " the closest alternative is \"measured\"");
    assertThat(told(tree().array("/a", "int32", 3).against(MARKED))).isEqualTo(List.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"timeSeries", "TIMESERIES", "profile", "Pro-File", "pro-file2"})
  void caseDoesNotMatter(String text) {
    NodeDeclaration root =
        group().attribute("t", string().oneOfInAnyCase("timeSeries", "pro-file", "profile"));
    Match match = tree().attribute("/", "t", JsonValue.of(text)).against(root);

    assertThat(told(match))
        .isEqualTo(
            text.equals("pro-file2")
                ? List.of(
                    "attribute.pattern at /: \"t\" is \""
                        + text
                        + "\", not timeSeries, pro-file or profile, in any"
                        + " case")
                : List.of());
  }
}
