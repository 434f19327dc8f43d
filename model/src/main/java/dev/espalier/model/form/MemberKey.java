package dev.espalier.model.form;

import dev.espalier.model.schema.MemberName;
import java.util.regex.Pattern;

/**
 * Member names as keys: {@code signal}, {@code s{n}}, {@code /regex/}, {@code *}, and {@code ./*}
 * for the one name {@code *}.
 */
final class MemberKey {
  /** Stands before one name that would be taken for a pattern; no name holds a slash itself. */
  private static final String LITERALLY = "./";

  private static final Pattern HOLE = Pattern.compile("\\{[a-z][a-z0-9_]*\\}");

  private MemberKey() {}

  static String of(MemberName name) {
    String text = name.toString();
    boolean misleading = text.equals("*") || HOLE.matcher(text).find();
    return name.isExact() && misleading ? LITERALLY + text : text;
  }

  /**
   * Reads a key.
   *
   * @throws IllegalArgumentException if it is no member name
   */
  static MemberName parse(String key) {
    if (key.startsWith(LITERALLY)) {
      return MemberName.exact(key.substring(LITERALLY.length()));
    }
    if (key.equals("*")) {
      return MemberName.any();
    }
    if (key.length() > 1 && key.startsWith("/") && key.endsWith("/")) {
      return MemberName.matching(key.substring(1, key.length() - 1));
    }
    return HOLE.matcher(key).find() ? MemberName.template(key) : MemberName.exact(key);
  }
}
