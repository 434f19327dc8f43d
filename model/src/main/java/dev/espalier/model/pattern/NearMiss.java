package dev.espalier.model.pattern;

import java.util.Locale;

/** Tells whether one name was probably meant to be another. */
public final class NearMiss {
  private NearMiss() {}

  /** Whether the names differ by case, or by one or two typing errors for their length. */
  public static boolean isNear(String name, String meant) {
    String left = name.toLowerCase(Locale.ROOT);
    String right = meant.toLowerCase(Locale.ROOT);
    int allowed = Math.min(2, (right.length() - 1) / 2);
    return Math.abs(left.length() - right.length()) <= allowed && distance(left, right) <= allowed;
  }

  /** How many insertions, deletions and replacements lead from one text to the other. */
  private static int distance(String left, String right) {
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
      }
      above = row;
    }
    return above[right.length()];
  }
}
