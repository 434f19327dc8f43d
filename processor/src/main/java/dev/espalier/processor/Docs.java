package dev.espalier.processor;

import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.util.Elements;

/** Makes Markdown of documentation comments. */
final class Docs {
  private static final Pattern TAGS = Pattern.compile("(?m)^\\s*@[a-z].*", Pattern.DOTALL);
  private static final Pattern CODE = Pattern.compile("\\{@(?:code|literal) ([^}]*)\\}");
  private static final Pattern LINK = Pattern.compile("\\{@link(?:plain)? ([^}]*)\\}");
  private static final Pattern PARAGRAPH = Pattern.compile("\\s*<p>\\s*");

  private final Elements elements;

  Docs(Elements elements) {
    this.elements = elements;
  }

  /** The comment of an element without its tags, empty if there is none. */
  String of(Element element) {
    String comment = elements.getDocComment(element);
    return comment == null ? "" : markdown(comment);
  }

  private static String markdown(String comment) {
    String text = TAGS.matcher(comment).replaceFirst("");
    text = CODE.matcher(text).replaceAll("`$1`");
    text = LINK.matcher(text).replaceAll("`$1`");
    text = PARAGRAPH.matcher(text).replaceAll("\n\n");
    return text.lines()
        .map(String::strip)
        .reduce((above, below) -> above + "\n" + below)
        .orElse("")
        .replaceAll("\n{3,}", "\n\n")
        .strip();
  }
}
