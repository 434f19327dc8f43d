package dev.espalier.model.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads selections as NumPy spells them. */
final class SelectionForm {
  private static final String REST = "...";
  private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,18}");

  private final Shape array;
  private final String text;

  private SelectionForm(Shape array, String text) {
    this.array = array;
    this.text = text;
  }

  static Selection read(Shape array, String text) {
    return new SelectionForm(array, text).read();
  }

  private Selection read() {
    List<String> parts = new ArrayList<>();
    if (!text.isBlank()) {
      for (String part : text.split(",", -1)) {
        parts.add(part.strip());
      }
    }
    int rest = parts.indexOf(REST);
    if (rest >= 0) {
      parts.remove(rest);
      while (parts.size() < array.rank()) {
        parts.add(rest, ":");
      }
    }
    if (parts.size() > array.rank()) {
      throw wrong("has " + parts.size() + " parts, and the array " + array.rank() + " dimensions");
    }
    Selection selection = Selection.all(array);
    for (int d = 0; d < parts.size(); d++) {
      selection = read(selection, d, parts.get(d));
    }
    return selection;
  }

  private Selection read(Selection selection, int dimension, String part) {
    long extent = array.extent(dimension);
    String[] numbers = part.split(":", -1);
    if (numbers.length == 1) {
      long given = number(part, part);
      long position = given < 0 ? given + extent : given;
      if (position < 0 || position >= extent) {
        throw wrong(
            "has position " + given + " along dimension " + dimension + ", which has " + extent);
      }
      return selection.at(dimension, position);
    }
    if (numbers.length > 3) {
      throw wrong("has \"" + part + "\"; expected start:stop:step");
    }
    boolean hasStep = numbers.length == 3 && !numbers[2].isBlank();
    long step = hasStep ? number(numbers[2], part) : 1;
    if (step == 0) {
      throw wrong("has \"" + part + "\", whose step is 0");
    }
    // A position before the first is -1, which is where a range towards the beginning may end.
    long lowest = step > 0 ? 0 : -1;
    long highest = step > 0 ? extent : extent - 1;
    long first = step > 0 ? lowest : highest;
    long last = step > 0 ? highest : lowest;
    long start = numbers[0].isBlank() ? first : clamp(numbers[0], part, extent, lowest, highest);
    long stop = numbers[1].isBlank() ? last : clamp(numbers[1], part, extent, lowest, highest);
    if (step > 0 ? stop <= start : stop >= start) {
      return selection.range(dimension, 0, 0);
    }
    return selection.range(dimension, start, stop, step);
  }

  private long clamp(String number, String part, long extent, long lowest, long highest) {
    long given = number(number, part);
    long position = given < 0 ? given + extent : given;
    return Math.max(lowest, Math.min(position, highest));
  }

  private long number(String number, String part) {
    String stripped = number.strip();
    if (!NUMBER.matcher(stripped).matches()) {
      throw wrong("has \"" + part + "\"; expected a position, or start:stop:step");
    }
    return Long.parseLong(stripped);
  }

  private IllegalArgumentException wrong(String reason) {
    return new IllegalArgumentException(
        "selection \"" + text + "\" of an array of shape " + array + " " + reason);
  }
}
