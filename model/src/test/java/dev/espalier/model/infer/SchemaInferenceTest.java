package dev.espalier.model.infer;

import static dev.espalier.model.declare.Declare.anyOf;
import static dev.espalier.model.declare.Declare.anything;
import static dev.espalier.model.declare.Declare.array;
import static dev.espalier.model.declare.Declare.convention;
import static dev.espalier.model.declare.Declare.everyOther;
import static dev.espalier.model.declare.Declare.group;
import static dev.espalier.model.declare.Declare.integer;
import static dev.espalier.model.declare.Declare.list;
import static dev.espalier.model.declare.Declare.mapOf;
import static dev.espalier.model.declare.Declare.matching;
import static dev.espalier.model.declare.Declare.number;
import static dev.espalier.model.declare.Declare.object;
import static dev.espalier.model.declare.Declare.optional;
import static dev.espalier.model.declare.Declare.required;
import static dev.espalier.model.declare.Declare.string;
import static dev.espalier.model.declare.Declare.template;
import static dev.espalier.model.declare.Declare.tuple;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.model.declare.ArrayDeclaration;
import dev.espalier.model.declare.NodeDeclaration;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonNull;
import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.match.Matcher;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.Attributes;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.node.UnreadableSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.schema.Identity;
import dev.espalier.model.schema.NodeSchema;
import dev.espalier.model.schema.array.Dimension;
import dev.espalier.model.schema.array.Dimensions;
import dev.espalier.model.schema.array.Extent;
import dev.espalier.model.schema.value.ValueSchema;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.CoreType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SchemaInferenceTest {
  private static final Identity NAME = Identity.of("lab:x", "1");

  @Test
  void whatItWasInferredFromMatchesWithoutAnyFinding() {
    for (int seed = 0; seed < 400; seed++) {
      RandomTrees trees = new RandomTrees(seed);
      List<NodeSpec> examples = new ArrayList<>();
      for (int i = 0; i <= seed % 4; i++) {
        examples.add(seed % 7 == 0 ? trees.node(3) : trees.group(3));
      }
      Matcher matcher = Matcher.of(SchemaInference.of(examples, NAME));

      for (NodeSpec example : examples) {
        if (example.equals(GroupSpec.empty())) {
          continue; // nothing in it is declared, which is a finding by itself
        }
        assertThat(matcher.match(example, NodePath.root()).findings())
            .as("seed %d", seed)
            .isEmpty();
      }
    }
  }

  @Test
  void namesThatCountUpAreATemplate() {
    NodeSpec image =
        GroupSpec.builder()
            .putMember("s0", line(8))
            .putMember("s1", line(4))
            .putMember("s2", line(2))
            .putMember("label", line(8))
            .build();

    assertThat(rootOf(image))
        .isEqualTo(
            group().members(1, template("s{n}"), ints("*")).member("label", ints("*")).toSchema());
  }

  @Test
  void paddedNumbersAreAPatternAndNumbersThatStayAreKept() {
    NodeSpec runs =
        GroupSpec.builder().putMember("v2.run_01", line(8)).putMember("v2.run_02", line(4)).build();

    assertThat(rootOf(runs))
        .isEqualTo(group().members(1, matching("v2\\.run_[0-9]{2}"), ints("*")).toSchema());
  }

  @Test
  void twoNumbersThatDoNotCountUpAreNames() {
    NodeSpec levels =
        GroupSpec.builder().putMember("t850", line(8)).putMember("t500", line(4)).build();

    assertThat(rootOf(levels))
        .isEqualTo(group().member("t850", ints("*")).member("t500", ints("*")).toSchema());
  }

  @Test
  void manySiblingsThatAreBuiltAlikeAreAnyMembers() {
    GroupSpec.Builder cells = GroupSpec.builder();
    for (String name : List.of("Anna", "Bert", "Carl", "Dora", "Emil")) {
      cells.putMember(name, GroupSpec.builder().putMember("trace", line(9)).build());
    }

    assertThat(rootOf(cells.build()))
        .isEqualTo(group().members(1, everyOther(), group().member("trace", ints("*"))).toSchema());
  }

  @Test
  void whatSomeExamplesLackIsOptional() {
    NodeSpec full =
        GroupSpec.builder()
            .putMember("a", line(3))
            .putMember("b", line(4))
            .attributes(attributes("who", JsonValue.of("me")))
            .build();
    NodeSpec less = GroupSpec.builder().putMember("a", line(5)).build();

    assertThat(SchemaInference.of(List.of(full, less), NAME).root())
        .isEqualTo(
            group()
                .optional("who", string())
                .member("a", ints("*"))
                .optionalMember("b", ints("*"))
                .toSchema());
  }

  @Test
  void nodesOfTwoKindsAtOnePlaceAreAChoice() {
    NodeSchema root = SchemaInference.of(List.of(line(3), GroupSpec.empty()), NAME).root();

    assertThat(((NodeSchema.Choice) root).alternatives())
        .isEqualTo(Map.of("group", group().toSchema(), "array", array().types("int64").toSchema()));
  }

  @Test
  void kindsOfValuesAreKeptAndValuesAreNot() {
    JsonObject values =
        JsonObject.builder()
            .put("text", "abc")
            .put("count", 3)
            .put("ratio", new JsonNumber("3.0"))
            .put("mixed", JsonArray.of(JsonValue.of("y"), JsonValue.of(1)))
            .put("lists", JsonArray.of(JsonValue.of(1), JsonValue.of("y"), JsonNull.NULL))
            .put("empty", JsonArray.of())
            .put("1", JsonObject.of("k", JsonValue.of(1)))
            .build();
    NodeSpec node = GroupSpec.builder().attributes(Attributes.of(values)).build();

    assertThat(rootOf(node))
        .isEqualTo(
            group()
                .attribute("text", string())
                .attribute("count", integer())
                .attribute("ratio", number())
                .attribute("mixed", tuple(string(), integer()))
                .attribute("lists", tuple(integer(), string(), anyNull()))
                .attribute("empty", list(anything("any value")))
                .attribute("1", object(required("k", integer())))
                .toSchema());
  }

  private static ValueSchema anyNull() {
    return anything("null").oneOf(JsonNull.NULL);
  }

  @Test
  void elementsOfListsAreOneKindWithOptionalMembers() {
    JsonArray axes =
        JsonArray.of(
            JsonObject.builder().put("name", "y").put("unit", "um").build(),
            JsonObject.builder().put("name", "c").put("unit", JsonNull.NULL).build(),
            JsonObject.builder().put("name", "t").build());

    assertThat(rootOf(GroupSpec.builder().attributes(attributes("axes", axes)).build()))
        .isEqualTo(
            group()
                .attribute(
                    "axes",
                    list(
                        object(
                            required("name", string()),
                            optional("unit", anyOf(string(), anyNull())))))
                .toSchema());
  }

  @Test
  void objectsWithNumberedMembersThatAreAlikeAreMaps() {
    JsonObject colors = JsonObject.builder().put("c1", 3).put("c2", 4).put("c7", 5).build();

    assertThat(rootOf(GroupSpec.builder().attributes(attributes("colors", colors)).build()))
        .isEqualTo(group().attribute("colors", mapOf(integer())).toSchema());
  }

  @Test
  void oneVersionInAllExamplesIsTheOnlyOneAndAProbe() {
    JsonObject ome = JsonObject.builder().put("version", "0.5").put("name", "cells").build();
    NodeSpec node = GroupSpec.builder().attributes(attributes("ome", ome)).build();

    assertThat(SchemaInference.of(node, NAME))
        .isEqualTo(
            convention("lab:x", "1")
                .probe("/ome/version", "0.5")
                .root(
                    group()
                        .attribute(
                            "ome",
                            object(
                                required("version", string().oneOf("0.5")),
                                required("name", string()))))
                .build());
  }

  @Test
  void dimensionsOfOneNameAreASymbolUnlessAGroupContradicts() {
    NodeSpec agreeing =
        GroupSpec.builder()
            .putMember("level", named(List.of("time", "x"), 7, 3))
            .putMember("time", named(List.of("time"), 7))
            .putMember("half", named(List.of("x"), 2))
            .build();

    assertThat(rootOf(agreeing))
        .isEqualTo(
            group()
                .dimensions("time")
                .member(
                    "level", ints(Dimensions.of(List.of(Dimension.named("time"), unrelated("x")))))
                .member("time", ints(Dimensions.named("time")))
                .member("half", ints(Dimensions.of(List.of(unrelated("x")))))
                .toSchema());
  }

  private static Dimension unrelated(String name) {
    return new Dimension(Extent.any(), Optional.of(name));
  }

  @Test
  void extentsThatAlwaysAgreeAreASymbolAndOffsetsAreOneLonger() {
    NodeSchema root =
        SchemaInference.of(List.of(sparse(5, 9, 4), sparse(8, 2, 4), sparse(8, 9, 1)), NAME).root();

    assertThat(root)
        .isEqualTo(
            group()
                .dimensions("n", "rows")
                .member("data", floats(Dimensions.of("n")))
                .member("indices", ints("n"))
                .member("rows", ints("rows"))
                .member("indptr", ints("rows+1"))
                .member("matrix", ints("rows", "*"))
                .toSchema());
  }

  private static GroupSpec sparse(long rows, long stored, long columns) {
    return GroupSpec.builder()
        .putMember(
            "data", ArraySpec.builder().from(line(stored)).dataType(CoreType.FLOAT32).build())
        .putMember("indices", line(stored))
        .putMember("rows", line(rows))
        .putMember("indptr", line(rows + 1))
        .putMember("matrix", plain(rows, columns))
        .build();
  }

  @Test
  void offsetsLeadIntoAnArrayThatIsOneShorterIfTheyAreCalledSo() {
    NodeSpec ragged =
        GroupSpec.builder().putMember("counts", line(6)).putMember("offsets", line(7)).build();

    assertThat(rootOf(ragged))
        .isEqualTo(
            group()
                .dimensions("n")
                .member("counts", ints("n"))
                .member("offsets", ints("n+1"))
                .toSchema());
  }

  @Test
  void manyDataTypesBecomeAWord() {
    GroupSpec.Builder levels = GroupSpec.builder();
    List<CoreType> types =
        List.of(CoreType.UINT8, CoreType.UINT16, CoreType.INT16, CoreType.INT32, CoreType.INT64);
    for (int i = 0; i < types.size(); i++) {
      levels.putMember("s" + i, ArraySpec.builder().from(line(i)).dataType(types.get(i)).build());
    }

    assertThat(rootOf(levels.build()))
        .isEqualTo(
            group()
                .members(1, template("s{n}"), array().types("integer").dimensions("*"))
                .toSchema());
  }

  @Test
  void nodesThatCannotBeReadAreLeftOut() {
    NodeSpec group =
        GroupSpec.builder()
            .putMember("a", line(3))
            .putMember("b", new UnreadableSpec(UnreadableSpec.Problem.CORRUPT, "half a document"))
            .build();

    assertThat(rootOf(group)).isEqualTo(group().member("a", ints("*")).toSchema());
  }

  @Test
  void nothingIsInferredFromNothing() {
    assertThatThrownBy(() -> SchemaInference.of(List.of(), NAME))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a schema is inferred from one example at least");
    NodeSpec broken = new UnreadableSpec(UnreadableSpec.Problem.CORRUPT, "half a document");
    assertThatThrownBy(() -> SchemaInference.of(broken, NAME))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an example cannot be read, so nothing is inferred: half a document");
  }

  @Test
  void aHundredThousandNodesMakeASchemaAsSmallAsWhatTheyHaveInCommon() {
    GroupSpec.Builder plate = GroupSpec.builder();
    for (int row = 0; row < 100; row++) {
      GroupSpec.Builder wells = GroupSpec.builder();
      for (int well = 0; well < 100; well++) {
        GroupSpec.Builder field = GroupSpec.builder();
        for (int level = 0; level < 9; level++) {
          field.putMember("s" + level, line(level));
        }
        wells.putMember("w" + well, field.build());
      }
      plate.putMember("row" + (char) ('A' + row), wells.build());
    }
    GroupSpec all = plate.build();

    assertThat(rootOf(all))
        .isEqualTo(
            group()
                .members(
                    1,
                    everyOther(),
                    group()
                        .members(
                            1, template("w{n}"), group().members(1, template("s{n}"), ints("*"))))
                .toSchema());
  }

  private static NodeSchema rootOf(NodeSpec example) {
    return SchemaInference.of(example, NAME).root();
  }

  private static ArraySpec line(long extent) {
    return plain(extent);
  }

  private static ArraySpec plain(long... extents) {
    return ArraySpec.builder().dataType(CoreType.INT64).shape(Shape.of(extents)).build();
  }

  private static ArraySpec named(List<String> names, long... extents) {
    return ArraySpec.builder()
        .from(plain(extents))
        .dimensionNames(names.stream().map(Optional::of).toList())
        .build();
  }

  private static NodeDeclaration ints(String... extents) {
    return ints(Dimensions.of(extents));
  }

  private static NodeDeclaration ints(Dimensions dimensions) {
    return array().types("int64").dimensions(dimensions);
  }

  private static ArrayDeclaration floats(Dimensions dimensions) {
    return array().types("float32").dimensions(dimensions);
  }

  private static Attributes attributes(String name, JsonValue value) {
    return Attributes.of(JsonObject.of(name, value));
  }
}
