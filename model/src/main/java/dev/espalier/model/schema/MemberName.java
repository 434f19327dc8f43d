package dev.espalier.model.schema;

import dev.espalier.model.path.NodeName;
import dev.espalier.model.pattern.TextPattern;
import java.util.regex.Pattern;

/** Which names the members under one declaration have. */
public sealed interface MemberName {
  /** The name as declarations and messages spell it. */
  @Override
  String toString();

  /** Whether one name at most fits. */
  default boolean isExact() {
    return this instanceof Exact;
  }

  /**
   * One name.
   *
   * @param name the name
   */
  record Exact(NodeName name) implements MemberName {
    @Override
    public String toString() {
      return name.value();
    }
  }

  /**
   * Names with a number in them: {@code s{n}} stands for {@code s0}, {@code s1} and so on, the
   * number without leading zeros; {@code r{name}} with any other word for any text without a slash.
   *
   * @param template the name with holes, at least one
   */
  record Template(String template) implements MemberName {
    private static final Pattern HOLE = Pattern.compile("\\{([a-z][a-z0-9_]*)\\}");

    /** Checks that there is a hole, and that it is no longer than a pattern may be. */
    public Template {
      if (!HOLE.matcher(template).find() || template.contains("/")) {
        throw new IllegalArgumentException(
            "\"" + template + "\" is no template of names; write one such as s{n}");
      }
      compile(template);
    }

    /** The expression that the names match as a whole. */
    public TextPattern pattern() {
      return compile(template);
    }

    private static TextPattern compile(String template) {
      StringBuilder regex = new StringBuilder();
      java.util.regex.Matcher hole = HOLE.matcher(template);
      int done = 0;
      while (hole.find()) {
        regex.append(quoted(template.substring(done, hole.start())));
        regex.append(hole.group(1).equals("n") ? "(?:0|[1-9][0-9]{0,17})" : "[^/]+");
        done = hole.end();
      }
      return new TextPattern(regex.append(quoted(template.substring(done))).toString());
    }

    private static String quoted(String text) {
      return text.replaceAll("[^A-Za-z0-9_]", "\\\\$0");
    }

    @Override
    public String toString() {
      return template;
    }
  }

  /**
   * Names that match a regular expression as a whole.
   *
   * @param pattern the expression
   */
  record Matching(TextPattern pattern) implements MemberName {
    @Override
    public String toString() {
      return "/" + pattern.regex() + "/";
    }
  }

  /** Every name that no other declaration of the group takes. */
  record Anything() implements MemberName {
    @Override
    public String toString() {
      return "*";
    }
  }

  /** One name. */
  static MemberName exact(String name) {
    return new Exact(new NodeName(name));
  }

  /** Names with a number or a word in them: {@code s{n}}. */
  static MemberName template(String template) {
    return new Template(template);
  }

  /** Names that match a regular expression as a whole. */
  static MemberName matching(String regex) {
    return new Matching(new TextPattern(regex));
  }

  /** Every name that no other declaration of the group takes. */
  static MemberName any() {
    return new Anything();
  }
}
