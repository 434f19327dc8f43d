package dev.espalier.model.document;

import dev.espalier.model.schema.Member;
import dev.espalier.model.schema.NodeSchema;
import dev.espalier.model.schema.Schema;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** The nodes of a declaration, each under the place where it is declared. */
final class NodePlaces {
  private final Map<String, NodeSchema> nodes = new LinkedHashMap<>();
  private final Map<String, String> anchors = new TreeMap<>();

  NodePlaces(Schema schema) {
    add("/", schema.root());
    schema.definitions().forEach(this::add);
    Map<String, Integer> taken = new TreeMap<>();
    for (String place : nodes.keySet()) {
      String slug = Markdown.slug("node", place.equals("/") ? "root" : place);
      int number = taken.merge(slug, 1, Integer::sum);
      anchors.put(place, number == 1 ? slug : slug + "-" + number);
    }
  }

  /** Every node by its place, the root first, then what is below it, then the definitions. */
  Map<String, NodeSchema> all() {
    return nodes;
  }

  /** Where the page speaks of a place. */
  String anchor(String place) {
    return anchors.getOrDefault(place, "nodes");
  }

  /** The place of a member, which is that of its definition where it refers to one. */
  static String member(String place, Member member) {
    return member.node() instanceof NodeSchema.Reference reference
        ? reference.definition()
        : place + (place.endsWith("/") ? "" : "/") + member.name();
  }

  /** The place of an alternative, which is that of its definition where it refers to one. */
  static String alternative(String place, String name, NodeSchema node) {
    return node instanceof NodeSchema.Reference reference
        ? reference.definition()
        : place + " (" + name + ")";
  }

  private void add(String place, NodeSchema node) {
    if (node instanceof NodeSchema.Reference) {
      return;
    }
    nodes.put(place, node);
    if (node instanceof NodeSchema.Group group) {
      group.members().forEach(member -> add(member(place, member), member.node()));
    } else if (node instanceof NodeSchema.Choice choice) {
      choice.alternatives().forEach((name, one) -> add(alternative(place, name, one), one));
    }
  }
}
