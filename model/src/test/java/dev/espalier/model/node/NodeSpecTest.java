package dev.espalier.model.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.model.fill.FillValue;
import dev.espalier.model.fill.OpaqueFill;
import dev.espalier.model.fill.TextFill;
import dev.espalier.model.json.JsonNull;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.layout.Layout;
import dev.espalier.model.path.NodeName;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.type.DataType;
import dev.espalier.model.type.ExtensionType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeSpecTest {
  private static final ArraySpec ARRAY =
      ArraySpec.builder().dataType(CoreType.INT16).shape(Shape.of(4, 6)).build();
  private static final UnreadableSpec UNREADABLE =
      new UnreadableSpec(UnreadableSpec.Problem.CORRUPT, "chewed by mice");
  private static final GroupSpec TREE =
      GroupSpec.builder()
          .attributes(Attributes.none().with("title", JsonValue.of("tree")))
          .putMember("z", ARRAY)
          .putMember(
              "g", GroupSpec.builder().putMember("b", UNREADABLE).putMember("a", ARRAY).build())
          .putMember("empty", GroupSpec.empty())
          .build();

  @Test
  void nodesAreVisitedParentsFirstAndMembersInOrder() {
    List<String> visited = new ArrayList<>();
    TREE.walk((path, node) -> visited.add(path + " " + node.kind()));

    assertThat(visited)
        .containsExactly(
            "/ group", "/z array", "/g group", "/g/b unreadable", "/g/a array", "/empty group");
  }

  @Test
  void nodesAreFoundByPath() {
    assertThat(TREE.find(NodePath.root())).contains(TREE);
    assertThat(TREE.findArray(NodePath.parse("/g/a"))).contains(ARRAY);
    assertThat(TREE.find(NodePath.parse("/g/b"))).contains(UNREADABLE);
    assertThat(TREE.findArray(NodePath.parse("/g"))).isEmpty();
    assertThat(TREE.findGroup(NodePath.parse("/empty"))).contains(GroupSpec.empty());
    assertThat(TREE.findGroup(NodePath.parse("/z"))).isEmpty();
    assertThat(TREE.find(NodePath.parse("/z/below"))).isEmpty();
    assertThat(TREE.find(NodePath.parse("/absent"))).isEmpty();
  }

  @Test
  void aNodeIsMatchedByItsKind() {
    for (NodeSpec node : List.of(TREE, ARRAY, UNREADABLE)) {
      String matched = node.<String>match(g -> "group", a -> "array", u -> "unreadable");
      assertThat(matched).isEqualTo(node.kind());
    }
  }

  @Test
  void theFlatFormHasOneEntryForEachNode() {
    Map<NodePath, NodeSpec> flat = TREE.toFlat();

    assertThat(flat.keySet().stream().map(NodePath::toString))
        .containsExactly("/", "/z", "/g", "/g/b", "/g/a", "/empty");
    assertThat(flat.get(NodePath.root())).isEqualTo(TREE.withMembers(Map.of()));
    assertThatThrownBy(flat::clear).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void theTreeOfAFlatFormIsTheSameInTheSameOrder() {
    NodeSpec again = NodeSpec.fromFlat(TREE.toFlat());

    assertThat(again).isEqualTo(TREE);
    assertThat(again.toFlat().keySet()).containsExactlyElementsOf(TREE.toFlat().keySet());
    assertThat(NodeSpec.fromFlat(ARRAY.toFlat())).isEqualTo(ARRAY);
    assertThat(NodeSpec.fromFlat(UNREADABLE.toFlat())).isEqualTo(UNREADABLE);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void anyTreeSurvivesItsFlatForm(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 100; i++) {
      NodeSpec tree = randomTree(random, 4);

      assertThat(NodeSpec.fromFlat(tree.toFlat())).isEqualTo(tree);
    }
  }

  private static NodeSpec randomTree(Random random, int depth) {
    if (depth == 0 || random.nextInt(4) == 0) {
      return random.nextBoolean() ? ARRAY : UNREADABLE;
    }
    GroupSpec.Builder group = GroupSpec.builder();
    group.membersKnown(random.nextBoolean());
    group.attributes(Attributes.none().with("depth", JsonValue.of(depth)));
    int size = random.nextInt(4);
    for (int i = 0; i < size; i++) {
      group.putMember("m" + random.nextInt(10) + i, randomTree(random, depth - 1));
    }
    return group.build();
  }

  @Test
  void groupsBetweenGivenNodesAreAdded() {
    NodeSpec tree = NodeSpec.fromFlat(Map.of(NodePath.parse("/a/b"), ARRAY));

    assertThat(tree)
        .isEqualTo(
            GroupSpec.builder()
                .putMember("a", GroupSpec.builder().putMember("b", ARRAY).build())
                .build());
  }

  @Test
  void childrenMayBeGivenBeforeTheirParents() {
    Map<NodePath, NodeSpec> flat = new LinkedHashMap<>();
    flat.put(NodePath.parse("/a/b"), ARRAY);
    flat.put(NodePath.parse("/a"), GroupSpec.builder().membersKnown(false).build());
    flat.put(NodePath.root(), GroupSpec.empty());

    assertThat(NodeSpec.fromFlat(flat).findGroup(NodePath.parse("/a")).orElseThrow().membersKnown())
        .isFalse();
    assertThat(NodeSpec.fromFlat(flat).findArray(NodePath.parse("/a/b"))).contains(ARRAY);
  }

  @Test
  void flatFormsThatContradictThemselvesAreRefused() {
    assertThatThrownBy(
            () ->
                NodeSpec.fromFlat(
                    Map.of(NodePath.parse("/a"), ARRAY, NodePath.parse("/a/b"), ARRAY)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("/a is an array and cannot hold /a/b");
    assertThatThrownBy(() -> NodeSpec.fromFlat(Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a hierarchy has at least a root; the flat form is empty");
    assertThatThrownBy(() -> NodeSpec.fromFlat(Map.of(NodePath.root(), TREE)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "/ has members of its own; in the flat form every node has an entry of its own");
  }

  @Test
  void aMemberIsReplacedInItsPlace() {
    GroupSpec changed = TREE.withMember(new NodeName("z"), UNREADABLE);

    assertThat(changed.members().keySet().stream().map(NodeName::value))
        .containsExactly("z", "g", "empty");
    assertThat(changed.find(NodePath.parse("/z"))).contains(UNREADABLE);
    assertThat(changed.attributes()).isEqualTo(TREE.attributes());
    assertThat(TREE.find(NodePath.parse("/z"))).contains(ARRAY);
  }

  @Test
  void membersHaveLegalNames() {
    assertThatThrownBy(() -> GroupSpec.builder().putMember("..", ARRAY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("node name \"..\" consists of periods only");
  }

  @Test
  void anArrayMayLeaveMostOpen() {
    assertThat(ARRAY.layout()).isEqualTo(Layout.open());
    assertThat(ARRAY.fillValue()).isEmpty();
    assertThat(ARRAY.fillValueOrZero()).isEqualTo(FillValue.zero(CoreType.INT16));
    assertThat(ARRAY.dimensionNames()).isEmpty();
    assertThat(ARRAY.attributes().isEmpty()).isTrue();
    assertThat(ARRAY.extras()).isEqualTo(JsonObject.empty());
  }

  @Test
  void everyDimensionHasAPlaceForAName() {
    assertThat(array(CoreType.INT8).dimensions(List.of("y", "x")).build().dimensionNames())
        .contains(List.of(Optional.of("y"), Optional.of("x")));
    assertThatThrownBy(() -> array(CoreType.INT8).dimensions(List.of("x")).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("1 dimension names for an array of 2 dimensions");
  }

  @Test
  void aChunkHasAsManyDimensionsAsTheArray() {
    Layout layout = Layout.builder().chunkShape(Shape.of(2)).build();

    assertThatThrownBy(() -> ARRAY.withLayout(layout))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "chunk shape [2] has 1 dimensions but the array has 2 ([4, 6]); give one extent per"
                + " dimension");
  }

  @Test
  void aFillValueIsOfTheArraysType() {
    DataType unknown = new ExtensionType("x", JsonObject.empty());

    assertThat(array(ExtensionType.STRING).fillValue(new TextFill("?")).build().fillValue())
        .contains(new TextFill("?"));
    assertThat(array(unknown).fillValue(new OpaqueFill(JsonNull.NULL)).build().fillValue())
        .contains(new OpaqueFill(JsonNull.NULL));
    assertThatThrownBy(
            () -> array(CoreType.INT16).fillValue(FillValue.zero(CoreType.UINT16)).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("fill value 0 is not of data type int16");
    assertThatThrownBy(() -> array(CoreType.INT16).fillValue(new TextFill("0")).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("fill value \"0\" is not of data type int16");
    assertThatThrownBy(
            () -> array(ExtensionType.STRING).fillValue(new OpaqueFill(JsonNull.NULL)).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("fill value null is not of data type string");
  }

  private static ArraySpec.Builder array(DataType type) {
    ArraySpec.Builder builder = ArraySpec.builder();
    builder.dataType(type).shape(Shape.of(4, 6));
    return builder;
  }

  @Test
  void attributesKeepTheirOrderAndTheirTypes() {
    Attribute exact =
        new Attribute(
            JsonValue.of(1.5), Optional.of(new AttributeType(CoreType.FLOAT32, Shape.scalar())));
    Attributes attributes =
        Attributes.of(JsonObject.builder().put("z", 1).put("a", 2).build()).with("m", exact);

    assertThat(attributes.toJson()).hasToString("{\"z\":1,\"a\":2,\"m\":1.5}");
    assertThat(attributes.get("m")).contains(JsonValue.of(1.5));
    assertThat(attributes.byName().get("m")).isEqualTo(exact);
    assertThat(attributes.with("z", JsonValue.of(9)).toJson())
        .hasToString("{\"z\":9,\"a\":2,\"m\":1.5}");
    assertThat(attributes.without("a").toJson()).hasToString("{\"z\":1,\"m\":1.5}");
    assertThat(attributes.get("absent")).isEmpty();
    assertThatThrownBy(() -> attributes.byName().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
