package dev.espalier.guide;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Compares what was printed with what a page shows. */
final class Output {
  private Output() {}

  /**
   * Holds an output to what is shown of it.
   *
   * @param place the page and line that shows it
   * @param shown its lines; {@code ...} stands for any number of lines
   * @param printed what was printed
   */
  static void compare(String place, List<String> shown, String printed) {
    String pattern =
        shown.stream()
            .map(line -> line.strip().equals("...") ? "(?:.*\n)*" : Pattern.quote(line) + "\n")
            .collect(Collectors.joining());
    String whole = printed.isEmpty() || printed.endsWith("\n") ? printed : printed + "\n";
    if (!Pattern.matches(pattern, whole)) {
      throw new AssertionError(
          place
              + " shows\n"
              + shown.stream().map(line -> line + "\n").collect(Collectors.joining())
              + "but what is printed is\n"
              + whole);
    }
  }
}
