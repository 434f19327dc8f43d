package dev.espalier.model.convention;

import dev.espalier.model.data.BlockOperation;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

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
   * The elements of an array of the source, as they are or with the dimensions in another order.
   *
   * @param source its path in the source
   * @param order for each dimension of the new array, the dimension of the source that becomes it:
   *     {@code [3, 0, 1, 2]} brings the last one to the front; empty where the order stays
   */
  public record Copied(NodePath source, List<Integer> order) implements Origin {
    /** Copies the order and checks that each dimension is in it once. */
    public Copied {
      order = List.copyOf(order);
      if (!order.stream().sorted().toList().equals(dimensions(order.size()))) {
        throw new IllegalArgumentException(
            "order " + order + " of dimensions; each of " + dimensions(order.size()) + " once");
      }
      if (order.equals(dimensions(order.size()))) {
        order = List.of();
      }
    }

    /** The elements as they are. */
    public Copied(NodePath source) {
      this(source, List.of());
    }

    private static List<Integer> dimensions(int rank) {
      return IntStream.range(0, rank).boxed().toList();
    }
  }

  /**
   * Computed from another array of the new hierarchy.
   *
   * @param input the path of the other array in the new hierarchy
   * @param operation how
   */
  public record Computed(NodePath input, BlockOperation operation) implements Origin {}
}
