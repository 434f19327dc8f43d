package dev.espalier.model.match;

import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The named dimensions of the arrays beside each other. A group is looked through once in a pass,
 * however many attributes name a dimension in it, and by whatever way the pass comes to it.
 */
final class DimensionNames {
  private final IdentityHashMap<NodeSpec, Map<String, Long>> known = new IdentityHashMap<>();

  /**
   * The names, and the extent that the first array has which uses one.
   *
   * @param node a group, whose own arrays count, or an array
   */
  Map<String, Long> of(NodeSpec node) {
    return known.computeIfAbsent(node, DimensionNames::collected);
  }

  /** How many nodes were looked through. */
  int looks() {
    return known.size();
  }

  private static Map<String, Long> collected(NodeSpec node) {
    Map<String, Long> extents = new LinkedHashMap<>();
    if (node instanceof GroupSpec group) {
      group.members().values().forEach(member -> collect(member, extents));
    } else {
      collect(node, extents);
    }
    return extents;
  }

  private static void collect(NodeSpec node, Map<String, Long> extents) {
    if (node instanceof ArraySpec array && array.dimensionNames().isPresent()) {
      List<Optional<String>> names = array.dimensionNames().get();
      for (int axis = 0; axis < names.size(); axis++) {
        long extent = array.shape().extent(axis);
        names.get(axis).ifPresent(name -> extents.putIfAbsent(name, extent));
      }
    }
  }
}
