package dev.espalier.model.evolve;

import dev.espalier.model.finding.Rule;
import dev.espalier.model.schema.array.ElementRule;
import dev.espalier.model.schema.array.Extent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares what held of the elements of an array with what holds. */
final class ElementDiff {
  private ElementDiff() {}

  static void compare(
      Comparison comparison, Spot spot, List<ElementRule> older, List<ElementRule> newer) {
    List<ElementRule> left = new ArrayList<>(older);
    for (ElementRule rule : newer) {
      Optional<ElementRule> match =
          left.stream().filter(other -> isSame(comparison, spot, other, rule)).findFirst();
      if (match.isPresent()) {
        left.remove(match.get());
        comparison.rule(spot, "the elements", match.get().rule(), rule.rule());
      } else {
        comparison.narrowed(spot, "a rule on elements was added: " + spelled(rule), rule.rule());
      }
    }
    for (ElementRule rule : left) {
      comparison.widened(spot, "a rule on elements was removed: " + spelled(rule), rule.rule());
    }
  }

  private static String spelled(ElementRule rule) {
    return rule.rule().id();
  }

  private static boolean isSame(
      Comparison comparison, Spot spot, ElementRule older, ElementRule newer) {
    Rule rule = newer.rule();
    if (older instanceof ElementRule.First one && newer instanceof ElementRule.First other) {
      return ExtentDiff.isSame(comparison, spot, one.value(), other.value());
    }
    if (older instanceof ElementRule.Last one && newer instanceof ElementRule.Last other) {
      return ExtentDiff.isSame(comparison, spot, one.value(), other.value());
    }
    if (older instanceof ElementRule.Sum one && newer instanceof ElementRule.Sum other) {
      return ExtentDiff.isSame(comparison, spot, one.value(), other.value());
    }
    if (older instanceof ElementRule.Within one && newer instanceof ElementRule.Within other) {
      return one.min().equals(other.min())
          && one.max().equals(other.max())
          && one.below().isPresent() == other.below().isPresent()
          && (one.below().isEmpty() || sameBelow(comparison, spot, one, other));
    }
    if (older instanceof ElementRule.Rising rising) {
      return new ElementRule.Rising(rule, rising.strictly()).equals(newer);
    }
    return older instanceof ElementRule.Finite && newer instanceof ElementRule.Finite;
  }

  private static boolean sameBelow(
      Comparison comparison, Spot spot, ElementRule.Within one, ElementRule.Within other) {
    Extent below = other.below().orElseThrow();
    return ExtentDiff.isSame(comparison, spot, one.below().orElseThrow(), below);
  }
}
