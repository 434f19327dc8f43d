package dev.espalier.model.match;

import static dev.espalier.model.declare.Declare.array;
import static dev.espalier.model.declare.Declare.choice;
import static dev.espalier.model.declare.Declare.convention;
import static dev.espalier.model.declare.Declare.group;
import static dev.espalier.model.declare.Declare.reference;
import static dev.espalier.model.declare.Declare.string;
import static dev.espalier.model.match.Trees.told;
import static dev.espalier.model.match.Trees.tree;
import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.model.json.JsonValue;
import dev.espalier.model.schema.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class NestedChoiceTest {
  /** Two alternatives that differ only at the far end: all ways through would be 2^200. */
  @Test
  @Timeout(60)
  void choicesWithinChoicesStayCheap() {
    Schema schema =
        convention("test", "1")
            .root(reference("node"))
            .define(
                "node",
                choice()
                    .or(
                        "left",
                        group().optionalMember("n", reference("node")).optional("a", string()))
                    .or(
                        "right",
                        group().optionalMember("n", reference("node")).optional("a", string())))
            .build();
    StringBuilder path = new StringBuilder("n");
    for (int depth = 1; depth < 200; depth++) {
      path.append("/n");
    }
    assertThat(told(tree().attribute(path.toString(), "a", JsonValue.of(1)).against(schema)))
        .singleElement()
        .asString()
        .contains("attribute.type at /n/n/n");
  }

  @Test
  void whatLiesInGroupsBelowDecidesWhereAlternativesLookAlike() {
    Schema schema =
        convention("test", "1")
            .root(
                choice()
                    .or("floats", group().member("g", group().member("a", array().types("float"))))
                    .or(
                        "integers",
                        group().member("g", group().member("a", array().types("integer")))))
            .build();
    Match match = tree().array("g/a", "int8", 3).against(schema);
    assertThat(match.findings()).isEmpty();
    assertThat(match.node().orElseThrow().alternative()).contains("integers");
  }
}
