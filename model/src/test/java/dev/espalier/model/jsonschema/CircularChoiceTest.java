package dev.espalier.model.jsonschema;

import static dev.espalier.model.declare.Declare.array;
import static dev.espalier.model.declare.Declare.choice;
import static dev.espalier.model.declare.Declare.convention;
import static dev.espalier.model.declare.Declare.group;
import static dev.espalier.model.declare.Declare.reference;
import static dev.espalier.model.declare.Declare.string;
import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.model.declare.SchemaDeclaration;
import dev.espalier.model.schema.Schema;
import org.junit.jupiter.api.Test;

/** Choices that lead to themselves, or to others in many ways. */
class CircularChoiceTest {
  private static final Schema CIRCULAR =
      convention("lab:x", "1")
          .root(reference("a"))
          .define(
              "a", choice().or("leaf", group().attribute("q", string())).or("b", reference("b")))
          .define("b", choice().or("a", reference("a")).or("line", array()))
          .build();

  @Test
  void aChoiceThatIsAnAlternativeOfItselfIsLeftOutAndListed() {
    for (Export export :
        new Export[] {
          JsonSchemaExport.metadata(CIRCULAR),
          JsonSchemaExport.attributes(CIRCULAR),
          JsonSchemaExport.tree(CIRCULAR)
        }) {
      assertThat(export.notExpressible())
          .filteredOn(one -> one.why().equals("it is an alternative of itself"))
          .extracting(one -> one.rule().id() + " at " + one.where())
          .containsExactlyInAnyOrder("choice at a", "choice at b");
    }
  }

  @Test
  void manyWaysToOneDefinitionAreOneDefinition() {
    SchemaDeclaration schema = convention("lab:x", "1").root(reference("d0"));
    for (int i = 0; i < 60; i++) {
      String next = "d" + (i + 1);
      schema.define("d" + i, choice().or("a", reference(next)).or("b", reference(next)));
    }
    Schema many = schema.define("d60", group().attribute("q", string())).build();

    assertThat(JsonSchemaExport.attributes(many).schema().toString()).hasSizeLessThan(20_000);
  }
}
