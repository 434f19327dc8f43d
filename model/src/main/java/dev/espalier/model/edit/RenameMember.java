package dev.espalier.model.edit;

import dev.espalier.model.json.JsonObject;
import dev.espalier.model.path.NodeName;
import dev.espalier.model.path.NodePath;

/**
 * Gives a node, with all below it, another name in its group; it keeps its place among the members.
 *
 * @param node the node, never the root
 * @param newName the name to be
 */
public record RenameMember(NodePath node, NodeName newName) implements Edit {
  /** Checks that the node has a name. */
  public RenameMember {
    if (node.isRoot()) {
      throw new IllegalArgumentException("the root has no name to change");
    }
  }

  @Override
  public boolean touchesMetadataOnly() {
    return false;
  }

  @Override
  public String describe() {
    return "rename member " + node + " to " + Words.quote(newName.value());
  }

  @Override
  public JsonObject toJson() {
    return Words.start("rename_member", this).put("name", newName.value()).build();
  }
}
