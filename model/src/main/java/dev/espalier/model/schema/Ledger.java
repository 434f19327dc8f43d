package dev.espalier.model.schema;

import dev.espalier.model.finding.Finding;
import dev.espalier.model.finding.Level;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The findings of one check, and what they say about which parts can be built on. */
final class Ledger {
  private final NodeSpec hierarchy;
  private final List<Finding> findings = new ArrayList<>();

  Ledger(NodeSpec hierarchy) {
    this.hierarchy = hierarchy;
  }

  NodeSpec hierarchy() {
    return hierarchy;
  }

  void add(Finding finding) {
    findings.add(finding);
  }

  List<Finding> findings() {
    return List.copyOf(findings);
  }

  boolean isSound(NodePath node, JsonPointer pointer, Rule asking) {
    int depth = pointer.tokens().size();
    return none(
        node,
        asking,
        found ->
            found.tokens().size() >= depth
                && found.tokens().subList(0, depth).equals(pointer.tokens()));
  }

  boolean isIntact(NodePath node, JsonPointer pointer, Rule asking) {
    return none(node, asking, pointer::equals);
  }

  private boolean none(NodePath node, Rule asking, Predicate<JsonPointer> where) {
    return findings.stream()
        .noneMatch(
            finding ->
                finding.node().equals(node)
                    && where.test(finding.pointer())
                    && silences(finding.rule(), asking));
  }

  /** Only what counts as an error wherever the other rule counts may keep that one silent. */
  private static boolean silences(Rule broken, Rule asking) {
    return broken.level() == Level.MUST
        && (broken.origin() == Rule.Origin.SCHEMA || asking.origin() != Rule.Origin.SCHEMA);
  }
}
