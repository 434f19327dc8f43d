package dev.espalier.model.schema.value;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Texts whose case does not matter, in the common ground of regular expressions. */
final class AnyCase {
  private AnyCase() {}

  /** The expression that a text matches however its letters from A to Z are written. */
  static String expression(String text) {
    return text.chars().mapToObj(c -> expression((char) c)).collect(Collectors.joining());
  }

  private static String expression(char c) {
    String lower = Character.toString(c).toLowerCase(Locale.ROOT);
    boolean letter = lower.charAt(0) >= 'a' && lower.charAt(0) <= 'z';
    if (letter) {
      return "[" + lower + lower.toUpperCase(Locale.ROOT) + "]";
    }
    return Character.toString(c).replaceAll("[^A-Za-z0-9_]", "\\\\$0");
  }

  /** The texts as a list in words. */
  static String words(List<String> texts) {
    String last = texts.get(texts.size() - 1);
    String first = String.join(", ", texts.subList(0, texts.size() - 1));
    return (first.isEmpty() ? last : first + " or " + last) + ", in any case";
  }
}
