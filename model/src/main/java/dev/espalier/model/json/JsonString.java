package dev.espalier.model.json;

/**
 * A JSON string.
 *
 * @param value the text, unescaped
 */
public record JsonString(String value) implements JsonValue {
  @Override
  public String typeName() {
    return "string";
  }

  @Override
  public String toString() {
    return JsonText.quote(value);
  }
}
