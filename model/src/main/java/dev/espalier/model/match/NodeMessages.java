package dev.espalier.model.match;

import dev.espalier.model.finding.Finding;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.node.UnreadableSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.schema.NodeSchema;
import dev.espalier.model.schema.array.Dimensions;
import dev.espalier.model.schema.rule.CoreRules;
import java.util.Locale;

/** Says what is wrong with the kind of a node. */
final class NodeMessages {
  private NodeMessages() {}

  static Finding missing(NodeSchema schema, NodePath path) {
    return Finding.builder()
        .rule(ruleOf(schema))
        .node(path)
        .message("there is no node at " + path)
        .expected(aKindOf(schema))
        .found("nothing")
        .fix("correct the path")
        .build();
  }

  static void wrongKind(Frame frame, NodeSchema schema) {
    frame.run().report(wrongKind(frame.path(), frame.spec(), schema));
  }

  private static Finding wrongKind(NodePath path, NodeSpec node, NodeSchema schema) {
    Finding.Builder finding = Finding.builder().node(path).expected(aKindOf(schema));
    if (node instanceof UnreadableSpec unreadable) {
      Rule own = ruleOf(schema);
      boolean isOwn = !own.equals(CoreRules.MEMBER_KIND) && !own.equals(CoreRules.CHOICE);
      return unreadable(path, unreadable, isOwn ? own : CoreRules.MEMBER_READABLE, aKindOf(schema));
    }
    return finding
        .rule(ruleOf(schema))
        .message(path + " is " + aKindOf(node) + ", not " + aKindOf(schema))
        .found(aKindOf(node))
        .fix("write " + aKindOf(schema) + " there instead")
        .build();
  }

  /** What a node that cannot be read is, or leads to, is not known. */
  static Finding unreadable(NodePath path, UnreadableSpec unreadable, Rule rule, String expected) {
    return Finding.builder()
        .node(path)
        .expected(expected)
        .rule(rule)
        .pointer(unreadable.pointer())
        .message(path + " cannot be read: " + unreadable.message())
        .found("a node that is " + unreadable.problem().name().toLowerCase(Locale.ROOT))
        .fix(
            unreadable.problem() == UnreadableSpec.Problem.UNSUPPORTED
                ? "write " + path + " again without what is not supported"
                : "mend " + path + ", or write it again")
        .build();
  }

  private static Rule ruleOf(NodeSchema schema) {
    if (schema instanceof NodeSchema.Group group) {
      return group.rule();
    }
    if (schema instanceof NodeSchema.Array array) {
      return array.rule();
    }
    return schema instanceof NodeSchema.Choice choice ? choice.rule() : CoreRules.MEMBER_KIND;
  }

  static String aKindOf(NodeSpec node) {
    return node instanceof GroupSpec ? "a group" : "an array";
  }

  /** The kind of node in words: {@code a group}, {@code one of linear, table}. */
  static String aKindOf(NodeSchema schema) {
    if (schema instanceof NodeSchema.Choice choice) {
      return choice.alternatives().size() == 1
          ? choice.alternatives().keySet().iterator().next()
          : "one of " + String.join(", ", choice.alternatives().keySet());
    }
    return schema instanceof NodeSchema.Group ? "a group" : "an array";
  }

  /** What a node has to be, as far as a line can tell: {@code an array of float32 [time]}. */
  static String described(NodeSchema schema) {
    if (!(schema instanceof NodeSchema.Array array)) {
      return aKindOf(schema);
    }
    String types =
        array.dataTypes().names().isEmpty() ? "" : " of " + TypeWords.of(array.dataTypes());
    String shape = array.dimensions().equals(Dimensions.any()) ? "" : " " + array.dimensions();
    return "an array" + types + shape;
  }

  /** The kind of node without an article. */
  static String kindOf(NodeSchema schema) {
    return schema instanceof NodeSchema.Group
        ? "group"
        : schema instanceof NodeSchema.Array ? "array" : "node";
  }
}
