package dev.espalier.convert;

import dev.espalier.model.data.ArraySource;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.DataType;
import dev.espalier.model.work.Execution;
import java.util.Arrays;
import java.util.Optional;

/**
 * Chooses boxes for a comparison of two arrays: cheap to read for both, small enough for memory.
 */
final class TileShape {
  private static final long MODEST = 1L << 20;

  private TileShape() {}

  static Shape forBoth(ArraySource first, ArraySource second, Execution execution) {
    long limit = Math.max(1, execution.memoryBytes() / (4L * execution.parallelism()));
    long[] tile = ones(second.shape());
    widen(tile, second.shape(), second.preferredShape());
    long[] both = tile.clone();
    widen(both, first.shape(), first.preferredShape());
    DataType type = second.dataType();
    if (bytes(Shape.of(both), type) <= limit) {
      tile = both;
    }
    fill(tile, second.shape(), type, Math.min(limit, MODEST));
    return Shape.of(tile);
  }

  static long bytes(Shape shape, DataType type) {
    long bytes = type.assumedByteSize();
    for (int d = 0; d < shape.rank(); d++) {
      long extent = Math.max(1, shape.extent(d));
      bytes = extent > Long.MAX_VALUE / 4 / bytes ? Long.MAX_VALUE / 4 : bytes * extent;
    }
    return bytes;
  }

  private static long[] ones(Shape shape) {
    long[] ones = new long[shape.rank()];
    Arrays.fill(ones, 1);
    return ones;
  }

  private static void widen(long[] tile, Shape array, Optional<Shape> preferred) {
    for (int d = 0; d < tile.length; d++) {
      long wanted = preferred.isPresent() ? preferred.get().extent(d) : 1;
      tile[d] = Math.max(tile[d], Math.min(Math.max(1, array.extent(d)), wanted));
    }
  }

  /** Doubles extents, the fastest first, so that tiny chunks do not become tiny tasks. */
  private static void fill(long[] tile, Shape array, DataType type, long wanted) {
    for (int d = tile.length - 1; d >= 0; d--) {
      while (tile[d] < array.extent(d) && 2 * bytes(Shape.of(tile), type) <= wanted) {
        tile[d] = 2 * tile[d];
      }
    }
  }
}
