package dev.espalier.model.form;

import static dev.espalier.model.declare.Declare.array;
import static dev.espalier.model.declare.Declare.convention;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.model.error.InvalidHierarchyException;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.schema.Schema;
import dev.espalier.model.schema.array.Dimension;
import dev.espalier.model.schema.array.Dimensions;
import dev.espalier.model.schema.array.Extent;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Documents that are spelled right and mean nothing. */
class MeaninglessFormTest {
  private static JsonObject.Builder type(String type) {
    return JsonObject.builder().put("type", type);
  }

  private static JsonObject form(JsonObject attributes) {
    JsonObject group = JsonObject.of("group", JsonObject.of("attributes", attributes));
    return form("lab:x", group);
  }

  private static JsonObject form(String name, JsonObject root) {
    return JsonObject.builder()
        .put("espalier", 1)
        .put("name", name)
        .put("version", "1")
        .put("root", root)
        .build();
  }

  private static void assertMistakes(JsonObject form, String mistakes) {
    assertThatThrownBy(() -> SchemaForm.read(form))
        .isInstanceOf(InvalidHierarchyException.class)
        .hasMessage("the document is no schema\n" + mistakes.stripTrailing());
  }

  @Test
  void aConstraintThatIsAboutValuesOfAnotherTypeIsToldAndNotPassedOver() {
    JsonObject attributes =
        JsonObject.builder()
            .put("a", type("integer").put("pattern", "[0-9]+").build())
            .put("b", type("string").put("min", 1).build())
            .put("c", type("string").put("size", JsonArray.ofLongs(1, 5)).build())
            .put("d", type("boolean").put("distinct", true).build())
            .put("e", type("string").put("equals", "3").build())
            .put("f", type("object").put("names_dimension", "n").build())
            .build();

    assertMistakes(
        form(attributes),
        """
          /root/group/attributes/a: a pattern is about texts, not about an integer; remove it, or\
         change the type
          /root/group/attributes/b: a range is about numbers, not about a string; remove it, or\
         change the type
          /root/group/attributes/c: a number of elements is about lists, not about a string; remove\
         it, or change the type
          /root/group/attributes/d: having no equal elements is about lists, not about true or\
         false; remove it, or change the type
          /root/group/attributes/e: an extent is about numbers, not about a string; remove it, or\
         change the type
          /root/group/attributes/f: the name of a dimension is about texts, not about an object;\
         remove it, or change the type
        """);
  }

  @Test
  void rangesThatHoldNothingAreTold() {
    JsonObject count =
        JsonObject.builder()
            .put("field", "type")
            .put("texts", JsonArray.ofStrings(List.of("main")))
            .put("min", 3)
            .put("max", 1)
            .build();
    JsonArray constraints = JsonArray.of(JsonObject.of("count", count));
    JsonObject attributes =
        JsonObject.builder()
            .put("a", type("integer").put("min", 5).put("max", 1).build())
            .put("b", type("number").put("min", 1).put("below", 1).build())
            .put(
                "c", type("list").put("elements", "object").put("constraints", constraints).build())
            .build();

    assertMistakes(
        form(attributes),
        """
          /root/group/attributes/a: no number lies between 5 and 1; correct it
          /root/group/attributes/b: no number lies between 1 and 1; correct it
          /root/group/attributes/c/constraints/0/count: no list has at least 3 and at most 1 of\
         something; correct it
        """);
  }

  @Test
  void allAttributesTogetherHaveNoNumberOfElements() {
    JsonArray constraints = JsonArray.of(JsonObject.of("size", JsonArray.ofLongs(1)));

    assertMistakes(
        form("lab:x", JsonObject.of("group", JsonObject.of("attribute_constraints", constraints))),
        """
          /root/group/attribute_constraints: a number of elements is about lists, not about an\
         object; remove it, or change the type
        """);
  }

  @Test
  void elementsThatCannotBeAreTold() {
    JsonObject bounds = JsonObject.builder().put("min", 9).put("max", 0).build();
    JsonArray elements = JsonArray.of(JsonObject.of("within", bounds));

    assertMistakes(
        form("lab:x", JsonObject.of("array", JsonObject.of("elements", elements))),
        """
          /root/array/elements/0/within: no number lies between 9 and 0; correct it
        """);
  }

  @Test
  void aConventionHasAName() {
    assertMistakes(
        form(" ", JsonObject.of("group", JsonObject.empty())),
        """
          /name is " ", not a name; write a name
        """);
  }

  @Test
  void aDimensionNameMaySpellAnExtentWithoutBeingOne() {
    List<Dimension> dimensions =
        List.of(
            new Dimension(Extent.any(), Optional.of("*")),
            new Dimension(Extent.parse("n+1"), Optional.of("n+1")),
            Dimension.named("n"));
    Schema schema =
        convention("lab:x", "1").root(array().dimensions(Dimensions.of(dimensions))).build();

    JsonObject form = SchemaForm.write(schema);
    assertThat(form.toString())
        .contains(
            "[{\"name\":\"*\",\"extent\":\"*\"},{\"name\":\"n+1\",\"extent\":\"n+1\"},{\"name\":\"n\"}]");
    assertThat(SchemaForm.read(form)).isEqualTo(schema);
  }
}
