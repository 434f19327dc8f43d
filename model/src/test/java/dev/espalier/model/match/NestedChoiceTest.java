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

import dev.espalier.model.declare.SchemaDeclaration;
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

  @Test
  void anAlternativeThatFitsIsNotBeatenByOneThatDeclaresMore() {
    Schema schema =
        convention("test", "1")
            .root(
                choice()
                    .or("basic", group().member("a", array()))
                    .or(
                        "rich",
                        group()
                            .member("a", array())
                            .member("x", array())
                            .member("y", array())
                            .member("z", array())))
            .build();
    Match match =
        tree().array("a", "int8", 1).array("x", "int8", 1).array("y", "int8", 1).against(schema);
    assertThat(match.findings()).isEmpty();
    assertThat(match.node().orElseThrow().alternative()).contains("basic");
  }

  @Test
  void anAlternativeThatLacksARecommendationOnlyIsNotBeatenByOneThatIsBrokenBelow() {
    Schema schema =
        convention("test", "1")
            .root(
                choice()
                    .or("basic", group().recommended("note", string()).member("g", group()))
                    .or(
                        "rich",
                        group()
                            .member("g", group().member("a", array().types("float")))
                            .member("x", array())
                            .member("y", array())
                            .member("z", array())))
            .build();
    Match match =
        tree()
            .array("g/a", "int8", 1)
            .array("x", "int8", 1)
            .array("y", "int8", 1)
            .array("z", "int8", 1)
            .against(schema);
    assertThat(match.node().orElseThrow().alternative()).contains("basic");
    assertThat(told(match)).singleElement().asString().contains("recommended");
  }

  @Test
  void aChoiceThatRefersToItselfIsItsOtherAlternatives() {
    Schema schema =
        convention("test", "1")
            .root(group().member("d", reference("d")))
            .define("d", choice().or("again", reference("d")).or("leaf", array()))
            .build();
    assertThat(tree().array("d", "int8", 1).against(schema).findings()).isEmpty();
    assertThat(told(tree().group("d").against(schema))).hasSize(1);
  }

  /** Each definition is a choice between two ways to the next: 2^60 ways to one array. */
  @Test
  @Timeout(60)
  void manyWaysToOneDefinitionAreOneWay() {
    SchemaDeclaration chain = convention("test", "1").root(group().member("a", reference("d0")));
    for (int i = 0; i < 60; i++) {
      chain.define(
          "d" + i,
          choice()
              .or("one", reference("d" + (i + 1)))
              .or("other", choice().or("again", reference("d" + (i + 1)))));
    }
    Schema schema = chain.define("d60", array().types("float").dimensions("n")).build();
    assertThat(told(tree().array("a", "int8", 1).against(schema))).hasSize(1);
  }

  /**
   * What decides lies at the far end, and every group on the way is a choice: all of it is valid.
   */
  @Test
  @Timeout(60)
  void aValidHierarchyOfChoicesIsFoundValidHoweverDeep() {
    Schema schema =
        convention("test", "1")
            .root(reference("node"))
            .define(
                "node",
                choice()
                    .or("odd", group().optionalMember("n", reference("odd end")))
                    .or("even", group().optionalMember("n", reference("node"))))
            .define("odd end", group().attribute("odd", string()))
            .build();
    StringBuilder path = new StringBuilder("n");
    for (int depth = 1; depth < 100; depth++) {
      path.append("/n");
    }
    assertThat(
            tree().attribute(path.toString(), "odd", JsonValue.of("x")).against(schema).findings())
        .isEmpty();
  }
}
