package dev.espalier.model.edit;

import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Finds the place of an attribute edit and rebuilds what lies around it, and nothing else. */
final class AttributePlace {
  private final AttributeEdit edit;
  private final List<String> tokens;

  AttributePlace(AttributeEdit edit) {
    this.edit = edit;
    this.tokens = edit.pointer().tokens();
  }

  static void requireInside(JsonPointer pointer) {
    if (pointer.tokens().isEmpty()) {
      throw new IllegalArgumentException(
          "the pointer of an attribute names at least the attribute; it is empty");
    }
  }

  IllegalArgumentException refusal(String reason) {
    return new IllegalArgumentException("cannot " + edit.describe() + ": " + reason);
  }

  void requirePresent(JsonObject attributes) {
    if (edit.pointer().find(attributes).isEmpty()) {
      JsonPointer holder = new JsonPointer(tokens.subList(0, tokens.size() - 1));
      throw holder
          .find(attributes)
          .map(value -> missing(value, tokens.size() - 1))
          .orElseGet(() -> firstMissing(attributes));
    }
  }

  private IllegalArgumentException firstMissing(JsonObject attributes) {
    int depth = 0;
    while (pointerTo(depth + 1).find(attributes).isPresent()) {
      depth++;
    }
    return missing(pointerTo(depth).find(attributes).orElse(attributes), depth);
  }

  JsonObject change(
      JsonObject attributes,
      BiFunction<JsonObject, String, JsonObject> inObject,
      BiFunction<JsonArray, Integer, JsonArray> inArray) {
    return (JsonObject) change(attributes, 0, inObject, inArray);
  }

  private JsonValue change(
      JsonValue here,
      int depth,
      BiFunction<JsonObject, String, JsonObject> inObject,
      BiFunction<JsonArray, Integer, JsonArray> inArray) {
    String token = tokens.get(depth);
    boolean last = depth == tokens.size() - 1;
    if (here instanceof JsonObject object) {
      if (last) {
        return inObject.apply(object, token);
      }
      JsonValue member = object.get(token).orElseThrow(() -> missing(object, depth));
      return object.with(token, change(member, depth + 1, inObject, inArray));
    }
    if (!(here instanceof JsonArray array)) {
      throw refusal(pointerTo(depth) + " holds nothing by name; it is a " + here.typeName());
    }
    int index = index(array, depth, last && edit instanceof SetAttribute);
    if (last) {
      return inArray.apply(array, index);
    }
    List<JsonValue> elements = new ArrayList<>(array.elements());
    elements.set(index, change(elements.get(index), depth + 1, inObject, inArray));
    return new JsonArray(elements);
  }

  private int index(JsonArray array, int depth, boolean mayAppend) {
    String token = tokens.get(depth);
    int limit = mayAppend ? array.size() : array.size() - 1;
    if (!token.matches("0|[1-9][0-9]{0,8}") || Integer.parseInt(token) > limit) {
      throw missing(array, depth);
    }
    return Integer.parseInt(token);
  }

  private IllegalArgumentException missing(JsonValue holder, int depth) {
    String where = depth == 0 ? "" : " in " + pointerTo(depth);
    String there = "it holds nothing by name; it is a " + holder.typeName();
    if (holder instanceof JsonObject object) {
      there = "there is " + Words.names(object.members().keySet());
    } else if (holder instanceof JsonArray array) {
      there = "it has " + array.size() + " elements";
    }
    return refusal("there is no " + Words.quote(tokens.get(depth)) + where + "; " + there);
  }

  private JsonPointer pointerTo(int depth) {
    return new JsonPointer(tokens.subList(0, depth));
  }
}
