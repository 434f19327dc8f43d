package dev.espalier.model.pattern;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** Tells whether one name was probably meant to be another. */
public final class NearMiss {
  private NearMiss() {}

  /** Longer names are compared by case only: nobody mistypes one, and comparing would cost. */
  static final int LONGEST = 200;

  /** More typing errors make another name. */
  static final int MOST_ERRORS = 2;

  private static final int FEWEST_OF_A_PLURAL = 2;
  private static final int FEWEST_OF_A_WORD = 3;
  private static final int FEWEST_OF_A_NAME = 5;

  /** Letters in lower case may be more than before, but hardly by so many. */
  private static final int SURELY_TOO_LONG = 6;

  /**
   * Whether the names differ by case and separators only, or by one or two typing errors for their
   * length. Other digits are no typing error: they mean another version, or another of many. That
   * is near enough for a name that is missed: something has to be it.
   */
  public static boolean isNear(String name, String meant) {
    return errors(name, meant).isPresent();
  }

  /**
   * Whether one name can hardly be anything but the other misspelt, though nobody misses that: they
   * differ by case, by separators ({@code _}, {@code -}, a space), by a plural s, or in one word by
   * one typing error. Of such a word the first letter stays, and one of less than three letters is
   * another word: {@code altitude} is not {@code latitude}, nor {@code wind_u} {@code wind_v}. In a
   * name of less than five letters only two neighbours that changed places count.
   */
  public static boolean isVeryNear(String name, String meant) {
    OptionalInt errors = errors(name, meant);
    if (errors.isEmpty() || errors.getAsInt() > 1) {
      return false;
    }
    return errors.getAsInt() == 0 || differInAWord(name, meant);
  }

  /**
   * How many typing errors lie between two names, case and separators aside; none where they are
   * not near.
   */
  static OptionalInt errors(String name, String meant) {
    if (Math.abs(name.length() - meant.length()) > SURELY_TOO_LONG
        || !haveSameDigits(name, meant)) {
      return OptionalInt.empty();
    }
    String plain = NameWords.plain(meant);
    if (!plain.isEmpty() && plain.equals(NameWords.plain(name))) {
      return OptionalInt.of(0);
    }
    if (name.length() > LONGEST) {
      return OptionalInt.empty();
    }
    String left = name.toLowerCase(Locale.ROOT);
    String right = meant.toLowerCase(Locale.ROOT);
    int allowed = allowed(right);
    if (Math.abs(left.length() - right.length()) > allowed) {
      return OptionalInt.empty();
    }
    int distance = distance(left, right, allowed);
    return distance <= allowed ? OptionalInt.of(distance) : OptionalInt.empty();
  }

  /** How many typing errors there may be in a name of that length. */
  static int allowed(String meant) {
    return Math.min(MOST_ERRORS, (meant.length() - 1) / 2);
  }

  private static boolean differInAWord(String name, String meant) {
    List<String> left = NameWords.of(name);
    List<String> right = NameWords.of(meant);
    if (left.size() != right.size()) {
      left = List.of(NameWords.plain(name));
      right = List.of(NameWords.plain(meant));
      if (left.get(0).contains("_") != right.get(0).contains("_")) {
        return false; // two numbers are no longer one
      }
    }
    int at = 0;
    while (at < left.size() && left.get(at).equals(right.get(at))) {
      at++;
    }
    if (at == left.size()
        || !left.subList(at + 1, left.size()).equals(right.subList(at + 1, right.size()))) {
      return false;
    }
    return isNearWord(left.get(at), right.get(at), meant.length());
  }

  private static boolean isNearWord(String word, String meant, int letters) {
    if ((word + "s").equals(meant) || word.equals(meant + "s")) {
      return Math.min(word.length(), meant.length()) >= FEWEST_OF_A_PLURAL;
    }
    return Math.min(word.length(), meant.length()) >= FEWEST_OF_A_WORD
        && word.charAt(0) == meant.charAt(0)
        && (letters >= FEWEST_OF_A_NAME || haveSameLetters(word, meant));
  }

  private static boolean haveSameLetters(String word, String meant) {
    return Arrays.equals(word.chars().sorted().toArray(), meant.chars().sorted().toArray());
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
    int far = allowed + 1;
    int[] before = new int[right.length() + 1];
    int[] above = new int[right.length() + 1];
    int[] row = new int[right.length() + 1];
    for (int j = 0; j <= right.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      // Further from the diagonal than that, more errors lie behind than are allowed.
      int from = Math.max(1, i - allowed);
      int to = Math.min(right.length(), i + allowed);
      row[from - 1] = from == 1 ? i : far;
      for (int j = from; j <= to; j++) {
        int replaced = above[j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        int up = j < i + allowed ? above[j] : far;
        row[j] = Math.min(replaced, Math.min(up, row[j - 1]) + 1);
        if (i > 1
            && j > 1
            && left.charAt(i - 1) == right.charAt(j - 2)
            && left.charAt(i - 2) == right.charAt(j - 1)) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
      }
      int[] free = before;
      before = above;
      above = row;
      row = free;
    }
    return above[right.length()];
  }
}
