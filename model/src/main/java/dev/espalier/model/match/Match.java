package dev.espalier.model.match;

import dev.espalier.model.finding.Finding;
import dev.espalier.model.finding.Level;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.schema.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a hierarchy is, seen through a schema: all that is wrong, and all that fits. */
public final class Match {
  private final Schema schema;
  private final NodeMatcher root;
  private final Run run;
  private final NodePath at;
  private final List<Finding> findings;

  Match(Schema schema, NodeMatcher root, Run run, NodePath at) {
    this.schema = schema;
    this.root = root;
    this.run = run;
    this.at = at;
    this.findings = OneEach.of(run.ledger().findings());
  }

  /** The schema. */
  public Schema schema() {
    return schema;
  }

  /** The whole tree that was looked at. */
  public NodeSpec hierarchy() {
    return run.hierarchy();
  }

  /** The node that was matched. */
  public NodePath at() {
    return at;
  }

  /** Every broken rule, of whatever level, one finding for each mistake. */
  public List<Finding> findings() {
    return findings;
  }

  /** Whether no rule of level MUST is broken. */
  public boolean isValid() {
    return findings.stream().noneMatch(finding -> finding.rule().level() == Level.MUST);
  }

  /** The node as the schema sees it, if there is a node of the right kind. */
  public Optional<MatchedNode> node() {
    return run.hierarchy()
        .find(at)
        .filter(node -> node instanceof GroupSpec || node instanceof ArraySpec)
        .flatMap(node -> MatchedNode.of(run, at, node, root));
  }

  /** The symbols of dimensions in scope at a node, with the values that they turned out to have. */
  public Map<String, Long> extents(NodePath node) {
    Map<String, Long> known = new LinkedHashMap<>();
    // Scopes were opened from the outside in, so that an inner symbol hides an outer one.
    for (Frame frame : run.scopes()) {
      if (isAtOrAbove(frame.path(), node)) {
        frame
            .scope()
            .forEach((name, symbol) -> symbol.value().ifPresent(value -> known.put(name, value)));
      }
    }
    return known;
  }

  private static boolean isAtOrAbove(NodePath ancestor, NodePath node) {
    int depth = ancestor.names().size();
    return depth <= node.names().size() && ancestor.names().equals(node.names().subList(0, depth));
  }

  /** What the schema demands of elements, array by array, for whoever reads or writes them. */
  public List<ElementDemand> elementDemands() {
    return run.demands().stream().map(ElementDemand.Open::close).distinct().toList();
  }
}
