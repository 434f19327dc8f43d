package dev.espalier.model.plan;

import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.shape.Shape;
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
    Optional<Shape> unit = array.layout().shardShape().or(() -> array.layout().chunkShape());
    try {
      return unit.isEmpty() || unit.get().isEmpty()
          ? 1
          : Math.addExact(1, Tiling.of(array.shape(), unit.get()).count());
    } catch (ArithmeticException e) {
      return Long.MAX_VALUE;
    }
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
