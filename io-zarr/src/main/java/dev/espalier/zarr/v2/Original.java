package dev.espalier.zarr.v2;

import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.zarr.internal.field.DocumentException;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The document that a node was read from, where it says more, or says it otherwise, than one that
 * is written anew from the node would: it is kept beside the node, so that what nobody changed is
 * written as it was.
 */
final class Original {
  /** The member of a node's extras that holds the document. */
  private static final String MEMBER = "zarr2";

  private Original() {}

  static JsonObject extras(JsonObject document) {
    return JsonObject.of(MEMBER, document);
  }

  static Optional<JsonObject> in(JsonObject extras) {
    return extras
        .get(MEMBER)
        .flatMap(v -> v instanceof JsonObject document ? Optional.of(document) : Optional.empty());
  }

  /** The array with the document, if it would not be written alike. */
  static ArraySpec kept(ArraySpec array, JsonObject document) {
    try {
      if (Zarr2Writer.array(array).equals(document)) {
        return array;
      }
    } catch (IllegalArgumentException e) {
      // What cannot be written anew has to be kept.
    }
    return ArraySpec.builder().from(array).extras(extras(document)).build();
  }

  /** The document of an array as it was read, where it still says what the array says. */
  static Optional<JsonObject> still(ArraySpec array) {
    return in(array.extras()).filter(document -> means(document, array));
  }

  /**
   * The document of an array as it was read, with only those members replaced that now have another
   * meaning.
   */
  static JsonObject updated(JsonObject original, JsonObject anew, ArraySpec meant) {
    JsonObject updated = withMembersOf(original, anew, Set.of());
    Set<String> kept = new HashSet<>();
    for (String name : anew.members().keySet()) {
      kept.add(name);
      JsonObject candidate = withMembersOf(original, anew, kept);
      if (original.has(name) && means(candidate, meant)) {
        updated = candidate;
      } else {
        kept.remove(name);
      }
    }
    return updated;
  }

  private static JsonObject withMembersOf(
      JsonObject original, JsonObject anew, Set<String> exceptions) {
    JsonObject merged = original;
    for (Map.Entry<String, JsonValue> member : anew.members().entrySet()) {
      if (!exceptions.contains(member.getKey())) {
        merged = merged.with(member.getKey(), member.getValue());
      }
    }
    return merged;
  }

  private static boolean means(JsonObject document, ArraySpec meant) {
    try {
      ArraySpec read = Zarr2Reader.array(document, JsonObject.empty());
      return read.dataType().equals(meant.dataType())
          && read.shape().equals(meant.shape())
          && read.fillValue().equals(meant.fillValue())
          && read.layout().equals(meant.layout());
    } catch (DocumentException e) {
      return false;
    }
  }
}
