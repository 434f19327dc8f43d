package dev.espalier.model.path;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Two names of one group that are different names and look alike: not every file system, and not
 * every reader, keeps them apart.
 *
 * @param first the name that comes first in the group
 * @param second the other name
 * @param likeness how they are alike
 */
public record LookAlike(NodeName first, NodeName second, Likeness likeness) {
  /** How two names are alike. */
  public enum Likeness {
    /** They differ in upper and lower case, and perhaps in how characters are composed as well. */
    CASE,
    /** They differ only in how characters are composed, such as é as one character or as two. */
    NORMALIZATION
  }

  /**
   * The names of a group that look like one before them.
   *
   * @see <a href="https://www.unicode.org/reports/tr15/">Unicode normalization forms</a>
   */
  public static List<LookAlike> among(Collection<NodeName> names) {
    Map<String, NodeName> folded = new HashMap<>();
    List<LookAlike> found = new ArrayList<>();
    for (NodeName name : names) {
      String composed = composed(name);
      NodeName first = folded.putIfAbsent(withoutCase(composed), name);
      if (first != null) {
        boolean sameCase = composed(first).equals(composed);
        found.add(new LookAlike(first, name, sameCase ? Likeness.NORMALIZATION : Likeness.CASE));
      }
    }
    return found;
  }

  private static String composed(NodeName name) {
    return Normalizer.normalize(name.value(), Normalizer.Form.NFKC);
  }

  /** Both ways, since some letters have two lower cases and some two upper cases. */
  private static String withoutCase(String text) {
    return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }
}
