package dev.espalier.model.tree;

import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonNull;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.layout.ChunkGrid;
import dev.espalier.model.layout.CodecSpec;
import dev.espalier.model.layout.ExtensionGrid;
import dev.espalier.model.layout.RegularGrid;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.node.UnreadableSpec;
import dev.espalier.model.path.NodeName;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.FillValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lists what differs between two hierarchies, node by node; the order of members does not count.
 */
public final class HierarchyDiff {
  private final List<Difference> found = new ArrayList<>();

  private HierarchyDiff() {}

  /** Every difference, parents before their members. */
  public static List<Difference> between(NodeSpec left, NodeSpec right) {
    HierarchyDiff diff = new HierarchyDiff();
    diff.compare(NodePath.root(), left, right);
    return List.copyOf(diff.found);
  }

  private void compare(NodePath path, NodeSpec left, NodeSpec right) {
    if (!left.kind().equals(right.kind())) {
      add(path, "kind", JsonValue.of(left.kind()), JsonValue.of(right.kind()));
      return;
    }
    compareFacets(path, facets(left), facets(right), "");
    compareFacets(
        path,
        left.attributes().toJson().members(),
        right.attributes().toJson().members(),
        "attributes/");
    if (left instanceof GroupSpec leftGroup && right instanceof GroupSpec rightGroup) {
      compareMembers(path, leftGroup, rightGroup);
    }
  }

  private void compareMembers(NodePath path, GroupSpec left, GroupSpec right) {
    Set<NodeName> names = new LinkedHashSet<>(left.members().keySet());
    names.addAll(right.members().keySet());
    for (NodeName name : names) {
      NodeSpec leftMember = left.members().get(name);
      NodeSpec rightMember = right.members().get(name);
      if (leftMember != null && rightMember != null) {
        compare(path.child(name), leftMember, rightMember);
      } else {
        found.add(
            new Difference(path.child(name), "node", kindOf(leftMember), kindOf(rightMember)));
      }
    }
  }

  private static Optional<JsonValue> kindOf(@Nullable NodeSpec node) {
    return Optional.ofNullable(node).map(n -> JsonValue.of(n.kind()));
  }

  private void compareFacets(
      NodePath path, Map<String, JsonValue> left, Map<String, JsonValue> right, String prefix) {
    Set<String> names = new LinkedHashSet<>(left.keySet());
    names.addAll(right.keySet());
    for (String name : names) {
      Optional<JsonValue> leftValue = Optional.ofNullable(left.get(name));
      Optional<JsonValue> rightValue = Optional.ofNullable(right.get(name));
      if (!leftValue.equals(rightValue)) {
        found.add(new Difference(path, prefix + name, leftValue, rightValue));
      }
    }
  }

  private void add(NodePath path, String facet, JsonValue left, JsonValue right) {
    found.add(new Difference(path, facet, Optional.of(left), Optional.of(right)));
  }

  private static Map<String, JsonValue> facets(NodeSpec node) {
    Map<String, JsonValue> facets = new LinkedHashMap<>();
    if (node instanceof UnreadableSpec unreadable) {
      facets.put("problem", JsonValue.of(unreadable.message()));
    }
    if (node instanceof ArraySpec array) {
      facets.put("data_type", JsonValue.of(array.dataType().toString()));
      facets.put("shape", shape(array.shape()));
      fillValue(array).ifPresent(fill -> facets.put("fill_value", fill.toJson()));
      array.dimensionNames().ifPresent(names -> facets.put("dimension_names", names(names)));
      layoutFacets(array, facets);
    }
    return facets;
  }

  private static void layoutFacets(ArraySpec array, Map<String, JsonValue> facets) {
    array.layout().chunkGrid().ifPresent(grid -> facets.put("chunks", grid(grid)));
    array.layout().shardShape().ifPresent(shard -> facets.put("shards", shape(shard)));
    array
        .layout()
        .codecs()
        .ifPresent(
            codecs ->
                facets.put(
                    "codecs",
                    JsonArray.ofStrings(codecs.stream().map(CodecSpec::toString).toList())));
    array
        .layout()
        .chunkKeyEncoding()
        .ifPresent(
            keys ->
                facets.put(
                    "chunk_key_encoding",
                    JsonValue.of(keys.form().id() + " " + keys.separator().symbol())));
  }

  /** A fill value that goes without saying is zero, where the type has one. */
  private static Optional<FillValue> fillValue(ArraySpec array) {
    boolean hasZero = array.dataType().isText() || array.dataType().byteSize().isPresent();
    return array
        .fillValue()
        .or(() -> hasZero ? Optional.of(array.fillValueOrZero()) : Optional.empty());
  }

  private static JsonValue grid(ChunkGrid grid) {
    if (grid instanceof RegularGrid regular) {
      return shape(regular.chunkShape());
    }
    JsonObject configuration = ((ExtensionGrid) grid).configuration();
    return JsonObject.builder()
        .put("name", grid.name())
        .put("configuration", configuration)
        .build();
  }

  private static JsonValue shape(Shape shape) {
    return JsonArray.ofLongs(shape.toArray());
  }

  private static JsonValue names(List<Optional<String>> names) {
    return new JsonArray(
        names.stream().map(n -> n.map(JsonValue::of).orElse(JsonNull.NULL)).toList());
  }
}
