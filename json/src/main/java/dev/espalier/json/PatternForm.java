package dev.espalier.json;

/** Turns patterns of JSON Schema, which may match anywhere, into such that match as a whole. */
final class PatternForm {
  private static final String ANYTHING = "[\\s\\S]*";

  private PatternForm() {}

  static String whole(String pattern) {
    if (pattern.startsWith("^")
        && pattern.endsWith("$")
        && !pattern.endsWith("\\$")
        && !pattern.contains("|")) {
      return pattern.substring(1, pattern.length() - 1);
    }
    return ANYTHING + "(?:" + pattern + ")" + ANYTHING;
  }
}
