package dev.espalier.io.store;

/** Text from outside, made short and harmless enough for a message. */
final class Shown {
  private static final int LONGEST = 120;

  private Shown() {}

  static String text(String text) {
    String start = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    StringBuilder shown = new StringBuilder();
    start
        .chars()
        .forEach(
            c -> {
              if (Character.isISOControl(c)) {
                shown.append(String.format("\\u%04x", c));
              } else {
                shown.append((char) c);
              }
            });
    return shown.toString();
  }
}
