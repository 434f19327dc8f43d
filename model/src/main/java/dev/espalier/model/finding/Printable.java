package dev.espalier.model.finding;

import dev.espalier.model.path.NodeName;
import java.util.List;
import java.util.stream.Stream;

/**
 * Text that holds names of others, made safe to show wherever a finding is read: a terminal, a
 * browser, a log. What would act on a screen, or turn around the order of what is read, is spelled
 * as JSON would spell it, and what is too long for anybody to read is shortened.
 */
final class Printable {
  private static final int LONGEST_NAME = 120;
  private static final int LONGEST_TEXT = 4_000;
  private static final int SHOWN_AT_END = 1_000;
  private static final String CUT = "…";

  /** Names that are too long, as they are spelled: they may hold what else ends a name. */
  private final List<String> longNames;

  private Printable(List<String> longNames) {
    this.longNames = longNames;
  }

  /** Texts about the place of a finding. */
  static Printable about(Finding finding) {
    return new Printable(
        Stream.concat(
                finding.node().names().stream().map(NodeName::value),
                finding.pointer().tokens().stream())
            .filter(name -> name.length() > LONGEST_NAME)
            .map(Printable::spelled)
            .toList());
  }

  /** The text itself, where nothing in it is unsafe or long, which is nearly always so. */
  String text(String text) {
    String safe = spelled(text);
    for (String name : longNames) {
      safe = safe.replace(name, head(name, LONGEST_NAME) + CUT);
    }
    return safe.length() <= LONGEST_NAME ? safe : withShortNames(shortened(safe));
  }

  private static String spelled(String text) {
    StringBuilder out = new StringBuilder();
    int done = 0;
    for (int i = 0; i < text.length(); i++) {
      int length = unsafeAt(text, i);
      if (length > 0) {
        out.append(text, done, i);
        for (int end = i + length; i < end; i++) {
          out.append(String.format("\\u%04x", (int) text.charAt(i)));
        }
        done = i--;
      }
    }
    return done == 0 ? text : out.append(text, done, text.length()).toString();
  }

  /** How many characters of those that begin there are to be spelled. */
  private static int unsafeAt(String text, int at) {
    char c = text.charAt(at);
    if (c >= ' ' && c < '\u007f') {
      return 0;
    }
    if (Character.isLowSurrogate(c) && at > 0 && Character.isHighSurrogate(text.charAt(at - 1))) {
      return 0; // the pair is safe, else both were spelled
    }
    int character = text.codePointAt(at);
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          Character.charCount(character);
      default -> 0;
    };
  }

  /** Beginning and end: what a message is about tends to be there. */
  private static String shortened(String text) {
    if (text.length() <= LONGEST_TEXT) {
      return text;
    }
    int tail = text.length() - SHOWN_AT_END;
    return head(text, LONGEST_TEXT - SHOWN_AT_END - 1)
        + CUT
        + text.substring(Character.isLowSurrogate(text.charAt(tail)) ? tail + 1 : tail);
  }

  private static String head(String text, int length) {
    return text.substring(
        0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
  }

  /** Shortens what goes on without any of the characters that names are separated by. */
  private static String withShortNames(String text) {
    StringBuilder out = new StringBuilder();
    int begin = 0;
    for (int end = 0; end <= text.length(); end++) {
      if (end == text.length() || separates(text.charAt(end))) {
        boolean isLong = end - begin > LONGEST_NAME + CUT.length();
        out.append(
            isLong ? head(text.substring(begin), LONGEST_NAME) + CUT : text.substring(begin, end));
        if (end < text.length()) {
          out.append(text.charAt(end));
        }
        begin = end + 1;
      }
    }
    return out.toString();
  }

  private static boolean separates(char c) {
    return c == ' ' || c == '/' || c == '"' || c == ',' || c == ':';
  }
}
