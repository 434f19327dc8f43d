package dev.espalier.model.json;

/**
 * A JSON value: immutable, with the key order of objects and the spelling of numbers kept.
 *
 * <p>Two values are equal if they have the same structure; the order of an object's members does
 * not count, the spelling of a number does ({@code 1} is not {@code 1.0}).
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259</a>
 */
public sealed interface JsonValue
    permits JsonObject, JsonArray, JsonString, JsonNumber, JsonBoolean, JsonNull {

  /** The word for this kind of value in messages, as JSON Schema spells its types. */
  String typeName();

  /** The value as JSON text in one line, without spaces. */
  @Override
  String toString();

  /** A string value. */
  static JsonValue of(String text) {
    return new JsonString(text);
  }

  /** An integer value. */
  static JsonValue of(long number) {
    return new JsonNumber(Long.toString(number));
  }

  /** A truth value. */
  static JsonValue of(boolean value) {
    return JsonBoolean.of(value);
  }

  /**
   * A number in a spelling that reads as the same double again; NaN and the infinities, which JSON
   * cannot spell as numbers, become the strings {@code "NaN"}, {@code "Infinity"} and {@code
   * "-Infinity"}.
   */
  static JsonValue of(double number) {
    return Double.isFinite(number)
        ? new JsonNumber(Double.toString(number))
        : new JsonString(Double.toString(number));
  }
}
