package dev.espalier.model.edit;

import dev.espalier.model.json.JsonObject;
import dev.espalier.model.path.NodePath;

/**
 * Removes a node, with all below it, from its group.
 *
 * @param node the node, never the root
 */
public record RemoveMember(NodePath node) implements Edit {
  /** Checks that the node is a member of something. */
  public RemoveMember {
    if (node.isRoot()) {
      throw new IllegalArgumentException("the root is no member of a group");
    }
  }

  @Override
  public boolean touchesMetadataOnly() {
    return false;
  }

  @Override
  public String describe() {
    return "remove member " + node;
  }

  @Override
  public JsonObject toJson() {
    return Words.start("remove_member", this).build();
  }
}
