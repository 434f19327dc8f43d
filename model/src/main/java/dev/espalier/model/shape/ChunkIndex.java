package dev.espalier.model.shape;

import java.util.Arrays;

/** The position of a tile or chunk in its grid, one number for each dimension, slowest first. */
public final class ChunkIndex {
  private final long[] positions;

  private ChunkIndex(long[] positions) {
    this.positions = positions;
  }

  /** The index with these positions. */
  public static ChunkIndex of(long... positions) {
    for (long position : positions) {
      if (position < 0) {
        throw new IllegalArgumentException("chunk index " + Arrays.toString(positions));
      }
    }
    return new ChunkIndex(positions.clone());
  }

  /** The number of dimensions. */
  public int rank() {
    return positions.length;
  }

  /** The position along a dimension, in chunks. */
  public long at(int dimension) {
    return positions[dimension];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ChunkIndex that && Arrays.equals(positions, that.positions);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(positions);
  }

  @Override
  public String toString() {
    return Arrays.toString(positions);
  }
}
