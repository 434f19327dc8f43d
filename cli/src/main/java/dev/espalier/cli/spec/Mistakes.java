package dev.espalier.cli.spec;

import dev.espalier.model.finding.Finding;
import dev.espalier.model.finding.Level;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.path.NodePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a document. */
final class Mistakes {
  private static final Rule RULE =
      new Rule(
          "create.document",
          Level.MUST,
          Rule.Origin.TEXT,
          "A declared hierarchy says of each node what the specification asks for.");

  private final List<Finding> findings = new ArrayList<>();

  /**
   * Adds one.
   *
   * @param at the place in the document
   * @param found what is there
   */
  void add(NodePath node, JsonPointer at, String message, @Nullable JsonValue found) {
    findings.add(
        Finding.builder()
            .rule(RULE)
            .node(node)
            .pointer(at)
            .message(message)
            .found(Optional.ofNullable(found).map(JsonValue::toString))
            .build());
  }

  boolean none() {
    return findings.isEmpty();
  }

  List<Finding> findings() {
    return List.copyOf(findings);
  }
}
