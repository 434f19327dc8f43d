package dev.espalier.conventions.ngff;

import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.NodeSpec;
import java.util.List;
import java.util.Optional;

/** Looks into the attribute "ome" of other nodes than the one that is checked. */
final class Ome {
  private Ome() {}

  /** The value in it that is there under these names. */
  static Optional<JsonValue> find(NodeSpec node, String... names) {
    return node.attributes().get("ome").flatMap(JsonPointer.of(names)::find);
  }

  /** Whether a node says that it is an image, a well and so on, in whatever state. */
  static boolean has(NodeSpec node, String name) {
    return find(node, name).isPresent();
  }

  /** The objects of the list in it that is there under these names. */
  static List<JsonObject> objects(NodeSpec node, String... names) {
    return find(node, names).stream()
        .filter(JsonArray.class::isInstance)
        .flatMap(list -> ((JsonArray) list).elements().stream())
        .filter(JsonObject.class::isInstance)
        .map(JsonObject.class::cast)
        .toList();
  }

  /** The text that an object holds under a name. */
  static Optional<String> text(JsonObject object, String name) {
    return object
        .get(name)
        .flatMap(v -> v instanceof JsonString s ? Optional.of(s.value()) : Optional.empty());
  }
}
