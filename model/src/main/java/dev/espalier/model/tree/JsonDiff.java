package dev.espalier.model.tree;

import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.json.JsonValue;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Goes down to the values that differ between two JSON values. */
final class JsonDiff {
  /** Is told of each difference. */
  interface Listener {
    void differ(JsonPointer at, Optional<JsonValue> left, Optional<JsonValue> right);
  }

  private final Listener listener;

  JsonDiff(Listener listener) {
    this.listener = listener;
  }

  /** Lists of two lengths differ as a whole: nobody knows which elements belong together. */
  void compare(JsonPointer at, JsonValue left, JsonValue right) {
    if (left.equals(right)) {
      return;
    }
    if (left instanceof JsonObject leftObject && right instanceof JsonObject rightObject) {
      compareMembers(at, leftObject, rightObject);
    } else if (left instanceof JsonArray leftArray
        && right instanceof JsonArray rightArray
        && leftArray.size() == rightArray.size()) {
      for (int i = 0; i < leftArray.size(); i++) {
        compare(at.child(i), leftArray.elements().get(i), rightArray.elements().get(i));
      }
    } else {
      listener.differ(at, Optional.of(left), Optional.of(right));
    }
  }

  private void compareMembers(JsonPointer at, JsonObject left, JsonObject right) {
    Set<String> names = new LinkedHashSet<>(left.members().keySet());
    names.addAll(right.members().keySet());
    for (String name : names) {
      Optional<JsonValue> leftValue = left.get(name);
      Optional<JsonValue> rightValue = right.get(name);
      if (leftValue.isPresent() && rightValue.isPresent()) {
        compare(at.child(name), leftValue.get(), rightValue.get());
      } else {
        listener.differ(at.child(name), leftValue, rightValue);
      }
    }
  }
}
