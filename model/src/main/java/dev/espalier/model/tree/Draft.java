package dev.espalier.model.tree;

import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodeName;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A node while it is edited. Members are taken apart only where an edit goes through them, and put
 * together once, after the last edit: many edits in a large group do not copy it many times.
 */
final class Draft {
  private NodeSpec own;
  private @Nullable Map<NodeName, Draft> members;

  Draft(NodeSpec own) {
    this.own = own;
  }

  /** The node itself; a group that was taken apart has its members beside it, not in it. */
  NodeSpec own() {
    return own;
  }

  void own(NodeSpec changed) {
    own = changed;
  }

  /** The members of a group, to be looked at and changed. */
  Map<NodeName, Draft> members(GroupSpec group) {
    if (members == null) {
      Map<NodeName, Draft> apart = new LinkedHashMap<>();
      group.members().forEach((name, member) -> apart.put(name, new Draft(member)));
      members = apart;
      own = group.withMembers(Map.of());
    }
    return members;
  }

  void members(Map<NodeName, Draft> changed) {
    members = changed;
  }

  NodeSpec finish() {
    if (members == null || !(own instanceof GroupSpec group)) {
      return own;
    }
    Map<NodeName, NodeSpec> together = new LinkedHashMap<>();
    members.forEach((name, member) -> together.put(name, member.finish()));
    return group.withMembers(together);
  }
}
