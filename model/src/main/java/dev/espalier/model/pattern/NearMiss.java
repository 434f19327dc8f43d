package dev.espalier.model.pattern;

import java.util.Locale;

/** Tells whether one name was probably meant to be another. */
public final class NearMiss {
  private NearMiss() {}

  /**
   * Whether the names differ by case, or by one or two typing errors for their length. Other digits
   * are no typing error: they mean another version, or another of many.
   */
  public static boolean isNear(String name, String meant) {
    if (!digits(name).equals(digits(meant))) {
      return false;
    }
    String left = name.toLowerCase(Locale.ROOT);
    String right = meant.toLowerCase(Locale.ROOT);
    int allowed = Math.min(2, (right.length() - 1) / 2);
    return Math.abs(left.length() - right.length()) <= allowed && distance(left, right) <= allowed;
  }

  private static String digits(String text) {
    StringBuilder digits = new StringBuilder();
    text.chars().filter(c -> c >= '0' && c <= '9').forEach(c -> digits.append((char) c));
    return digits.toString();
  }

  /**
   * How many insertions, deletions, replacements and swaps of two neighbours lead from one text to
   * the other.
   */
  private static int distance(String left, String right) {
    int[] before = new int[right.length() + 1];
    int[] above = new int[right.length() + 1];
    for (int j = 0; j <= right.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int[] row = new int[right.length() + 1];
      row[0] = i;
      for (int j = 1; j <= right.length(); j++) {
        int replaced = above[j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
        if (i > 1
            && j > 1
            && left.charAt(i - 1) == right.charAt(j - 2)
            && left.charAt(i - 2) == right.charAt(j - 1)) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
      }
      before = above;
      above = row;
    }
    return above[right.length()];
  }
}
