package dev.espalier.model.match;

import dev.espalier.model.declare.Declare;
import dev.espalier.model.declare.NodeDeclaration;
import dev.espalier.model.finding.Finding;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.Attributes;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.node.UnreadableSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.schema.Schema;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.DataType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Small hierarchies, and what is found in them. */
final class Trees {
  private final Map<NodePath, NodeSpec> flat = new LinkedHashMap<>();

  private Trees() {
    flat.put(NodePath.root(), GroupSpec.empty());
  }

  static Trees tree() {
    return new Trees();
  }

  Trees array(String path, String type, long... shape) {
    flat.put(
        NodePath.parse(path),
        ArraySpec.builder().dataType(DataType.named(type)).shape(Shape.of(shape)).build());
    return this;
  }

  Trees named(String path, List<String> names, long... shape) {
    flat.put(
        NodePath.parse(path),
        ArraySpec.builder()
            .dataType(DataType.named("int32"))
            .shape(Shape.of(shape))
            .dimensions(names)
            .build());
    return this;
  }

  Trees group(String path) {
    flat.put(NodePath.parse(path), GroupSpec.empty());
    return this;
  }

  Trees unreadable(String path) {
    NodePath at = NodePath.parse(path);
    flat.keySet().removeIf(one -> one.isAtOrBelow(at));
    flat.put(at, new UnreadableSpec(UnreadableSpec.Problem.CORRUPT, "it ends early"));
    return this;
  }

  Trees attribute(String path, String name, JsonValue value) {
    NodePath at = NodePath.parse(path);
    NodeSpec node = flat.getOrDefault(at, GroupSpec.empty());
    Attributes attributes = node.attributes().with(name, value);
    flat.put(
        at,
        node.match(
            group -> group.withAttributes(attributes),
            array -> array.withAttributes(attributes),
            unreadable -> unreadable));
    return this;
  }

  NodeSpec build() {
    return NodeSpec.fromFlat(flat);
  }

  Match against(Schema schema) {
    return Matcher.of(schema).match(build(), NodePath.root());
  }

  Match against(NodeDeclaration root) {
    return against(Declare.convention("test", "1").root(root).build());
  }

  /** The findings, as {@code RULE at NODE: MESSAGE}. */
  static List<String> told(Match match) {
    return match.findings().stream().map(Trees::told).toList();
  }

  private static String told(Finding finding) {
    return finding.rule().id() + " at " + finding.node() + ": " + finding.message();
  }
}
