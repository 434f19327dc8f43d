package dev.espalier.hdf5.internal.array;

import dev.espalier.model.error.CorruptException;
import dev.espalier.model.shape.Shape;

/**
 * The order in which array-like indexes number chunks: C order over the greatest extents, with an
 * unlimited dimension taken as the slowest.
 */
final class ArrayIndexOrder {
  private final int slowest;
  private final long[] counts;

  /**
   * The order for a dataset.
   *
   * @param chunk the extents of a chunk
   */
  ArrayIndexOrder(Extents extents, Shape chunk) {
    int unlimited = 0;
    counts = new long[chunk.rank()];
    for (int d = 0; d < counts.length; d++) {
      long greatest = extents.greatest().get(d);
      if (greatest == Extents.UNLIMITED) {
        unlimited = d;
      } else {
        counts[d] = greatest == 0 ? 0 : (greatest - 1) / chunk.extent(d) + 1;
      }
    }
    slowest = unlimited;
    for (int d = 0; d < counts.length; d++) {
      if (d != slowest && counts[d] == 0) {
        throw new CorruptException("a chunk index for an array that can hold nothing");
      }
    }
  }

  /** The position in the grid of the chunk of a number. */
  long[] position(long number) {
    long[] position = new long[counts.length];
    long rest = number;
    for (int d = counts.length - 1; d >= 0; d--) {
      if (d != slowest) {
        position[d] = rest % counts[d];
        rest /= counts[d];
      }
    }
    position[slowest] = rest;
    return position;
  }

  /** The number of the chunk at a position. */
  long number(long[] position) {
    long number = position[slowest];
    for (int d = 0; d < counts.length; d++) {
      if (d != slowest) {
        number = Math.addExact(Math.multiplyExact(number, counts[d]), position[d]);
      }
    }
    return number;
  }
}
