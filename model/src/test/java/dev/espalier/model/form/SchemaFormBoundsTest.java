package dev.espalier.model.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.model.error.InvalidHierarchyException;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.match.Matcher;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Documents that are made to cost time, stack or memory. */
@Timeout(120)
class SchemaFormBoundsTest {
  private static final JsonObject ARRAY = JsonObject.of("array", JsonObject.empty());

  private static JsonObject.Builder form(JsonObject root) {
    return JsonObject.builder()
        .put("espalier", 1)
        .put("name", "x")
        .put("version", "1")
        .put("root", root);
  }

  private static JsonObject group(String key, JsonValue value) {
    return JsonObject.of("group", JsonObject.of(key, value));
  }

  private static JsonObject reference(String definition) {
    return JsonObject.of("reference", JsonValue.of(definition));
  }

  private static JsonObject many(int count, String prefix, IntFunction<JsonValue> member) {
    JsonObject.Builder all = JsonObject.builder();
    for (int i = 0; i < count; i++) {
      all.put(prefix + i, member.apply(i));
    }
    return all.build();
  }

  private static String message(JsonObject form) {
    try {
      return SchemaForm.read(form).toString();
    } catch (InvalidHierarchyException e) {
      return String.valueOf(e.getMessage());
    }
  }

  @Test
  void tenThousandMembersAreFine() {
    int count = 10_000;
    List<JsonValue> names = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      names.add(JsonValue.of("member_" + i));
      names.add(JsonValue.of("@attribute_" + i));
    }
    JsonObject root =
        JsonObject.of(
            "group",
            JsonObject.builder()
                .put("attributes", many(count, "attribute_", i -> JsonValue.of("string")))
                .put("members", many(count, "member_", i -> ARRAY))
                .put("rules", JsonArray.of(JsonObject.of("some_of", new JsonArray(names))))
                .build());
    Schema schema = SchemaForm.read(form(root).build());
    assertThat(Matcher.of(schema).match(GroupSpec.empty(), NodePath.root()).findings())
        .hasSize(2 * count + 1);
  }

  @Test
  void aLongChainOfDefinitionsIsFine() {
    int count = 10_000;
    JsonObject chain = many(count, "d", i -> i == count - 1 ? ARRAY : reference("d" + (i + 1)));
    Schema schema = SchemaForm.read(form(reference("d0")).put("definitions", chain).build());
    assertThat(schema.resolve(schema.root()))
        .isEqualTo(schema.definitions().get("d" + (count - 1)));
  }

  @Test
  void aCircleIsToldAtItsFirstDefinition() {
    JsonObject circle =
        JsonObject.builder()
            .put("way", reference("a"))
            .put("a", group("members", JsonObject.of("m", reference("b"))))
            .put("b", reference("a"))
            .build();
    assertThat(message(form(reference("way")).put("definitions", circle).build()))
        .isEqualTo(
            """
            the document is no schema
              /definitions/a: definition a never ends: a needs b needs a; make a member on the way\
             optional; correct it""");
  }

  @Test
  void aCircleBehindManyChoicesIsFoundAtOnce() {
    int count = 60;
    JsonObject definitions =
        many(
            count,
            "d",
            i -> {
              JsonObject next = reference("d" + (i + 1) % count);
              JsonObject both = JsonObject.builder().put("a", next).put("b", next).build();
              return JsonObject.of("choice", JsonObject.of("alternatives", both));
            });
    assertThat(message(form(reference("d0")).put("definitions", definitions).build()))
        .contains("definition d0 never ends: d0 needs d1 needs")
        .contains("needs d9 needs ... needs d0; make");
  }

  @Test
  void aChoiceWithOneWayOutEnds() {
    JsonObject ways =
        JsonObject.builder()
            .put("deeper", group("members", JsonObject.of("m", reference("d"))))
            .put("leaf", ARRAY)
            .build();
    JsonObject choice = JsonObject.of("choice", JsonObject.of("alternatives", ways));
    JsonObject definitions = JsonObject.of("d", choice);
    assertThat(SchemaForm.read(form(reference("d")).put("definitions", definitions).build()))
        .isNotNull();
  }

  @Test
  void nestingEndsAfterTwoHundredGroups() {
    JsonObject node = ARRAY;
    for (int i = 0; i < 199; i++) {
      node = group("members", JsonObject.of("m", node));
    }
    assertThat(SchemaForm.read(form(node).build())).isNotNull();
    JsonObject deeper = group("members", JsonObject.of("m", node));
    assertThat(message(form(deeper).build()))
        .contains(": declarations are nested more than 200 deep; declare less in one schema");
  }

  @Test
  void nestingEndsAfterTwoHundredValues() {
    JsonValue value = JsonValue.of("string");
    for (int i = 0; i < 5_000; i++) {
      value = JsonObject.builder().put("type", "list").put("elements", value).build();
    }
    assertThat(message(form(group("attributes", JsonObject.of("deep", value))).build()))
        .contains(": declarations are nested more than 200 deep; declare less in one schema");
  }

  @Test
  void aDocumentOfTooManyDeclarationsIsNotReadToItsEnd() {
    JsonObject root = group("members", many(100_000, "m", i -> ARRAY));
    assertThatThrownBy(() -> SchemaForm.read(form(root).build()))
        .isInstanceOf(InvalidHierarchyException.class)
        .hasMessage(
            """
            the document is no schema
              /root/group/members/m99999: a schema declares more than 100000 nodes and values;\
             declare less in one schema""");
  }

  @Test
  void aDocumentOfMistakesListsTheFirstHundred() {
    JsonObject root = group("attributes", many(250, "a", i -> JsonValue.of("wrong")));
    assertThat(message(form(root).build()).lines()).hasSize(102).last().isEqualTo("  and 150 more");
  }
}
