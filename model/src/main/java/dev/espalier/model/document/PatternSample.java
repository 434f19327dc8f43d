package dev.espalier.model.document;

import dev.espalier.model.pattern.TextPattern;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes up a short text that matches a regular expression: of alternatives the first, of characters
 * the first, of repetitions as few as there may be.
 */
final class PatternSample {
  private static final int LONGEST = 200;
  private static final String PLAIN = "abcdefghijklmnopqrstuvwxyz0123456789_ABCDEFGHIJKLMNOP";

  private final String regex;
  private int at;

  private PatternSample(String regex) {
    this.regex = regex;
  }

  /** A text that matches, if one is found. */
  static Optional<String> of(TextPattern pattern) {
    try {
      String sample = new PatternSample(pattern.regex()).alternatives();
      if (pattern.test(sample) == TextPattern.Verdict.MATCHES) {
        return Optional.of(sample);
      }
    } catch (IndexOutOfBoundsException | NumberFormatException e) {
      // An expression that is read in another way here than in Java has no sample.
      return Optional.empty();
    }
    return Optional.empty();
  }

  /**
   * One of several texts that match and differ, if so many are found.
   *
   * @param number which of them, from 0
   */
  static Optional<String> of(TextPattern pattern, int number) {
    return of(pattern).stream()
        .flatMap(first -> Stream.concat(Stream.of(first), variants(first)))
        .distinct()
        .filter(text -> pattern.test(text) == TextPattern.Verdict.MATCHES)
        .skip(number)
        .findFirst();
  }

  /** Texts with another last character, or one more. */
  private static Stream<String> variants(String text) {
    String begin = text.isEmpty() ? "" : text.substring(0, text.length() - 1);
    return Stream.of(begin, text)
        .flatMap(start -> PLAIN.chars().mapToObj(c -> start + Character.toString(c)));
  }

  private String alternatives() {
    String first = sequence();
    while (at < regex.length() && regex.charAt(at) == '|') {
      at++;
      sequence();
    }
    return first;
  }

  private String sequence() {
    StringBuilder text = new StringBuilder();
    while (at < regex.length() && "|)".indexOf(regex.charAt(at)) < 0) {
      String atom = atom();
      text.append(atom.repeat(Math.min(leastRepetitions(), LONGEST)));
    }
    return text.toString();
  }

  private String atom() {
    char c = regex.charAt(at++);
    return switch (c) {
      case '(' -> group();
      case '[' -> characterClass();
      case '.' -> "a";
      case '\\' -> escape(regex.charAt(at++));
      case '^', '$' -> "";
      default -> Character.toString(c);
    };
  }

  private String group() {
    boolean looksAround = regex.startsWith("?=", at) || regex.startsWith("?!", at);
    if (regex.charAt(at) == '?') {
      at += 2;
    }
    String text = alternatives();
    at++; // the closing parenthesis
    return looksAround ? "" : text;
  }

  private static String escape(char c) {
    return switch (c) {
      case 'd' -> "0";
      case 'w', 'D', 'S' -> "a";
      case 's' -> " ";
      case 'W' -> "-";
      case 't' -> "\t";
      case 'n' -> "\n";
      case 'b', 'B' -> "";
      default -> Character.toString(c);
    };
  }

  private String characterClass() {
    int begin = at - 1;
    boolean negated = regex.charAt(at) == '^';
    at += negated ? 1 : 0;
    String first =
        regex.charAt(at) == '\\' ? escape(regex.charAt(at + 1)) : regex.substring(at, at + 1);
    boolean atFirst = true;
    while (atFirst || regex.charAt(at) != ']') {
      at += regex.charAt(at) == '\\' ? 2 : 1;
      atFirst = false;
    }
    at++;
    TextPattern whole = new TextPattern(regex.substring(begin, at));
    if (!negated && whole.test(first) == TextPattern.Verdict.MATCHES) {
      return first;
    }
    return PLAIN
        .chars()
        .mapToObj(Character::toString)
        .filter(c -> whole.test(c) == TextPattern.Verdict.MATCHES)
        .findFirst()
        .orElse("-");
  }

  private int leastRepetitions() {
    if (at >= regex.length()) {
      return 1;
    }
    int least = 1;
    char c = regex.charAt(at);
    if (c == '*' || c == '?') {
      at++;
      least = 0;
    } else if (c == '+') {
      at++;
    } else if (c == '{') {
      int end = regex.indexOf('}', at);
      String counts = regex.substring(at + 1, end);
      int comma = counts.indexOf(',');
      least = Integer.parseInt(comma < 0 ? counts : counts.substring(0, comma));
      at = end + 1;
    } else {
      return 1;
    }
    if (at < regex.length() && (regex.charAt(at) == '?' || regex.charAt(at) == '+')) {
      at++; // lazy or possessive: the least is the same
    }
    return least;
  }
}
