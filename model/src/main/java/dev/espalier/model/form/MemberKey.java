package dev.espalier.model.form;

import dev.espalier.model.schema.MemberName;

/** Member names as keys: {@code signal}, {@code s{n}}, {@code /regex/}, {@code *}. */
final class MemberKey {
  /** Stands before one name that would be taken for a pattern. */
  private static final String LITERALLY = "=";

  private static final String HOLE = ".*\\{[a-z][a-z0-9_]*\\}.*";

  private MemberKey() {}

  static String of(MemberName name) {
    String text = name.toString();
    boolean misleading =
        text.startsWith(LITERALLY) || text.equals("*") || text.matches("(?s)" + HOLE);
    return name.isExact() && misleading ? LITERALLY + text : text;
  }

  /**
   * Reads a key.
   *
   * @throws IllegalArgumentException if it is no member name
   */
  static MemberName parse(String key) {
    if (key.startsWith(LITERALLY)) {
      return MemberName.exact(key.substring(1));
    }
    if (key.equals("*")) {
      return MemberName.any();
    }
    if (key.length() > 1 && key.startsWith("/") && key.endsWith("/")) {
      return MemberName.matching(key.substring(1, key.length() - 1));
    }
    return key.matches("(?s)" + HOLE) ? MemberName.template(key) : MemberName.exact(key);
  }
}
