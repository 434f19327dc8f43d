package dev.espalier.model.document;

import dev.espalier.model.schema.Member;
import dev.espalier.model.schema.NodeSchema;
import dev.espalier.model.schema.Schema;
import dev.espalier.model.schema.array.Dimensions;
import java.util.ArrayList;
import java.util.List;

/** The whole declaration at a glance: a line for each node, indented as they lie in each other. */
final class TreeOverview {
  private static final int COLUMN = 32;

  private final List<String> lines = new ArrayList<>();

  private TreeOverview() {}

  static String of(Schema schema) {
    TreeOverview overview = new TreeOverview();
    overview.node("/", "", schema.root(), 0);
    schema
        .definitions()
        .forEach(
            (name, node) -> {
              overview.lines.add("");
              overview.node(name + ":", "", node, 0);
            });
    return String.join("\n", overview.lines);
  }

  private void node(String name, String note, NodeSchema node, int depth) {
    String label = "  ".repeat(depth) + name;
    String padding = " ".repeat(Math.max(2, COLUMN - label.length()));
    lines.add(label + padding + what(node) + note);
    if (node instanceof NodeSchema.Group group) {
      for (Member member : group.members()) {
        node(member.name().toString(), note(member), member.node(), depth + 1);
      }
    } else if (node instanceof NodeSchema.Choice choice) {
      choice.alternatives().forEach((one, schema) -> node("(" + one + ")", "", schema, depth + 1));
    }
  }

  private static String note(Member member) {
    if (member.isRequired()) {
      return member.name().isExact() ? "" : ", at least " + member.min();
    }
    return member.presence().isPresent() ? ", recommended" : ", optional";
  }

  private static String what(NodeSchema node) {
    if (node instanceof NodeSchema.Reference reference) {
      return "a " + reference.definition();
    }
    if (node instanceof NodeSchema.Array array) {
      String types =
          array.dataTypes().names().isEmpty() ? "" : " of " + array.dataTypes().toString();
      String dimensions =
          array.dimensions().equals(Dimensions.any()) ? "" : " " + array.dimensions();
      return "array" + types + dimensions;
    }
    return NodeSections.kindOf(node);
  }
}
