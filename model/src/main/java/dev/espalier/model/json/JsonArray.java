package dev.espalier.model.json;

import java.util.ArrayList;
import java.util.List;

/**
 * A JSON array.
 *
 * @param elements the elements in order
 */
public record JsonArray(List<JsonValue> elements) implements JsonValue {
  /** Copies the elements. */
  public JsonArray {
    elements = List.copyOf(elements);
  }

  /** An array of the given elements. */
  public static JsonArray of(JsonValue... elements) {
    return new JsonArray(List.of(elements));
  }

  /** An array of integers. */
  public static JsonArray ofLongs(long... numbers) {
    List<JsonValue> elements = new ArrayList<>(numbers.length);
    for (long number : numbers) {
      elements.add(JsonValue.of(number));
    }
    return new JsonArray(elements);
  }

  /** An array of strings. */
  public static JsonArray ofStrings(List<String> texts) {
    return new JsonArray(texts.stream().map(JsonValue::of).toList());
  }

  /** How many elements there are. */
  public int size() {
    return elements.size();
  }

  @Override
  public String typeName() {
    return "array";
  }

  @Override
  public String toString() {
    return JsonText.of(this);
  }
}
