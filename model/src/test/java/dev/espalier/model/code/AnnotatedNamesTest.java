package dev.espalier.model.code;

import static dev.espalier.model.declare.Declare.convention;
import static dev.espalier.model.declare.Declare.group;
import static dev.espalier.model.declare.Declare.integer;
import static dev.espalier.model.declare.Declare.object;
import static dev.espalier.model.declare.Declare.optional;
import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.model.schema.Schema;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Names that mean something to Java, or nothing. */
class AnnotatedNamesTest {
  @Test
  void nestedTypesDoNotHideTheTypesThatGeneratedCodeUses() {
    for (String name :
        List.of("Objects", "objects", "ArrayList", "Generated", "Collections", "LinkedHashMap")) {
      Schema schema =
          convention("lab:x", "1").root(group().member(name, group().member("m", group()))).build();

      assertThat(AnnotatedCode.of(schema, "a", "It").source())
          .doesNotContainIgnoringCase("interface " + name + " ");
    }
  }

  @Test
  void anAttributeWithoutANameHasNoMethodAndIsTold() {
    Schema schema =
        convention("lab:x", "1")
            .root(
                group()
                    .attribute("", integer())
                    .attribute("in", object(optional("", integer()), optional("a", integer()))))
            .build();
    AnnotatedSource written = AnnotatedCode.of(schema, "a", "It");

    assertThat(written.notExpressed())
        .containsExactly(
            "/ attribute /: an attribute whose name is empty",
            "/ attribute /in attribute /: an attribute whose name is empty");
    assertThat(written.source()).doesNotContain("@Attribute(\"\")").contains("Optional<Long> a();");
  }
}
