package dev.espalier.conventions.ngff;

import dev.espalier.json.JsonReader;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Sets, adds and removes single values of a document. */
final class JsonEdit {
  private JsonEdit() {}

  /**
   * The document with another value at a place; an index one past the end appends.
   *
   * @param value the value as JSON text
   */
  static JsonObject set(JsonObject document, String pointer, String value) {
    return (JsonObject) at(document, tokens(pointer), Optional.of(JsonReader.parse(value)));
  }

  /** The document without the value at a place. */
  static JsonObject remove(JsonObject document, String pointer) {
    return (JsonObject) at(document, tokens(pointer), Optional.empty());
  }

  private static List<String> tokens(String pointer) {
    return Arrays.asList(pointer.substring(1).split("/"));
  }

  private static JsonValue at(JsonValue value, List<String> tokens, Optional<JsonValue> wanted) {
    String token = tokens.get(0);
    List<String> rest = tokens.subList(1, tokens.size());
    if (value instanceof JsonObject object) {
      if (rest.isEmpty()) {
        return wanted.map(w -> object.with(token, w)).orElseGet(() -> object.without(token));
      }
      return object.with(token, at(object.get(token).orElseThrow(), rest, wanted));
    }
    List<JsonValue> elements = new ArrayList<>(((JsonArray) value).elements());
    int index = Integer.parseInt(token);
    if (!rest.isEmpty()) {
      elements.set(index, at(elements.get(index), rest, wanted));
    } else if (wanted.isEmpty()) {
      elements.remove(index);
    } else if (index == elements.size()) {
      elements.add(wanted.get());
    } else {
      elements.set(index, wanted.get());
    }
    return new JsonArray(elements);
  }
}
