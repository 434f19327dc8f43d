package dev.espalier.example.loaded;

import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonNull;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.Attributes;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.CoreType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * Copies of a hierarchy that differ from it in one thing each, wherever there is one. None states a
 * later version: where a convention has that, a schema cannot say.
 */
final class Mistakes {
  private Mistakes() {}

  static List<NodeSpec> in(NodeSpec hierarchy) {
    List<NodeSpec> all = new ArrayList<>();
    Map<NodePath, NodeSpec> flat = hierarchy.toFlat();
    flat.forEach(
        (path, node) -> {
          for (JsonValue changed : changed(node.attributes().toJson())) {
            if (changed instanceof JsonObject attributes) {
              all.add(with(flat, path, withAttributes(node, Attributes.of(attributes))));
            }
          }
          if (node instanceof ArraySpec array) {
            arrays(array).forEach(other -> all.add(with(flat, path, other)));
          }
          if (!path.isRoot()) {
            all.add(without(flat, path, path.parent().orElseThrow().child("stranger")));
            all.add(without(flat, path, path));
          }
        });
    return all;
  }

  private static NodeSpec withAttributes(NodeSpec node, Attributes attributes) {
    return node instanceof ArraySpec array
        ? ArraySpec.builder().from(array).attributes(attributes).build()
        : GroupSpec.builder().from((GroupSpec) node).attributes(attributes).build();
  }

  private static NodeSpec with(Map<NodePath, NodeSpec> flat, NodePath path, NodeSpec node) {
    Map<NodePath, NodeSpec> copy = new LinkedHashMap<>(flat);
    copy.put(path, node);
    return NodeSpec.fromFlat(copy);
  }

  /** The hierarchy with a node under another name, or without it where the name is its own. */
  private static NodeSpec without(
      Map<NodePath, NodeSpec> flat, NodePath removed, NodePath renamed) {
    Map<NodePath, NodeSpec> copy = new LinkedHashMap<>(flat);
    copy.keySet().removeIf(path -> path.isAtOrBelow(removed));
    NodeSpec node = flat.get(removed);
    if (!renamed.equals(removed) && node != null) {
      copy.put(renamed, node);
    }
    return NodeSpec.fromFlat(copy);
  }

  private static List<NodeSpec> arrays(ArraySpec array) {
    ArraySpec bare =
        ArraySpec.builder()
            .dataType(array.dataType())
            .shape(array.shape())
            .attributes(array.attributes())
            .build();
    long[] extents = array.shape().toArray();
    List<NodeSpec> all = new ArrayList<>();
    all.add(ArraySpec.builder().from(bare).dataType(CoreType.COMPLEX64).build());
    all.add(
        ArraySpec.builder()
            .from(bare)
            .shape(Shape.of(LongStream.concat(LongStream.of(extents), LongStream.of(7)).toArray()))
            .build());
    for (int axis = 0; axis < extents.length; axis++) {
      all.add(ArraySpec.builder().from(array).shape(array.shape().with(axis, 97)).build());
    }
    all.add(GroupSpec.builder().attributes(array.attributes()).build());
    return all;
  }

  private static List<JsonValue> changed(JsonValue value) {
    List<JsonValue> all = new ArrayList<>();
    if (value instanceof JsonObject object) {
      object
          .members()
          .forEach(
              (name, member) -> {
                all.add(object.without(name));
                all.add(object.without(name).with(name + "s", member));
                all.add(object.with(name, JsonNull.NULL));
                changed(member).forEach(other -> all.add(object.with(name, other)));
              });
    } else if (value instanceof JsonArray list) {
      for (int i = 0; i < list.size(); i++) {
        List<JsonValue> fewer = new ArrayList<>(list.elements());
        JsonValue element = fewer.remove(i);
        all.add(new JsonArray(List.copyOf(fewer)));
        for (JsonValue other : changed(element)) {
          fewer.add(i, other);
          all.add(new JsonArray(List.copyOf(fewer)));
          fewer.remove(i);
        }
      }
    } else {
      all.add(value instanceof JsonString ? JsonValue.of(0) : JsonValue.of("one"));
    }
    return all;
  }
}
