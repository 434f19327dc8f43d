package dev.espalier.model.evolve;

import dev.espalier.model.schema.NodeSchema;
import java.util.Map;

/** Compares what a node had to be with what it has to be. */
final class NodeDiff {
  private NodeDiff() {}

  static void compare(Comparison comparison, Spot spot, NodeSchema before, NodeSchema after) {
    NodeSchema older = comparison.older().resolve(before);
    NodeSchema newer = comparison.newer().resolve(after);
    boolean referred =
        before instanceof NodeSchema.Reference || after instanceof NodeSchema.Reference;
    if (referred) {
      comparison.once(spot, older, newer, () -> resolved(comparison, spot, older, newer));
    } else {
      resolved(comparison, spot, older, newer);
    }
  }

  private static void resolved(
      Comparison comparison, Spot spot, NodeSchema older, NodeSchema newer) {
    if (older instanceof NodeSchema.Choice || newer instanceof NodeSchema.Choice) {
      choices(comparison, spot, older, newer);
    } else if (older instanceof NodeSchema.Group one && newer instanceof NodeSchema.Group other) {
      GroupDiff.compare(comparison, spot, one, other);
    } else if (older instanceof NodeSchema.Array one && newer instanceof NodeSchema.Array other) {
      ArrayDiff.compare(comparison, spot, one, other);
    } else {
      comparison.breaking(
          spot,
          kind(older) + " became " + kind(newer),
          "old data have a node of the other kind there");
    }
  }

  private static String kind(NodeSchema node) {
    return node instanceof NodeSchema.Group
        ? "a group"
        : node instanceof NodeSchema.Array ? "an array" : "a choice";
  }

  private static void choices(
      Comparison comparison, Spot spot, NodeSchema older, NodeSchema newer) {
    Coverage<NodeSchema> coverage =
        new Coverage<>(comparison, spot, (one, other) -> compare(comparison, spot, one, other));
    if (older instanceof NodeSchema.Choice one && newer instanceof NodeSchema.Choice other) {
      comparison.text(spot, one.text(), other.text());
      comparison.rule(spot, "what it is", one.rule(), other.rule());
      Rivals.compare(
          comparison, spot, other, coverage.compare(one.alternatives(), other.alternatives()));
    } else if (coverage.covers(alternatives(older), alternatives(newer))) {
      comparison.widening(
          spot,
          kind(older) + " became " + kind(newer),
          "all that was allowed still is, and readers may meet something new");
      if (newer instanceof NodeSchema.Choice choice) {
        Rivals.compare(comparison, spot, choice, choice.alternatives().keySet());
      }
    } else {
      comparison.breaking(
          spot,
          kind(older) + " became " + kind(newer),
          "old data may be what is not among what is allowed now");
    }
  }

  private static Map<String, NodeSchema> alternatives(NodeSchema node) {
    return node instanceof NodeSchema.Choice choice ? choice.alternatives() : Map.of("", node);
  }
}
