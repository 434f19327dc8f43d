package dev.espalier.model.hierarchy;

import dev.espalier.model.data.BoundHierarchy;
import dev.espalier.model.layout.Layout;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodeName;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Leaves out what only the format that a hierarchy was read from can apply. */
final class Portable {
  private Portable() {}

  static BoundHierarchy of(BoundHierarchy hierarchy) {
    return new BoundHierarchy(node(hierarchy.root()), hierarchy.data());
  }

  private static NodeSpec node(NodeSpec node) {
    if (node instanceof GroupSpec group) {
      Map<NodeName, NodeSpec> members = new LinkedHashMap<>();
      group.members().forEach((name, member) -> members.put(name, node(member)));
      return group.withMembers(members);
    }
    return node instanceof ArraySpec array && array.layout().foreignTo().isPresent()
        ? array.withLayout(portable(array.layout()))
        : node;
  }

  /** Codecs in the words of another format stay behind; the target's own are chosen instead. */
  private static Layout portable(Layout layout) {
    return Layout.builder()
        .from(layout)
        .codecs(Optional.empty())
        .foreignTo(Optional.empty())
        .build();
  }
}
