package dev.espalier.model.match;

import dev.espalier.model.json.JsonValue;
import dev.espalier.model.schema.value.ValueWords;

/** Words for schemas and values in messages. */
final class Wording {
  private Wording() {}

  /** A value as JSON, shortened. */
  static String show(JsonValue value) {
    return ValueWords.show(value);
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
