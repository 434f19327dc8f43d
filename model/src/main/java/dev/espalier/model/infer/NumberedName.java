package dev.espalier.model.infer;

import java.util.ArrayList;
import java.util.List;

/**
 * A name cut at its numbers: {@code run_07b} is {@code run_}, {@code 07}, {@code b}.
 *
 * @param literals the texts around the numbers, one more than there are numbers
 * @param numbers the digits
 */
record NumberedName(List<String> literals, List<String> numbers) {
  private static final int MOST_DIGITS = 18;

  NumberedName {
    literals = List.copyOf(literals);
    numbers = List.copyOf(numbers);
  }

  static NumberedName of(String name) {
    List<String> literals = new ArrayList<>();
    List<String> numbers = new ArrayList<>();
    StringBuilder literal = new StringBuilder();
    int at = 0;
    while (at < name.length()) {
      int end = at;
      while (end < name.length() && name.charAt(end) >= '0' && name.charAt(end) <= '9') {
        end++;
      }
      if (end > at && end - at <= MOST_DIGITS) {
        literals.add(literal.toString());
        literal.setLength(0);
        numbers.add(name.substring(at, end));
      } else {
        end = Math.max(end, at + 1);
        literal.append(name, at, end);
      }
      at = end;
    }
    literals.add(literal.toString());
    return new NumberedName(literals, numbers);
  }

  /** The name without the digits: names of one form differ in numbers only. */
  String form() {
    return String.join("\0", literals);
  }
}
