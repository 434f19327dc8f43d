package dev.espalier.hdf5.internal.node;

import dev.espalier.model.json.JsonObject;
import dev.espalier.model.node.UnreadNote;
import java.util.ArrayList;
import java.util.List;

/** What a node has and the tree does not show, so that nothing vanishes in silence. */
final class UnreadNotes {
  private final List<UnreadNote> notes = new ArrayList<>();

  void attribute(String name, String reason) {
    notes.add(new UnreadNote("attribute", name, reason));
  }

  void link(String name, String reason) {
    notes.add(new UnreadNote("link", name, reason));
  }

  void type(String name, String reason) {
    notes.add(new UnreadNote("type", name, reason));
  }

  JsonObject toExtras() {
    return UnreadNote.addTo(JsonObject.empty(), notes);
  }
}
