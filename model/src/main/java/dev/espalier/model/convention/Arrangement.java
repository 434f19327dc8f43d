package dev.espalier.model.convention;

import dev.espalier.model.data.BlockOperation;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;
import java.util.Map;

/**
 * Where everything of a source hierarchy goes.
 *
 * @param hierarchy the hierarchy as it shall be
 * @param origins where the elements of each of its arrays come from, by path in the new hierarchy
 * @param moved where each node of the source ended up, by path in the source; a node that stayed
 *     where it was is in here as well, one that was left out is not
 */
public record Arrangement(
    NodeSpec hierarchy, Map<NodePath, Origin> origins, Map<NodePath, NodePath> moved) {
  /** Copies the maps. */
  public Arrangement {
    origins = Map.copyOf(origins);
    moved = Map.copyOf(moved);
  }

  /** Where the elements of an array come from. */
  public sealed interface Origin {}

  /**
   * The elements of an array of the source, as they are.
   *
   * @param source its path in the source
   */
  public record Copied(NodePath source) implements Origin {}

  /**
   * Computed from another array of the new hierarchy.
   *
   * @param input the path of the other array in the new hierarchy
   * @param operation how
   */
  public record Computed(NodePath input, BlockOperation operation) implements Origin {}
}
