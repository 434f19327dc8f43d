package dev.espalier.convert;

import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.DataType;

/** Chooses chunk shapes: that of the source where it is sensible, else one made from it. */
final class ChunkShapes {
  /** Below this, a store of one object a chunk has more names than data. */
  private static final long TOO_SMALL = 32L << 10;

  private static final long GROWN = 256L << 10;

  /** Above this, reading one element costs too much memory and time. */
  private static final long TOO_LARGE = 64L << 20;

  private static final long SPLIT = 8L << 20;

  private static final long IN_SHARDS = 1L << 20;

  /** What one text is taken to weigh. */
  private static final int BYTES_OF_A_TEXT = 32;

  private ChunkShapes() {}

  /** A chunk shape for an array that its source keeps in chunks of the given shape. */
  static Shape following(Shape source, Shape array, DataType type) {
    long element = type.byteSize().orElse(BYTES_OF_A_TEXT);
    if (isSensible(source.toArray(), element)) {
      return source;
    }
    long[] chunk = new long[array.rank()];
    for (int d = 0; d < chunk.length; d++) {
      chunk[d] = Math.max(1, Math.min(source.extent(d), array.extent(d)));
    }
    if (bytes(chunk, element) > TOO_LARGE) {
      split(chunk, element, SPLIT);
    } else if (bytes(chunk, element) < TOO_SMALL) {
      grow(chunk, array, element);
    }
    return Shape.of(chunk);
  }

  /** A chunk shape for the inside of shards whose source has no chunks. */
  static Shape within(Shape shard, DataType type) {
    long[] chunk = shard.toArray();
    split(chunk, type.byteSize().orElse(BYTES_OF_A_TEXT), IN_SHARDS);
    return Shape.of(chunk);
  }

  private static boolean isSensible(long[] chunk, long element) {
    long bytes = bytes(chunk, element);
    return bytes >= TOO_SMALL && bytes <= TOO_LARGE;
  }

  /** The largest chunk shape, not beyond the wanted one, that divides a shard evenly. */
  static Shape dividing(Shape shard, Shape wanted) {
    long[] chunk = new long[shard.rank()];
    for (int d = 0; d < chunk.length; d++) {
      chunk[d] = largestDivisor(shard.extent(d), wanted.extent(d));
    }
    return Shape.of(chunk);
  }

  private static long largestDivisor(long number, long limit) {
    for (long count = Math.max(1, (number - 1) / limit + 1); count < number; count++) {
      if (number % count == 0) {
        return number / count;
      }
    }
    return 1;
  }

  /** Doubles extents, the fastest first, so that chunks stay runs of memory as far as they can. */
  private static void grow(long[] chunk, Shape array, long element) {
    for (int d = chunk.length - 1; d >= 0; d--) {
      while (chunk[d] < array.extent(d) && bytes(chunk, element) < GROWN) {
        chunk[d] = Math.min(2 * chunk[d], array.extent(d));
      }
    }
  }

  /** Halves extents, the slowest first. */
  private static void split(long[] chunk, long element, long limit) {
    for (int d = 0; d < chunk.length; d++) {
      while (chunk[d] > 1 && bytes(chunk, element) > limit) {
        chunk[d] = (chunk[d] + 1) / 2;
      }
    }
  }

  /** How many bytes a chunk takes, with a ceiling far beyond what is too large. */
  private static long bytes(long[] chunk, long element) {
    long bytes = element;
    for (long extent : chunk) {
      bytes = extent > Long.MAX_VALUE / bytes ? Long.MAX_VALUE : bytes * extent;
    }
    return bytes;
  }
}
