package dev.espalier.model.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A place inside a JSON document: the names and indices that lead to it.
 *
 * @param tokens the unescaped reference tokens, outermost first
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6901">RFC 6901</a>
 */
public record JsonPointer(List<String> tokens) {
  private static final JsonPointer ROOT = new JsonPointer(List.of());

  /** Copies the tokens. */
  public JsonPointer {
    tokens = List.copyOf(tokens);
  }

  /** The whole document, spelled as the empty string. */
  public static JsonPointer root() {
    return ROOT;
  }

  /**
   * Reads a pointer as it is spelled: {@code /ome/version}.
   *
   * @throws IllegalArgumentException if it is neither empty nor begins with a slash
   */
  public static JsonPointer parse(String text) {
    if (text.isEmpty()) {
      return ROOT;
    }
    if (!text.startsWith("/")) {
      throw new IllegalArgumentException("\"" + text + "\" is no JSON pointer; write /" + text);
    }
    return new JsonPointer(
        Arrays.stream(text.substring(1).split("/", -1))
            .map(token -> token.replace("~1", "/").replace("~0", "~"))
            .toList());
  }

  /** The place that the tokens lead to. */
  public static JsonPointer of(String... tokens) {
    return new JsonPointer(List.of(tokens));
  }

  /** The member of that name of the value here. */
  public JsonPointer child(String name) {
    List<String> longer = new ArrayList<>(tokens);
    longer.add(name);
    return new JsonPointer(longer);
  }

  /** The element at that index of the value here. */
  public JsonPointer child(int index) {
    return child(Integer.toString(index));
  }

  /** The value at this place, if there is one. */
  public Optional<JsonValue> find(JsonValue document) {
    JsonValue here = document;
    for (String token : tokens) {
      Optional<JsonValue> next = step(here, token);
      if (next.isEmpty()) {
        return next;
      }
      here = next.get();
    }
    return Optional.of(here);
  }

  private static Optional<JsonValue> step(JsonValue value, String token) {
    if (value instanceof JsonObject object) {
      return object.get(token);
    }
    if (value instanceof JsonArray array && token.matches("0|[1-9][0-9]{0,8}")) {
      int index = Integer.parseInt(token);
      return index < array.size() ? Optional.of(array.elements().get(index)) : Optional.empty();
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    for (String token : tokens) {
      out.append('/').append(token.replace("~", "~0").replace("/", "~1"));
    }
    return out.toString();
  }
}
