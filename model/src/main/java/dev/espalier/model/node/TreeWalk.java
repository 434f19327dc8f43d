package dev.espalier.model.node;

import dev.espalier.model.path.NodeName;
import dev.espalier.model.path.NodePath;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Walks between the tree form and the flat form. */
final class TreeWalk {
  private TreeWalk() {}

  static void walk(NodePath path, NodeSpec node, BiConsumer<NodePath, NodeSpec> visitor) {
    visitor.accept(path, node);
    if (node instanceof GroupSpec group) {
      group.members().forEach((name, member) -> walk(path.child(name), member, visitor));
    }
  }

  static GroupSpec withMemberAt(GroupSpec group, NodePath path, int depth, NodeSpec node) {
    NodeName name = path.names().get(depth);
    if (depth == path.depth() - 1) {
      return group.withMember(name, node);
    }
    NodeSpec next = group.members().getOrDefault(name, GroupSpec.empty());
    if (!(next instanceof GroupSpec below)) {
      NodePath at = new NodePath(path.names().subList(0, depth + 1));
      throw new IllegalArgumentException(at + " is an " + next.kind() + " and cannot hold " + path);
    }
    return group.withMember(name, withMemberAt(below, path, depth + 1, node));
  }

  static NodeSpec fromFlat(Map<NodePath, ? extends NodeSpec> flat) {
    if (flat.isEmpty()) {
      throw new IllegalArgumentException("a hierarchy has at least a root; the flat form is empty");
    }
    Branch root = new Branch();
    flat.forEach(root::put);
    return root.toNode(NodePath.root());
  }

  /** A node under construction. */
  private static final class Branch {
    private final Map<NodeName, Branch> children = new LinkedHashMap<>();
    private @Nullable NodeSpec own;

    void put(NodePath path, NodeSpec node) {
      Branch here = this;
      for (NodeName name : path.names()) {
        here = here.children.computeIfAbsent(name, n -> new Branch());
      }
      here.own = node;
    }

    NodeSpec toNode(NodePath path) {
      NodeSpec node = own == null ? GroupSpec.empty() : own;
      if (!(node instanceof GroupSpec group)) {
        if (!children.isEmpty()) {
          throw new IllegalArgumentException(
              path
                  + " is an "
                  + node.kind()
                  + " and cannot hold "
                  + path.child(children.keySet().iterator().next()));
        }
        return node;
      }
      if (!group.members().isEmpty()) {
        throw new IllegalArgumentException(
            path + " has members of its own; in the flat form every node has an entry of its own");
      }
      Map<NodeName, NodeSpec> members = new LinkedHashMap<>();
      children.forEach((name, branch) -> members.put(name, branch.toNode(path.child(name))));
      return group.withMembers(members);
    }
  }
}
