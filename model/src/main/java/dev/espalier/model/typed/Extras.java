package dev.espalier.model.typed;

import dev.espalier.model.data.ArrayData;
import dev.espalier.model.data.BoundHierarchy;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.Attribute;
import dev.espalier.model.node.Attributes;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodeName;
import dev.espalier.model.path.NodePath;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a hierarchy holds beside a value that was read from it: what nothing declares, and what is
 * declared and could not be read.
 *
 * @param attributes attributes, by the path of their node
 * @param nodes members with all below them, by path
 * @param documents what documents held beside what groups have, by path
 */
public record Extras(
    Map<NodePath, Attributes> attributes,
    Map<NodePath, NodeSpec> nodes,
    Map<NodePath, JsonObject> documents) {
  /** Copies the maps, keeping their order. */
  public Extras {
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
    documents = Collections.unmodifiableMap(new LinkedHashMap<>(documents));
  }

  /** Nothing. */
  public static Extras none() {
    return new Extras(Map.of(), Map.of(), Map.of());
  }

  /** Whether there is nothing. */
  public boolean isEmpty() {
    return attributes.isEmpty() && nodes.isEmpty() && documents.isEmpty();
  }

  /** What a hierarchy holds beside what a value becomes. */
  static Extras between(NodeSpec there, NodeSpec written) {
    Map<NodePath, Attributes> attributes = new LinkedHashMap<>();
    Map<NodePath, NodeSpec> nodes = new LinkedHashMap<>();
    Map<NodePath, JsonObject> documents = new LinkedHashMap<>();
    there.walk(
        (path, node) -> {
          var counterpart = written.find(path);
          if (counterpart.isEmpty()) {
            if (path.parent().flatMap(written::find).isPresent()) {
              nodes.put(path, node);
            }
            return;
          }
          Map<String, Attribute> more = new LinkedHashMap<>(node.attributes().byName());
          more.keySet().removeAll(counterpart.get().attributes().byName().keySet());
          if (!more.isEmpty()) {
            attributes.put(path, new Attributes(more));
          }
          if (node instanceof GroupSpec group && !group.extras().isEmpty()) {
            documents.put(path, group.extras());
          }
        });
    return new Extras(attributes, nodes, documents);
  }

  /** A hierarchy with these extras, at the nodes that it has; what it has itself stays. */
  BoundHierarchy addedTo(BoundHierarchy hierarchy, Map<NodePath, ArrayData> stored) {
    Map<NodePath, ArrayData> data = new LinkedHashMap<>(hierarchy.data());
    NodeSpec root = added(NodePath.root(), hierarchy.root());
    stored.forEach(
        (path, source) -> {
          boolean isExtra = nodes.keySet().stream().anyMatch(path::isAtOrBelow);
          if (isExtra
              && hierarchy.root().find(path).isEmpty()
              && root.findArray(path).isPresent()) {
            data.put(path, source);
          }
        });
    return new BoundHierarchy(root, data);
  }

  private NodeSpec added(NodePath path, NodeSpec node) {
    Attributes all = node.attributes();
    for (var extra : attributes.getOrDefault(path, Attributes.none()).byName().entrySet()) {
      if (!all.byName().containsKey(extra.getKey())) {
        all = all.with(extra.getKey(), extra.getValue());
      }
    }
    if (node instanceof ArraySpec array) {
      return ArraySpec.builder().from(array).attributes(all).build();
    }
    if (!(node instanceof GroupSpec group)) {
      return node;
    }
    Map<NodeName, NodeSpec> members = new LinkedHashMap<>();
    group.members().forEach((name, member) -> members.put(name, added(path.child(name), member)));
    nodes.forEach(
        (at, extra) -> {
          if (at.parent().equals(Optional.of(path))) {
            at.name().ifPresent(name -> members.putIfAbsent(name, extra));
          }
        });
    return GroupSpec.builder()
        .from(group)
        .attributes(all)
        .members(members)
        .extras(documents.getOrDefault(path, group.extras()))
        .build();
  }
}
