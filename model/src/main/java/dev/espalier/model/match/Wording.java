package dev.espalier.model.match;

import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.schema.value.ValueWords;
import java.util.List;

/** Words for schemas and values in messages. */
final class Wording {
  private Wording() {}

  /** A value as JSON, shortened. */
  static String show(JsonValue value) {
    return ValueWords.show(value);
  }

  /** What a pointer leads to: {@code "name"}, {@code element 2 of "axes"}. */
  static String place(JsonPointer pointer) {
    List<String> tokens = pointer.tokens();
    if (tokens.isEmpty()) {
      return "the document";
    }
    String last = tokens.get(tokens.size() - 1);
    return tokens.size() > 1 && last.matches("[0-9]+")
        ? "element " + last + " of " + place(new JsonPointer(tokens.subList(0, tokens.size() - 1)))
        : "\"" + last + "\"";
  }

  /** A number of things between bounds. */
  static String between(int min, int max) {
    return ValueWords.between(min, max);
  }

  /** Whether a number of things between bounds, as spelled, is followed by the singular. */
  static boolean isOne(String spelled) {
    return spelled.equals("1") || spelled.endsWith(" 1");
  }

  /** The word that follows a number of elements. */
  static String elementsOf(String spelled) {
    return isOne(spelled) ? " element" : " elements";
  }

  /** So many elements. */
  static String elements(int count) {
    return count + (count == 1 ? " element" : " elements");
  }
}
