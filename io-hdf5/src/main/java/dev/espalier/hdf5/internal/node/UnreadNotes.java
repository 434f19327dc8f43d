package dev.espalier.hdf5.internal.node;

import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/**
 * What a node has and the tree does not show, so that nothing vanishes in silence: becomes the
 * member {@code unread} of the node's extras.
 */
final class UnreadNotes {
  private static final String MEMBER = "unread";

  private final List<JsonValue> notes = new ArrayList<>();

  void attribute(String name, String reason) {
    add("attribute", name, reason);
  }

  void link(String name, String reason) {
    add("link", name, reason);
  }

  void type(String name, String reason) {
    add("type", name, reason);
  }

  private void add(String kind, String name, String reason) {
    notes.add(
        JsonObject.builder().put("name", name).put("kind", kind).put("reason", reason).build());
  }

  JsonObject toExtras() {
    return notes.isEmpty() ? JsonObject.empty() : JsonObject.of(MEMBER, new JsonArray(notes));
  }
}
