package dev.espalier.model.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Writes Markdown, in which no text of a declaration can be taken for a mark. */
final class Markdown {
  private static final String MARKS = "\\`*_{}[]<>#|~!&";

  private static final Pattern BAR = Pattern.compile("(?<!\\\\)\\|");

  private final StringBuilder out = new StringBuilder();

  /** A text as it is, on one line. */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    String line = text.replaceAll("\\s+", " ").strip();
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      escaped.append(MARKS.indexOf(c) >= 0 ? "\\" : "").append(c);
    }
    return escaped.toString();
  }

  /** A name or an expression, in the letters of code. */
  static String code(String text) {
    String line = text.replaceAll("\\s+", " ");
    return line.contains("`") ? "`` " + line + " ``" : "`" + line + "`";
  }

  /** Names in the letters of code, with commas between them. */
  static String codes(List<String> texts) {
    return String.join(", ", texts.stream().map(Markdown::code).toList());
  }

  /** A place to jump to. */
  static String anchor(String id) {
    return "<a id=\"" + id + "\"></a>";
  }

  /** A way to a place; the text is Markdown already. */
  static String link(String text, String id) {
    return "[" + text + "](#" + id + ")";
  }

  /** The identity of a place: small letters, digits, periods and hyphens. */
  static String slug(String prefix, String text) {
    String slug = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-");
    return prefix + "-" + slug.replaceAll("^-|-$", "");
  }

  Markdown heading(int level, String text) {
    return paragraph("#".repeat(level) + " " + text);
  }

  /** Adds a paragraph of Markdown. */
  Markdown paragraph(String markdown) {
    if (!markdown.isBlank()) {
      out.append(out.isEmpty() ? "" : "\n").append(markdown.strip()).append('\n');
    }
    return this;
  }

  /** Adds a list, a line for each element. */
  Markdown list(List<String> lines) {
    return paragraph(String.join("\n", lines.stream().map(line -> "* " + line).toList()));
  }

  /** Adds a block of code. */
  Markdown block(String language, String text) {
    String fence = text.contains("```") ? "````" : "```";
    return paragraph(fence + language + "\n" + text.stripTrailing() + "\n" + fence);
  }

  /** Adds a table, unless it has no rows. */
  Markdown table(List<String> head, List<List<String>> rows) {
    if (rows.isEmpty()) {
      return this;
    }
    List<String> lines = new ArrayList<>();
    lines.add(row(head));
    lines.add(row(head.stream().map(cell -> "---").toList()));
    rows.forEach(cells -> lines.add(row(cells)));
    return paragraph(String.join("\n", lines));
  }

  private static String row(List<String> cells) {
    // A bar ends a cell even inside of code.
    List<String> safe = cells.stream().map(cell -> BAR.matcher(cell).replaceAll("\\\\|")).toList();
    return "| " + String.join(" | ", safe) + " |";
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
