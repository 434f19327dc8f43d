package dev.espalier.convert;

import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A hierarchy whose nodes were moved.
 *
 * @param tree the hierarchy as it is now
 * @param targets where each node that is still there went, by its path before
 */
record Moved(NodeSpec tree, Map<NodePath, NodePath> targets) {
  static Moved unmoved(NodeSpec tree) {
    Map<NodePath, NodePath> targets = new LinkedHashMap<>();
    tree.walk((path, node) -> targets.put(path, path));
    return new Moved(tree, targets);
  }

  Optional<NodePath> targetOf(NodePath path) {
    return Optional.ofNullable(targets.get(path));
  }

  /** Where nodes came from, by the path that they have now. */
  Map<NodePath, NodePath> sources() {
    Map<NodePath, NodePath> sources = new LinkedHashMap<>();
    targets.forEach((source, target) -> sources.put(target, source));
    return sources;
  }
}
