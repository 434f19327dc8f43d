package dev.espalier.convert;

import dev.espalier.model.error.RequestException;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where a user wants nodes of a source to go. A group takes along what lies below it, as far as
 * that has no word of its own.
 *
 * @param targets the new path of each node that has a word of its own, or nothing to leave it out
 */
public record NodeMapping(Map<NodePath, Optional<NodePath>> targets) {
  private static final NodeMapping NONE = new NodeMapping(Map.of());

  /** Copies the map, keeping its order. */
  public NodeMapping {
    targets = Collections.unmodifiableMap(new LinkedHashMap<>(targets));
  }

  /** Everything stays where it is. */
  public static NodeMapping none() {
    return NONE;
  }

  /** Where a node goes, or nothing if it is left out. */
  public Optional<NodePath> targetOf(NodePath source) {
    NodePath from = source;
    while (!targets.containsKey(from) && !from.isRoot()) {
      from = from.parent().orElseThrow();
    }
    NodePath rest = below(source, from.depth());
    return targets.getOrDefault(from, Optional.of(from)).map(target -> target.resolve(rest));
  }

  private static NodePath below(NodePath path, int depth) {
    return new NodePath(path.names().subList(depth, path.depth()));
  }

  /**
   * Moves the nodes of a hierarchy.
   *
   * @throws RequestException if a node that is spoken of is not there, if two nodes would go to one
   *     place, or if one would go below an array
   */
  Moved apply(NodeSpec source) {
    if (targets.isEmpty()) {
      return Moved.unmoved(source);
    }
    for (NodePath path : targets.keySet()) {
      if (source.find(path).isEmpty()) {
        throw new RequestException(
            "the mapping speaks of " + path + ", which is not in the source; check the path");
      }
    }
    Map<NodePath, NodePath> moved = new LinkedHashMap<>();
    Map<NodePath, NodeSpec> flat = new LinkedHashMap<>();
    Map<NodePath, NodePath> taken = new LinkedHashMap<>();
    source
        .toFlat()
        .forEach(
            (path, node) ->
                targetOf(path)
                    .ifPresent(
                        target -> {
                          NodePath other = taken.put(target, path);
                          if (other != null) {
                            throw new RequestException(
                                "the mapping puts both "
                                    + other
                                    + " and "
                                    + path
                                    + " at "
                                    + target
                                    + "; give them different paths");
                          }
                          flat.put(target, node);
                          moved.put(path, target);
                        }));
    return new Moved(tree(flat), moved);
  }

  private static NodeSpec tree(Map<NodePath, NodeSpec> flat) {
    try {
      return NodeSpec.fromFlat(flat);
    } catch (IllegalArgumentException e) {
      throw new RequestException("the mapping makes no hierarchy: " + e.getMessage(), e);
    }
  }
}
