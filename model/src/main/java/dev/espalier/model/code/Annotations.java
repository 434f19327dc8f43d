package dev.espalier.model.code;

import java.util.List;

/** Spells annotations and comments. */
final class Annotations {
  private static final int LONGEST_TEXT = 10_000;

  private Annotations() {}

  /** Texts as the value of an annotation: one of them, or several in braces. */
  static String texts(List<String> texts) {
    List<String> quoted = texts.stream().map(Literals::quoted).toList();
    return quoted.size() == 1 ? quoted.get(0) : "{" + String.join(", ", quoted) + "}";
  }

  /** What an annotation says, in parentheses, or nothing. */
  static String parts(List<String> parts) {
    return parts.isEmpty() ? "" : "(" + String.join(", ", parts) + ")";
  }

  /** A documentation comment, or nothing for no text. */
  static String comment(String text, String indent) {
    String safe =
        text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + "..." : text.strip();
    if (safe.isEmpty()) {
      return "";
    }
    StringBuilder out = new StringBuilder(indent + "/**\n");
    for (String line : safe.split("\\R", -1)) {
      String kept =
          line.codePoints()
              .filter(c -> !Character.isISOControl(c))
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString()
              .strip()
              .replace('\\', '/') // a backslash may begin a Unicode escape
              .replace("*/", "* /")
              .replace("@", "&#64;");
      out.append(indent).append(" *").append(kept.isEmpty() ? " <p>" : " " + kept).append('\n');
    }
    return out.append(indent).append(" */\n").toString();
  }
}
