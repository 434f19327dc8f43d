package dev.espalier.model.typed;

import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.Attribute;
import dev.espalier.model.node.Attributes;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodeName;
import dev.espalier.model.path.NodePath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes attributes that did not change as they were found, to the digit and with their exact
 * types, and keeps what a changed one held beside what is declared.
 *
 * @param there the hierarchy that was read
 * @param first what the value becomes that was read from it
 */
record Restoring(NodeSpec there, NodeSpec first) {
  /** A hierarchy that a changed value became, with all that stayed the same as it was. */
  NodeSpec in(NodeSpec changed) {
    return in(NodePath.root(), changed);
  }

  private NodeSpec in(NodePath path, NodeSpec node) {
    Attributes attributes = attributes(path, node.attributes());
    if (node instanceof ArraySpec array) {
      return ArraySpec.builder().from(array).attributes(attributes).build();
    }
    if (!(node instanceof GroupSpec group)) {
      return node;
    }
    Map<NodeName, NodeSpec> members = new LinkedHashMap<>();
    group.members().forEach((name, member) -> members.put(name, in(path.child(name), member)));
    return group.withAttributes(attributes).withMembers(members);
  }

  private Attributes attributes(NodePath path, Attributes changed) {
    Attributes were = there.find(path).map(NodeSpec::attributes).orElse(Attributes.none());
    Attributes read = first.find(path).map(NodeSpec::attributes).orElse(Attributes.none());
    Map<String, Attribute> restored = new LinkedHashMap<>(changed.byName());
    restored.replaceAll(
        (name, attribute) -> {
          Attribute was = were.byName().get(name);
          Optional<JsonValue> then = read.get(name);
          if (was == null || then.isEmpty()) {
            return attribute;
          }
          return attribute.value().equals(then.get())
              ? was
              : new Attribute(merged(was.value(), then.get(), attribute.value()), attribute.type());
        });
    return new Attributes(restored);
  }

  /**
   * A changed value with what stayed the same as it was.
   *
   * @param was what was found
   * @param then what is written of that
   * @param now what is written of the changed value
   */
  private static JsonValue merged(JsonValue was, JsonValue then, JsonValue now) {
    if (now.equals(then)) {
      return was;
    }
    if (was instanceof JsonObject wasObject
        && then instanceof JsonObject thenObject
        && now instanceof JsonObject nowObject) {
      return object(wasObject, thenObject, nowObject);
    }
    if (was instanceof JsonArray wasList
        && then instanceof JsonArray thenList
        && now instanceof JsonArray nowList
        && wasList.size() == thenList.size()) {
      return list(wasList.elements(), thenList.elements(), nowList.elements());
    }
    return now;
  }

  private static JsonValue object(JsonObject was, JsonObject then, JsonObject now) {
    Map<String, JsonValue> members = new LinkedHashMap<>(now.members());
    members.replaceAll(
        (name, value) -> {
          Optional<JsonValue> before = was.get(name);
          Optional<JsonValue> read = then.get(name);
          return before.isPresent() && read.isPresent()
              ? merged(before.get(), read.get(), value)
              : value;
        });
    was.members()
        .forEach(
            (name, value) -> {
              if (!then.has(name)) {
                members.putIfAbsent(name, value);
              }
            });
    return new JsonObject(members);
  }

  /**
   * Elements are the same if they are equal, wherever they stand now; one that changed is what was
   * at its place, unless elements were added or removed.
   */
  private static JsonValue list(List<JsonValue> was, List<JsonValue> then, List<JsonValue> now) {
    List<JsonValue> elements = new ArrayList<>();
    for (int i = 0; i < now.size(); i++) {
      JsonValue element = now.get(i);
      boolean stays = i < then.size() && then.get(i).equals(element);
      int at = stays ? i : then.indexOf(element);
      if (at >= 0) {
        elements.add(was.get(at));
      } else if (now.size() == then.size() && !now.contains(then.get(i))) {
        elements.add(merged(was.get(i), then.get(i), element));
      } else {
        elements.add(element);
      }
    }
    return new JsonArray(elements);
  }
}
