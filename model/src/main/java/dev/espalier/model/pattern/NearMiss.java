package dev.espalier.model.pattern;

import java.util.Locale;

/** Tells whether one name was probably meant to be another. */
public final class NearMiss {
  private NearMiss() {}

  /** Longer names are compared by case only: nobody mistypes one, and comparing would cost. */
  private static final int LONGEST = 200;

  /** Letters in lower case may be more than before, but hardly by so many. */
  private static final int SURELY_TOO_LONG = 6;

  /**
   * Whether the names differ by case, or by one or two typing errors for their length. Other digits
   * are no typing error: they mean another version, or another of many.
   */
  public static boolean isNear(String name, String meant) {
    if (Math.abs(name.length() - meant.length()) > SURELY_TOO_LONG
        || !haveSameDigits(name, meant)) {
      return false;
    }
    if (name.length() > LONGEST) {
      return name.equalsIgnoreCase(meant);
    }
    String left = name.toLowerCase(Locale.ROOT);
    String right = meant.toLowerCase(Locale.ROOT);
    int allowed = Math.min(2, (right.length() - 1) / 2);
    return Math.abs(left.length() - right.length()) <= allowed
        && distance(left, right, allowed) <= allowed;
  }

  private static boolean haveSameDigits(String left, String right) {
    int i = nextDigit(left, 0);
    int j = nextDigit(right, 0);
    while (i < left.length() && j < right.length()) {
      if (left.charAt(i) != right.charAt(j)) {
        return false;
      }
      i = nextDigit(left, i + 1);
      j = nextDigit(right, j + 1);
    }
    return i == left.length() && j == right.length();
  }

  private static int nextDigit(String text, int from) {
    int at = from;
    while (at < text.length() && (text.charAt(at) < '0' || text.charAt(at) > '9')) {
      at++;
    }
    return at;
  }

  /**
   * How many insertions, deletions, replacements and swaps of two neighbours lead from one text to
   * the other; more than are allowed are not counted to the end.
   */
  private static int distance(String left, String right, int allowed) {
    int[] before = new int[right.length() + 1];
    int[] above = new int[right.length() + 1];
    for (int j = 0; j <= right.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int[] row = new int[right.length() + 1];
      row[0] = i;
      int least = i;
      for (int j = 1; j <= right.length(); j++) {
        int replaced = above[j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
        if (i > 1
            && j > 1
            && left.charAt(i - 1) == right.charAt(j - 2)
            && left.charAt(i - 2) == right.charAt(j - 1)) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
        least = Math.min(least, row[j]);
      }
      if (least > allowed + 1) {
        return least; // a swap may still take one back, more never
      }
      before = above;
      above = row;
    }
    return above[right.length()];
  }
}
