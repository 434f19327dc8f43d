package dev.espalier.model.pattern;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression that all of a text has to match, in the common ground of Java and ECMA 262,
 * without anchors.
 *
 * <p>An expression can be written so that some text costs more steps than anybody has time for.
 * Here a match ends after a number of steps that grows with the text only; it is then {@link
 * Verdict#UNDECIDED}, which is never taken for a match.
 *
 * @param regex the expression, at most 1,000 characters
 */
public record TextPattern(String regex) {
  private static final int LONGEST = 1_000;
  private static final int DEEPEST = 50;

  /**
   * Checks the expression.
   *
   * @throws IllegalArgumentException if it is no regular expression, or longer or deeper than it
   *     may be
   */
  public TextPattern {
    if (regex.length() > LONGEST) {
      throw new IllegalArgumentException(
          "a pattern of " + regex.length() + " characters; at most " + LONGEST + " are allowed");
    }
    if (regex.chars().filter(c -> c == '(').count() > DEEPEST) {
      throw new IllegalArgumentException(
          "a pattern with more than " + DEEPEST + " groups; write a simpler one");
    }
    compile(regex);
  }

  /** Whether a text matches. */
  public enum Verdict {
    /** It does. */
    MATCHES,
    /** It does not. */
    DIFFERS,
    /** Deciding it would take more steps than are allowed. */
    UNDECIDED
  }

  /** Whether all of a text matches. */
  public Verdict test(String text) {
    return matcher().test(text);
  }

  /** This pattern, made ready for many texts. */
  public TextMatcher matcher() {
    return new TextMatcher(compile(regex));
  }

  private static Pattern compile(String regex) {
    try {
      return Pattern.compile(regex);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "\"" + regex + "\" is no regular expression: " + e.getDescription(), e);
    }
  }
}
