package dev.espalier.model.match;

import dev.espalier.model.finding.Finding;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.pattern.StepBudget;
import dev.espalier.model.pattern.TextMatcher;
import dev.espalier.model.pattern.TextPattern.Verdict;
import dev.espalier.model.schema.rule.CoreRules;
import dev.espalier.model.schema.value.Constraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The steps that the patterns of one pass may take together, and the texts that they left over. */
final class PatternSteps {
  private static final long STEPS = 10_000_000;

  private final StepBudget budget = new StepBudget(STEPS);
  private final List<Left> left = new ArrayList<>();

  /** A text that was not held to its pattern. */
  record Left(Place place, Constraint.Matches matches) {}

  /** Whether a text matches, as far as the steps reach. */
  Verdict test(TextMatcher matcher, String text) {
    return matcher.test(text, budget);
  }

  /** Whether a text that could not be decided has to be left over. */
  boolean areSpent() {
    return budget.isSpent();
  }

  List<Left> left() {
    return left;
  }

  /** Says once how many texts were left over. */
  void tell(NodePath at, Run run) {
    if (left.isEmpty()) {
      return;
    }
    long count =
        left.stream()
            .map(text -> text.place().node() + "#" + text.place().pointer())
            .distinct()
            .count();
    Place first = left.get(0).place();
    run.report(
        Finding.builder()
            .rule(CoreRules.RULE_CHECKED)
            .node(at)
            .message(
                (count == 1 ? "1 text was" : count + " texts were")
                    + " not held to "
                    + (count == 1 ? "its pattern: " : "their patterns, the first of them ")
                    + first.words()
                    + " of "
                    + first.node())
            .expected("patterns that are decided in few steps")
            .found(String.format(Locale.ROOT, "patterns that took %,d steps in all", STEPS))
            .fix("simplify the pattern " + left.get(0).matches().pattern().regex())
            .build());
  }
}
