package dev.espalier.model.pattern;

import dev.espalier.model.pattern.TextPattern.Verdict;
import java.util.regex.Pattern;

/** A pattern made ready for many texts; safe for use by several threads at once. */
public final class TextMatcher {
  private final Pattern pattern;

  TextMatcher(Pattern pattern) {
    this.pattern = pattern;
  }

  /** Whether all of a text matches. */
  public Verdict test(String text) {
    return test(MeteredText.alone(text));
  }

  /** Whether all of a text matches, which is one of many that share a budget. */
  public Verdict test(String text, StepBudget budget) {
    MeteredText metered = MeteredText.sharing(text, budget);
    Verdict verdict = test(metered);
    budget.spend(metered.taken());
    return verdict;
  }

  private Verdict test(MeteredText text) {
    try {
      return pattern.matcher(text).matches() ? Verdict.MATCHES : Verdict.DIFFERS;
    } catch (MeteredText.Exhausted | StackOverflowError e) {
      // The JDK's matcher recurses for some expressions; running out of stack is one more bound.
      return Verdict.UNDECIDED;
    }
  }
}
