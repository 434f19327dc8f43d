package dev.espalier.model.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.model.fill.FillValue;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.layout.ChunkKeyEncoding;
import dev.espalier.model.layout.CodecSpec;
import dev.espalier.model.layout.ExtensionGrid;
import dev.espalier.model.layout.Layout;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.Attributes;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.node.UnreadableSpec;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.type.ExtensionType;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class HierarchyDiffTest {
  private static final ArraySpec ARRAY = array().build();

  @Test
  void equalHierarchiesDoNotDiffer() {
    GroupSpec one =
        GroupSpec.builder().putMember("a", ARRAY).putMember("b", GroupSpec.empty()).build();
    GroupSpec reordered =
        GroupSpec.builder().putMember("b", GroupSpec.empty()).putMember("a", ARRAY).build();

    assertThat(HierarchyDiff.between(one, reordered)).isEmpty();
    assertThat(HierarchyDiff.between(ARRAY, ARRAY)).isEmpty();
  }

  @Test
  void eachFacetOfAnArrayIsCompared() {
    expect(array().dataType(CoreType.UINT16).build(), "data_type \"int16\" \"uint16\"");
    expect(array().shape(Shape.of(4, 7)).build(), "shape [4,6] [4,7]");
    expect(
        array().fillValue(FillValue.parse(CoreType.INT16, JsonValue.of(5))).build(),
        "fill_value 0 5");
    expect(
        array().dimensionNames(List.of(Optional.of("y"), Optional.empty())).build(),
        "dimension_names - [\"y\",null]");
    expect(ARRAY.withAttributes(attributes("unit", "nm")), "attributes/unit - \"nm\"");
    expect(layout(l -> l.chunkShape(Shape.of(2, 3))), "chunks - [2,3]");
    expect(layout(l -> l.shardShape(Shape.of(4, 6))), "shards - [4,6]");
    expect(
        layout(
            l ->
                l.codecs(
                    List.of(
                        CodecSpec.of("crc32c"),
                        new CodecSpec("gzip", JsonObject.of("level", JsonValue.of(5)))))),
        "codecs - [\"crc32c\",\"gzip{\\\"level\\\":5}\"]");
    expect(
        layout(l -> l.chunkKeyEncoding(ChunkKeyEncoding.DEFAULT)),
        "chunk_key_encoding - \"default /\"");
    expect(
        layout(l -> l.chunkGrid(new ExtensionGrid("odd", JsonObject.empty()))),
        "chunks - {\"name\":\"odd\",\"configuration\":{}}");
  }

  private static void expect(NodeSpec other, String difference) {
    assertThat(HierarchyDiff.between(ARRAY, other).stream().map(HierarchyDiffTest::text))
        .containsExactly("/ " + difference);
    assertThat(HierarchyDiff.between(other, ARRAY)).hasSize(1);
  }

  private static ArraySpec layout(Consumer<Layout.Builder> change) {
    Layout.Builder layout = Layout.builder();
    change.accept(layout);
    return ARRAY.withLayout(layout.build());
  }

  @Test
  void aFillValueThatGoesWithoutSayingIsZero() {
    ArraySpec said = array().fillValue(FillValue.zero(CoreType.INT16)).build();
    ArraySpec unknown =
        ArraySpec.builder()
            .dataType(new ExtensionType("x", JsonObject.empty()))
            .shape(Shape.scalar())
            .build();

    assertThat(HierarchyDiff.between(ARRAY, said)).isEmpty();
    assertThat(HierarchyDiff.between(unknown, unknown)).isEmpty();
  }

  @Test
  void fillValuesAreComparedByTheirBits() {
    ArraySpec plus = ArraySpec.builder().dataType(CoreType.FLOAT32).shape(Shape.scalar()).build();
    ArraySpec minus =
        ArraySpec.builder()
            .dataType(CoreType.FLOAT32)
            .shape(Shape.scalar())
            .fillValue(FillValue.parse(CoreType.FLOAT32, JsonValue.of(-0.0)))
            .build();

    assertThat(HierarchyDiff.between(plus, minus).stream().map(HierarchyDiffTest::text))
        .containsExactly("/ fill_value 0.0 -0.0");
  }

  @Test
  void nodesOnOneSideOnlyAreNamedOnce() {
    GroupSpec left = GroupSpec.builder().putMember("a", ARRAY).build();
    GroupSpec below = GroupSpec.builder().putMember("c", ARRAY).build();
    GroupSpec right = GroupSpec.builder().putMember("b", below).build();

    assertThat(HierarchyDiff.between(left, right).stream().map(HierarchyDiffTest::text))
        .containsExactly("/a node \"array\" -", "/b node - \"group\"");
  }

  @Test
  void anotherKindOfNodeIsOneDifference() {
    GroupSpec left =
        GroupSpec.builder().attributes(attributes("x", "1")).putMember("a", ARRAY).build();

    assertThat(HierarchyDiff.between(left, ARRAY).stream().map(HierarchyDiffTest::text))
        .containsExactly("/ kind \"group\" \"array\"");
  }

  @Test
  void differencesBelowAreNamedByTheirPathParentsFirst() {
    GroupSpec left =
        GroupSpec.builder()
            .attributes(attributes("title", "a"))
            .putMember("g", GroupSpec.builder().putMember("a", ARRAY).build())
            .build();
    GroupSpec right =
        GroupSpec.builder()
            .attributes(attributes("title", "b"))
            .putMember(
                "g",
                GroupSpec.builder().putMember("a", array().shape(Shape.of(1, 1)).build()).build())
            .build();

    assertThat(HierarchyDiff.between(left, right).stream().map(HierarchyDiffTest::text))
        .containsExactly("/ attributes/title \"a\" \"b\"", "/g/a shape [4,6] [1,1]");
  }

  @Test
  void reasonsWhyANodeCannotBeReadAreCompared() {
    NodeSpec left = new UnreadableSpec(UnreadableSpec.Problem.CORRUPT, "torn");
    NodeSpec right = new UnreadableSpec(UnreadableSpec.Problem.CORRUPT, "burnt");

    assertThat(HierarchyDiff.between(left, left)).isEmpty();
    assertThat(HierarchyDiff.between(left, right).stream().map(HierarchyDiffTest::text))
        .containsExactly("/ problem \"torn\" \"burnt\"");
  }

  @Test
  void attributesAreComparedDownToTheValueThatDiffers() {
    JsonValue one = JsonValue.of(1);
    JsonValue two = JsonValue.of(2);
    ArraySpec left =
        ARRAY.withAttribute(
            "a/b",
            JsonObject.builder()
                .put("x", JsonArray.of(one, JsonObject.of("y", one)))
                .put("l", JsonArray.of(one))
                .put("k", one)
                .build());
    ArraySpec right =
        ARRAY.withAttribute(
            "a/b",
            JsonObject.builder()
                .put("l", JsonArray.of(one, two))
                .put("n", one)
                .put("x", JsonArray.of(one, JsonObject.of("y", two)))
                .build());

    assertThat(HierarchyDiff.between(left, right).stream().map(HierarchyDiffTest::text))
        .containsExactly(
            "/ attributes/a~1b/x/1/y 1 2",
            "/ attributes/a~1b/l [1] [1,2]",
            "/ attributes/a~1b/k 1 -",
            "/ attributes/a~1b/n - 1");
  }

  @Test
  void whatIsIgnoredDoesNotDiffer() {
    GroupSpec left =
        GroupSpec.builder()
            .attributes(attributes("title", "a"))
            .putMember("both", layout(l -> l.chunkShape(Shape.of(2, 3))))
            .putMember("left", ARRAY)
            .build();
    GroupSpec right =
        GroupSpec.builder().putMember("both", ARRAY.withShape(Shape.of(4, 7))).build();

    assertThat(texts(left, right, Facets.all()))
        .containsExactly(
            "/ attributes/title \"a\" -",
            "/both shape [4,6] [4,7]",
            "/both chunks [2,3] -",
            "/left node \"array\" -");
    assertThat(texts(left, right, Facets.ignoring(Facet.LAYOUT, Facet.ATTRIBUTES)))
        .containsExactly("/both shape [4,6] [4,7]", "/left node \"array\" -");
    assertThat(texts(left, right, Facets.only(Facet.SHAPE)))
        .containsExactly("/both shape [4,6] [4,7]");
    assertThat(texts(left, right, Facets.only(Facet.LAYOUT)))
        .containsExactly("/both chunks [2,3] -");
    assertThat(HierarchyDiff.like(left, right, Facets.only(Facet.DATA_TYPE, Facet.KIND))).isTrue();
    assertThat(HierarchyDiff.like(left, right, Facets.only(Facet.MEMBERS))).isFalse();
    assertThat(HierarchyDiff.like(ARRAY, left, Facets.ignoring(Facet.KIND))).isTrue();
  }

  @Test
  void aLayoutStandsForItsParts() {
    assertThat(Facets.only(Facet.LAYOUT))
        .isEqualTo(Facets.only(Facet.CHUNKS, Facet.SHARDS, Facet.CODECS, Facet.CHUNK_KEY_ENCODING));
    assertThat(Facets.ignoring(Facet.LAYOUT).compared())
        .doesNotContain(Facet.CODECS, Facet.LAYOUT)
        .contains(Facet.SHAPE);
    assertThat(Facet.withId("chunk_key_encoding")).contains(Facet.CHUNK_KEY_ENCODING);
    assertThat(Facet.withId("LAYOUT")).isEmpty();
  }

  @Test
  void membersThatAreNotKnownAreNotMissing() {
    GroupSpec unknown = GroupSpec.builder().membersKnown(false).putMember("a", ARRAY).build();
    GroupSpec known =
        GroupSpec.builder().putMember("a", ARRAY).putMember("b", GroupSpec.empty()).build();

    assertThat(HierarchyDiff.between(unknown, known)).isEmpty();
    assertThat(HierarchyDiff.between(known, unknown)).isEmpty();
    assertThat(HierarchyDiff.between(GroupSpec.empty(), unknown)).hasSize(1);
  }

  private static List<String> texts(NodeSpec left, NodeSpec right, Facets facets) {
    return HierarchyDiff.between(left, right, facets).stream()
        .map(HierarchyDiffTest::text)
        .toList();
  }

  private static ArraySpec.Builder array() {
    ArraySpec.Builder builder = ArraySpec.builder();
    builder.dataType(CoreType.INT16).shape(Shape.of(4, 6));
    return builder;
  }

  private static Attributes attributes(String name, String value) {
    return Attributes.none().with(name, JsonValue.of(value));
  }

  private static String text(Difference difference) {
    return String.join(
        " ",
        difference.path().toString(),
        difference.place(),
        difference.left().map(JsonValue::toString).orElse("-"),
        difference.right().map(JsonValue::toString).orElse("-"));
  }
}
