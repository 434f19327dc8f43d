package dev.espalier.model.migration;

import dev.espalier.model.edit.Edit;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.path.NodePath;

/** One thing that a migration does with a hierarchy; paths begin at its root. */
public sealed interface Change {
  /** The change in words, in one line. */
  String describe();

  /** The change as JSON: {@code op} says which one, {@code node} where, and its parts follow. */
  JsonObject toJson();

  /**
   * An edit; elements stay what they are.
   *
   * @param edit the edit
   */
  record Edited(Edit edit) implements Change {
    @Override
    public String describe() {
      return edit.describe();
    }

    @Override
    public JsonObject toJson() {
      return edit.toJson();
    }
  }

  /**
   * An array whose elements are computed from those of an array that was there.
   *
   * @param array the array to be, new or in the place of the one that was there
   * @param from the array whose elements it is computed from, by its path just before
   * @param becomes what it will be
   */
  record Computed(NodePath array, NodePath from, ArraySpec becomes) implements Change {
    @Override
    public String describe() {
      return "compute array "
          + array
          + " of "
          + becomes.dataType()
          + " "
          + becomes.shape()
          + (from.equals(array) ? " from its elements" : " from the elements of " + from);
    }

    @Override
    public JsonObject toJson() {
      return JsonObject.builder()
          .put("op", "compute_array")
          .put("node", array.toString())
          .put("from", from.toString())
          .put("data_type", becomes.dataType().toString())
          .put("shape", JsonArray.ofLongs(becomes.shape().toArray()))
          .build();
    }
  }
}
