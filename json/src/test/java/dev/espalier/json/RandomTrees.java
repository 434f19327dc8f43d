package dev.espalier.json;

import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.Attributes;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodeName;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.type.DataType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Changes hierarchies at random: some stay right, most become wrong in a place or two. */
final class RandomTrees {
  private static final List<String> NAMES =
      List.of(
          "time",
          "level",
          "flags",
          "site",
          "map",
          "X",
          "data",
          "indptr",
          "words",
          "layer_0",
          "layer_1",
          "layer_01",
          "note",
          "notes",
          "remark",
          "other",
          "wood",
          "branch_0",
          "branch_7",
          "fork",
          "graft",
          "bark");
  private static final List<String> ATTRIBUTES =
      List.of(
          "station",
          "height",
          "span",
          "labels",
          "sensor",
          "format",
          "author",
          "encoding",
          "leaves",
          "dead",
          "extra");
  private static final List<JsonValue> VALUES =
      List.of(
          JsonValue.of("ABC-12"),
          JsonValue.of("plain"),
          JsonValue.of("csr"),
          JsonValue.of("bitmap"),
          JsonValue.of(5),
          JsonValue.of(-11),
          new JsonNumber("2.5"),
          JsonValue.of(true),
          JsonArray.ofLongs(1, 2),
          JsonArray.ofLongs(1, 2, 3),
          JsonArray.ofStrings(List.of("a")),
          JsonObject.of("a", JsonValue.of("b")),
          JsonObject.of("kind", JsonValue.of("radar")),
          JsonObject.builder().put("kind", "radar").put("band", "k").build(),
          JsonObject.builder().put("kind", "float").put("length", 2).build(),
          JsonObject.builder().put("kind", "float").put("length", 2).put("more", 1).build(),
          JsonObject.of("kind", JsonValue.of("sonar")));

  private final Random random;

  RandomTrees(long seed) {
    this.random = new Random(seed);
  }

  NodeSpec change(NodeSpec tree, int times) {
    NodeSpec changed = tree;
    for (int i = 0; i < times; i++) {
      changed = change(changed);
    }
    return changed;
  }

  private NodeSpec change(NodeSpec node) {
    if (node instanceof GroupSpec group && !group.members().isEmpty() && random.nextInt(3) > 0) {
      Map<NodeName, NodeSpec> members = new LinkedHashMap<>(group.members());
      NodeName name = one(new ArrayList<>(members.keySet()));
      NodeSpec member = members.getOrDefault(name, group);
      switch (random.nextInt(6)) {
        case 0 -> members.remove(name);
        case 1 -> members.put(new NodeName(one(NAMES)), member);
        case 2 -> members.put(new NodeName(one(NAMES)), made());
        default -> members.put(name, change(member));
      }
      return group.withMembers(members);
    }
    if (random.nextBoolean()) {
      return attributes(node);
    }
    return node instanceof ArraySpec array ? array(array) : grown((GroupSpec) node);
  }

  private GroupSpec grown(GroupSpec group) {
    return group.withMember(new NodeName(one(NAMES)), made());
  }

  private NodeSpec made() {
    return random.nextInt(3) == 0
        ? GroupSpec.empty()
        : ArraySpec.builder().dataType(one(types())).shape(shape(1 + random.nextInt(2))).build();
  }

  private NodeSpec attributes(NodeSpec node) {
    Attributes changed =
        random.nextInt(4) == 0
            ? node.attributes().without(one(ATTRIBUTES))
            : node.attributes().with(one(ATTRIBUTES), one(VALUES));
    return node instanceof GroupSpec group
        ? group.withAttributes(changed)
        : ((ArraySpec) node).withAttributes(changed);
  }

  private ArraySpec array(ArraySpec array) {
    ArraySpec.Builder changed = ArraySpec.builder().from(array);
    switch (random.nextInt(3)) {
      case 0 -> changed.dataType(one(types())).fillValue(Optional.empty());
      case 1 -> changed.shape(shape(array.shape().rank()));
      default -> changed.dimensionNames(Optional.empty()).shape(shape(random.nextInt(4)));
    }
    return changed.build();
  }

  private Shape shape(int rank) {
    return Shape.of(random.longs(rank, 1, 5).toArray());
  }

  private static List<DataType> types() {
    return List.of(
        CoreType.BOOL, CoreType.UINT8, CoreType.INT64, CoreType.FLOAT32, CoreType.UINT64);
  }

  private <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
