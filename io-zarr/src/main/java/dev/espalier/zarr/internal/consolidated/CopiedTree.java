package dev.espalier.zarr.internal.consolidated;

import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodeName;
import dev.espalier.model.path.NodePath;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/** Puts nodes that come in the order of their paths into the groups above them. */
final class CopiedTree {
  /** The group that the last node is in or is, on top of those that it lies in. */
  private final Deque<Growing> groups = new ArrayDeque<>();

  /** A group whose members are still coming. */
  private record Growing(NodePath path, GroupSpec group, Map<NodeName, NodeSpec> members) {
    Growing(NodePath path, GroupSpec group) {
      this(path, group, new LinkedHashMap<>());
    }

    GroupSpec complete() {
      return members.isEmpty() ? group : group.withMembers(members);
    }
  }

  CopiedTree(GroupSpec root) {
    groups.push(new Growing(NodePath.root(), root));
  }

  /** Puts a node below the root into its group; false if there is no such group. */
  boolean put(NodePath path, NodeSpec node) {
    while (groups.size() > path.depth()) {
      leave();
    }
    Growing above = groups.element();
    if (groups.size() < path.depth() || !path.isAtOrBelow(above.path())) {
      return false;
    }
    if (node instanceof GroupSpec group) {
      groups.push(new Growing(path, group));
    } else {
      above.members().put(path.name().orElseThrow(), node);
    }
    return true;
  }

  private void leave() {
    Growing done = groups.pop();
    groups.element().members().put(done.path().name().orElseThrow(), done.complete());
  }

  /** The root with all that was put into it. */
  GroupSpec root() {
    while (groups.size() > 1) {
      leave();
    }
    return groups.element().complete();
  }
}
