package dev.espalier.model.edit;

import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;

/**
 * Adds a node, with all below it, to a group that is there.
 *
 * @param node where the new node will be, never the root
 * @param spec what it will be
 */
public record AddMember(NodePath node, NodeSpec spec) implements Edit {
  /** Checks that the node will be a member of something. */
  public AddMember {
    if (node.isRoot()) {
      throw new IllegalArgumentException("the root cannot be added to a group");
    }
  }

  /** True for groups alone: an array would have elements, which an edit does not bring. */
  @Override
  public boolean touchesMetadataOnly() {
    return onlyGroups(spec);
  }

  private static boolean onlyGroups(NodeSpec spec) {
    return spec instanceof GroupSpec group
        && group.members().values().stream().allMatch(AddMember::onlyGroups);
  }

  @Override
  public String describe() {
    String what = "add " + spec.kind() + " " + node;
    return spec instanceof ArraySpec array
        ? what + " of " + array.dataType() + " " + array.shape()
        : what;
  }

  /** The edit as JSON; {@code member} tells the new node in full, except for its layout. */
  @Override
  public JsonObject toJson() {
    return Words.start("add_member", this).put("member", json(spec)).build();
  }

  private static JsonObject json(NodeSpec spec) {
    JsonObject.Builder out = JsonObject.builder().put("kind", spec.kind());
    if (spec instanceof ArraySpec array) {
      out.put("data_type", array.dataType().toString());
      out.put("shape", JsonArray.ofLongs(array.shape().toArray()));
      array.fillValue().ifPresent(fill -> out.put("fill_value", fill.toJson()));
      array
          .dimensionNames()
          .ifPresent(names -> out.put("dimension_names", Words.dimensionNames(names)));
    }
    if (!spec.attributes().isEmpty()) {
      out.put("attributes", spec.attributes().toJson());
    }
    if (spec instanceof GroupSpec group) {
      JsonObject.Builder members = JsonObject.builder();
      group.members().forEach((name, member) -> members.put(name.value(), json(member)));
      out.put("members", members.build());
    }
    return out.build();
  }
}
