package dev.espalier.zarr.internal.plan;

import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.DataType;

/** Chooses the shape of chunks where nothing is asked for. */
final class ChunkShapes {
  private static final long MOST_BYTES = 1 << 20;

  /** What an element is taken for where elements differ in length. */
  private static final int TEXT_BYTES = 32;

  private ChunkShapes() {}

  /**
   * A chunk of at most 1 MiB: the whole array if that fits. Else the slowest dimensions are cut
   * first, since the fast ones are usually those of a plane that is looked at as a whole; the last
   * two are kept about square.
   */
  static Shape choose(Shape array, DataType type) {
    long most = Math.max(1, MOST_BYTES / type.byteSize().orElse(TEXT_BYTES));
    long[] chunk = array.stream().map(extent -> Math.max(1, extent)).toArray();
    while (exceeds(chunk, most)) {
      int cut = dimensionToCut(chunk);
      chunk[cut] -= chunk[cut] / 2;
    }
    return Shape.of(chunk);
  }

  private static boolean exceeds(long[] chunk, long most) {
    long count = 1;
    for (long extent : chunk) {
      if (extent > most / count) {
        return true;
      }
      count *= extent;
    }
    return false;
  }

  private static int dimensionToCut(long... chunk) {
    int last = chunk.length - 1;
    for (int d = 0; d < last - 1; d++) {
      if (chunk[d] > 1) {
        return d;
      }
    }
    return last > 0 && chunk[last - 1] >= chunk[last] ? last - 1 : last;
  }
}
