package dev.espalier.model.type;

import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import java.util.Set;

/** Reads the parameters of data types, with messages that name type and parameter. */
final class TypeParameters {
  private static final int LONGEST_SHOWN = 80;

  private TypeParameters() {}

  static void allowOnly(String type, JsonObject configuration, Set<String> names) {
    for (String name : configuration.members().keySet()) {
      if (!names.contains(name)) {
        throw new IllegalArgumentException(
            "data type \""
                + type
                + "\" has no parameter \""
                + name
                + "\"; it takes "
                + String.join(", ", names.stream().sorted().toList()));
      }
    }
  }

  static JsonValue required(String type, JsonObject configuration, String name, String expected) {
    return configuration
        .get(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "data type \"" + type + "\" lacks \"" + name + "\"; expected " + expected));
  }

  /** A number of bytes that an element may have. */
  static int length(String type, JsonObject configuration, String name, int multipleOf) {
    String expected =
        "an integer from "
            + multipleOf
            + " to 2147483647"
            + (multipleOf == 1 ? "" : ", a multiple of " + multipleOf);
    JsonValue value = required(type, configuration, name, expected);
    long length = value instanceof JsonNumber number ? number.asLong().orElse(0) : 0;
    if (length < 1 || length > Integer.MAX_VALUE || length % multipleOf != 0) {
      throw wrong(type, name, value, expected);
    }
    return (int) length;
  }

  static IllegalArgumentException wrong(
      String type, String name, JsonValue found, String expected) {
    String text = found.toString();
    return new IllegalArgumentException(
        "data type \""
            + type
            + "\": \""
            + name
            + "\" is "
            + (text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "...")
            + "; expected "
            + expected);
  }
}
