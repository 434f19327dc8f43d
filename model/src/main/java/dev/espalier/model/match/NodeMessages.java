package dev.espalier.model.match;

import dev.espalier.model.finding.Finding;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.node.UnreadableSpec;
import dev.espalier.model.path.NodePath;
import java.util.Locale;

/** Says what is wrong with the kind of a node. */
final class NodeMessages {
  private NodeMessages() {}

  static Finding missing(NodeSchema schema, NodePath path) {
    return at(schema, path)
        .message("there is no node at " + path)
        .expected(kindOf(schema))
        .found("nothing")
        .fix("correct the path")
        .build();
  }

  static Finding wrongKind(NodeSchema schema, NodePath path, NodeSpec node) {
    return at(schema, path)
        .message(path + " is " + kindOf(node) + ", not " + kindOf(schema))
        .expected(kindOf(schema))
        .found(kindOf(node))
        .fix("write " + kindOf(schema) + " there, or refer to another node")
        .build();
  }

  static Finding unreadable(NodeSchema schema, NodePath path, UnreadableSpec node) {
    return at(schema, path)
        .pointer(node.pointer())
        .message(path + " cannot be read: " + node.message())
        .expected(kindOf(schema))
        .found("a node that is " + node.problem().name().toLowerCase(Locale.ROOT))
        .fix("mend the metadata of " + path)
        .build();
  }

  private static Finding.Builder at(NodeSchema schema, NodePath path) {
    return Finding.builder().rule(schema.rule()).node(path);
  }

  private static String kindOf(NodeSpec node) {
    return node instanceof GroupSpec ? "a group" : "an array";
  }

  private static String kindOf(NodeSchema schema) {
    return schema instanceof NodeSchema.Group ? "a group" : "an array";
  }
}
