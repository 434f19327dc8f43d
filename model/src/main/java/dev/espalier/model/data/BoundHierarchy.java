package dev.espalier.model.data;

import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;
import java.util.Map;

/**
 * A hierarchy together with what fills its arrays. An array that nothing fills has its fill value
 * everywhere.
 *
 * @param root the hierarchy
 * @param data what fills the arrays, by path from the root
 */
public record BoundHierarchy(NodeSpec root, Map<NodePath, ArrayData> data) {
  /** Copies the map and checks that every path leads to an array. */
  public BoundHierarchy {
    data = Map.copyOf(data);
    for (NodePath path : data.keySet()) {
      if (root.findArray(path).isEmpty()) {
        throw new IllegalArgumentException("data for " + path + ", where there is no array");
      }
    }
  }
}
