package dev.espalier.model.pattern;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words that a name is made of, however they are set off from each other. */
final class NameWords {
  private NameWords() {}

  /** In lower case, as separators and capitals within the name part them. */
  static List<String> of(String name) {
    List<String> words = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= name.length(); i++) {
      boolean ends = i == name.length() || isSeparator(name.charAt(i));
      boolean begins = !ends && i > from && isCapital(name, i);
      if ((ends || begins) && i > from) {
        words.add(name.substring(from, i).toLowerCase(Locale.ROOT));
      }
      from = ends ? i + 1 : begins ? i : from;
    }
    return words;
  }

  private static boolean isCapital(String name, int at) {
    return Character.isUpperCase(name.charAt(at)) && Character.isLowerCase(name.charAt(at - 1));
  }

  /**
   * The name in lower case and without separators, composed; those between two digits stay: 1_0 is
   * not 10.
   */
  static String plain(String name) {
    StringBuilder plain = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean parts = i > 0 && isDigit(name, i - 1) && isDigit(name, i + 1);
      if (!isSeparator(c)) {
        plain.append(c);
      } else if (parts) {
        plain.append('_');
      }
    }
    return Normalizer.normalize(plain.toString().toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
  }

  private static boolean isDigit(String name, int at) {
    return at < name.length() && name.charAt(at) >= '0' && name.charAt(at) <= '9';
  }

  private static boolean isSeparator(char c) {
    return c == '_' || c == '-' || c == ' ';
  }
}
