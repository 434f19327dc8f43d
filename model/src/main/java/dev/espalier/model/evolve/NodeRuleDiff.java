package dev.espalier.model.evolve;

import dev.espalier.model.finding.Rule;
import dev.espalier.model.schema.NodeRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compares the rules about a node and its members. */
final class NodeRuleDiff {
  private NodeRuleDiff() {}

  static void compare(
      Comparison comparison, Spot spot, List<NodeRule> older, List<NodeRule> newer) {
    List<NodeRule> left = new ArrayList<>(older);
    List<NodeRule> added = new ArrayList<>();
    for (NodeRule rule : newer) {
      if (!left.remove(rule)) {
        added.add(rule);
      }
    }
    for (NodeRule rule : added) {
      Optional<NodeRule> counterpart =
          left.stream().filter(other -> subject(other).equals(subject(rule))).findFirst();
      if (counterpart.isPresent()) {
        left.remove(counterpart.get());
        changed(comparison, spot, counterpart.get(), rule);
      } else {
        rule.rules()
            .forEach(r -> comparison.narrowed(spot, "the rule " + r.id() + " was added", r));
      }
    }
    for (NodeRule rule : left) {
      rule.rules().forEach(r -> comparison.widened(spot, "the rule " + r.id() + " was removed", r));
    }
  }

  /** What a rule is about; two about the same are one that changed. */
  private static Object subject(NodeRule rule) {
    if (rule instanceof NodeRule.SameDataType same) {
      return List.of("type", Set.copyOf(same.members()));
    }
    if (rule instanceof NodeRule.SomeOf some) {
      return List.of("some", Set.copyOf(some.names()));
    }
    if (rule instanceof NodeRule.Requires requires) {
      return List.of("requires", requires.given(), Set.copyOf(requires.needed()));
    }
    if (rule instanceof NodeRule.Coded coded) {
      return List.of("code", coded.rules().stream().map(Rule::id).toList());
    }
    return "names";
  }

  private static void changed(Comparison comparison, Spot spot, NodeRule older, NodeRule newer) {
    for (int i = 0; i < newer.rules().size(); i++) {
      comparison.rule(spot, "a rule", older.rules().get(i), newer.rules().get(i));
    }
    if (older instanceof NodeRule.SomeOf one && newer instanceof NodeRule.SomeOf other) {
      String change =
          String.join(", ", other.names())
              + (": " + one.min() + " to " + one.max() + " of them became ")
              + (other.min() + " to " + other.max());
      if (other.min() > one.min() || other.max() < one.max()) {
        comparison.narrowed(spot, change, other.rule());
      } else if (other.min() < one.min() || other.max() > one.max()) {
        comparison.widened(spot, change, one.rule());
      }
    }
  }
}
