package dev.espalier.zarr.codec;

import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.shape.Shape;

/** How much a chunk may hold in memory. */
final class ChunkLimits {
  private ChunkLimits() {}

  /** The number of texts of a chunk. */
  static int textCount(Shape shape) {
    long count;
    try {
      count = shape.elementCount();
    } catch (ArithmeticException e) {
      count = Long.MAX_VALUE;
    }
    // Each text takes at least the four bytes of its length.
    if (count > VlenUtf8Codec.LARGEST_CHUNK / Integer.BYTES - 1) {
      throw new UnsupportedException(
          "a chunk of shape " + shape + " holds too many texts for one piece; use smaller chunks");
    }
    return (int) count;
  }
}
