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
    try {
      return pattern.matcher(new MeteredText(text)).matches() ? Verdict.MATCHES : Verdict.DIFFERS;
    } catch (MeteredText.Exhausted | StackOverflowError e) {
      // The JDK's matcher recurses for some expressions; running out of stack is one more bound.
      return Verdict.UNDECIDED;
    }
  }
}
