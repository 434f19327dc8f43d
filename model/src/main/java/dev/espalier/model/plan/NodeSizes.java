package dev.espalier.model.plan;

import dev.espalier.model.layout.Layout;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.shape.Tiling;
import java.util.Optional;

/**
 * How much there is to a node whose layout leaves nothing open. What stands at a target may claim
 * to be larger than can be counted: then it is the largest number.
 */
final class NodeSizes {
  private NodeSizes() {}

  /** A document, and a value for each shard, or for each chunk where there are no shards. */
  static long objects(NodeSpec node) {
    if (!(node instanceof ArraySpec array)) {
      return 1;
    }
    try {
      return units(array).map(units -> Math.addExact(1, units.count())).orElse(1L);
    } catch (ArithmeticException e) {
      return Long.MAX_VALUE;
    }
  }

  private static Optional<Tiling> units(ArraySpec array) {
    Layout layout = array.layout();
    return layout.shardShape().isEmpty()
        ? layout.chunkGrid().flatMap(grid -> grid.tiling(array.shape()))
        : layout
            .shardShape()
            .filter(shard -> !shard.isEmpty())
            .map(shard -> Tiling.of(array.shape(), shard));
  }

  static long elementBytes(NodeSpec node) {
    if (!(node instanceof ArraySpec array)) {
      return 0;
    }
    try {
      long size = array.dataType().byteSize().orElse(0);
      return Math.multiplyExact(array.shape().elementCount(), size);
    } catch (ArithmeticException e) {
      return Long.MAX_VALUE;
    }
  }
}
