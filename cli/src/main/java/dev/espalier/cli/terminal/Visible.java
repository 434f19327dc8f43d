package dev.espalier.cli.terminal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Text of others, made safe to print: names and failures may hold what a terminal would obey, such
 * as a sequence that moves the cursor or turns the order of what is read around, and nobody's file
 * shall write over a user's screen. The texts of findings are safe already, and stay as they are.
 */
public final class Visible {
  private static final Pattern OBEYED = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

  /** Line ends and tabs are layout, and our own colours are wanted. */
  private static final Pattern OBEYED_IN_LINES =
      Pattern.compile("(?!\\u001b\\[(?:0|1|2|31|32|36)m)[[\\p{Cc}\\p{Cf}]&&[^\\n\\t]]");

  private Visible() {}

  /** A name in one line: every control character as JSON would spell it. */
  public static String name(String text) {
    return replaced(OBEYED, text);
  }

  /** Lines as they are, with control characters spelled that are neither layout nor our colours. */
  public static String lines(String text) {
    return replaced(OBEYED_IN_LINES, text);
  }

  private static String replaced(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .replaceAll(
            match ->
                Matcher.quoteReplacement(
                    match
                        .group()
                        .chars()
                        .mapToObj(c -> String.format("\\u%04x", c))
                        .collect(Collectors.joining())));
  }
}
