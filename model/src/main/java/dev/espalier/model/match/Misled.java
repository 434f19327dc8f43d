package dev.espalier.model.match;

import dev.espalier.model.finding.Finding;
import dev.espalier.model.finding.Level;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * References to nodes that are declared as something else. Such a node is innocent of what the
 * reference asks for beyond its declaration: the reference is the mistake.
 */
final class Misled {
  /** What came of it, kept through all trials, so that references in a chain do not multiply. */
  private final Map<Asked, Optional<Finding>> answers = new HashMap<>();

  /** A node and a definition, each the very same object. */
  private record Asked(NodeSpec node, NodeMatcher definition) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Asked that && node == that.node && definition == that.definition;
    }

    @Override
    public int hashCode() {
      return 31 * System.identityHashCode(node) + System.identityHashCode(definition);
    }
  }

  private record Told(Rule rule, NodePath node, JsonPointer pointer) {
    static Told of(Finding finding) {
      return new Told(finding.rule(), finding.node(), finding.pointer());
    }
  }

  /**
   * Holds a node to the definition that a reference asks for, and gathers what that says as long as
   * the node may fit.
   *
   * @param isFirst whether the node was not held to that definition before
   * @return what the definition demands and the node's own declaration does not, if it is not met
   */
  Optional<Finding> check(
      Frame node, NodeMatcher declared, NodeMatcher definition, boolean isFirst) {
    Asked asked = new Asked(node.spec(), definition.resolved());
    Optional<Finding> known = answers.get(asked);
    if (known != null || !isFirst) {
      return known == null ? Optional.empty() : known;
    }
    Run run = node.run();
    Trial trial = run.attempt(() -> definition.match(node));
    if (trial.mayFit()) {
      run.adopt(trial);
      return Optional.empty();
    }
    // What its own declaration tells as well is told when the pass comes to the node.
    Set<Told> own = new HashSet<>();
    run.attempt(() -> declared.match(node)).findings().forEach(one -> own.add(Told.of(one)));
    Optional<Finding> answer =
        trial.findings().stream()
            .filter(one -> one.rule().level() == Level.MUST && !own.contains(Told.of(one)))
            .findFirst();
    answers.put(asked, answer);
    return answer;
  }
}
