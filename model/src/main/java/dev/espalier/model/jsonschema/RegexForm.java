package dev.espalier.model.jsonschema;

/** Rewrites regular expressions from the form of declarations into that of JSON Schema. */
final class RegexForm {
  private static final String SYNTAX = "\\^$.*+?()[]{}|/";

  private final String regex;
  private final boolean oneSegment;
  private final StringBuilder out = new StringBuilder();
  private int at;

  private RegexForm(String regex, boolean oneSegment) {
    this.regex = regex;
    this.oneSegment = oneSegment;
  }

  /** The expression as ECMA 262 reads it, anchored at both ends. */
  static String whole(String regex) {
    return "^(?:" + new RegexForm(regex, false).rewrite() + ")$";
  }

  /** The expression for a name inside a path: nothing in it matches a slash. */
  static String segment(String regex) {
    String rewritten = new RegexForm(regex, true).rewrite();
    return hasAlternatives(rewritten) ? "(?:" + rewritten + ")" : rewritten;
  }

  /** An expression that matches a text. */
  static String quote(String text) {
    StringBuilder quoted = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      quoted.append(SYNTAX.indexOf(c) >= 0 && c != '/' ? "\\" : "").append(c);
    }
    return quoted.toString();
  }

  /** Whether there is a bar outside of groups and classes; if in doubt, there is. */
  private static boolean hasAlternatives(String regex) {
    int depth = 0;
    for (int i = 0; i < regex.length(); i++) {
      char c = regex.charAt(i);
      if (c == '\\' || c == '[') {
        return regex.contains("|");
      }
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == '|' && depth == 0) {
        return true;
      }
    }
    return false;
  }

  private String rewrite() {
    while (at < regex.length()) {
      char c = regex.charAt(at);
      if (c == '\\' && at + 1 < regex.length()) {
        escape();
      } else if (c == '[') {
        characterClass();
      } else {
        atom(Character.toString(c), c == '.');
        at++;
      }
    }
    return out.toString();
  }

  /** With ECMA's flag u, only characters that have a meaning can be escaped. */
  private void escape() {
    char escaped = regex.charAt(at + 1);
    at += 2;
    if (Character.isLetterOrDigit(escaped) || SYNTAX.indexOf(escaped) >= 0) {
      atom("\\" + escaped, "DWSP".indexOf(escaped) >= 0);
    } else {
      out.append(escaped);
    }
  }

  private void characterClass() {
    int end = at + 1;
    boolean first = true;
    while (end < regex.length() && (regex.charAt(end) != ']' || first)) {
      first = regex.charAt(end) == '^' && end == at + 1;
      end += regex.charAt(end) == '\\' ? 2 : 1;
    }
    String text = regex.substring(at, Math.min(end + 1, regex.length()));
    at += text.length();
    boolean plain =
        text.equals("[^/]") || text.matches("\\[(?:[A-Za-z0-9]-[A-Za-z0-9]|[A-Za-z0-9_.])+-?\\]");
    atom(text, !plain);
  }

  private void atom(String text, boolean mayBeSlash) {
    if (!mayBeSlash || !oneSegment) {
      out.append(text);
      return;
    }
    // A property escape goes on behind its letter; it is taken along whole.
    String whole = text;
    if (text.equals("\\P") && at < regex.length() && regex.charAt(at) == '{') {
      int end = regex.indexOf('}', at);
      whole = text + regex.substring(at, end + 1);
      at = end + 1;
    }
    out.append(whole.equals(".") ? "[^/]" : "(?:(?!/)" + whole + ")");
  }
}
