package dev.espalier.hdf5;

import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import java.util.List;

/** Looks up what the extras of a node say was not read. */
final class Unread {
  private Unread() {}

  static List<JsonObject> notes(NodeSpec node) {
    JsonObject extras =
        node.match(GroupSpec::extras, ArraySpec::extras, unreadable -> JsonObject.empty());
    return extras
        .get("unread")
        .map(list -> ((JsonArray) list).elements().stream().map(JsonObject.class::cast).toList())
        .orElse(List.of());
  }

  static List<String> names(NodeSpec node, String kind) {
    return notes(node).stream()
        .filter(note -> text(note, "kind").equals(kind))
        .map(note -> text(note, "name"))
        .toList();
  }

  static String reason(NodeSpec node, String name) {
    return notes(node).stream()
        .filter(note -> text(note, "name").equals(name))
        .map(note -> text(note, "reason"))
        .findFirst()
        .orElse("?");
  }

  private static String text(JsonObject note, String member) {
    JsonValue value = note.get(member).orElseThrow();
    return ((JsonString) value).value();
  }
}
