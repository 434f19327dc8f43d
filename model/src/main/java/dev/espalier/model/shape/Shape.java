package dev.espalier.model.shape;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** The extents of an array, in elements, slowest-varying dimension first; none for a scalar. */
public final class Shape {
  private static final Shape SCALAR = new Shape(new long[0]);

  private final long[] extents;

  private Shape(long[] extents) {
    this.extents = extents;
  }

  /**
   * The shape with these extents.
   *
   * @throws IllegalArgumentException if one is negative
   */
  public static Shape of(long... extents) {
    for (long extent : extents) {
      if (extent < 0) {
        throw new IllegalArgumentException(
            "shape " + Arrays.toString(extents) + " has a negative extent");
      }
    }
    return extents.length == 0 ? SCALAR : new Shape(extents.clone());
  }

  /** The shape of a scalar: no dimensions, one element. */
  public static Shape scalar() {
    return SCALAR;
  }

  /** The number of dimensions. */
  public int rank() {
    return extents.length;
  }

  /** The extent along a dimension, in elements. */
  public long extent(int dimension) {
    return extents[dimension];
  }

  /** A copy of the extents. */
  public long[] toArray() {
    return extents.clone();
  }

  /** The extents in order. */
  public LongStream stream() {
    return Arrays.stream(extents);
  }

  /** Whether some extent is 0, so that there are no elements. */
  public boolean isEmpty() {
    return Arrays.stream(extents).anyMatch(extent -> extent == 0);
  }

  /**
   * The number of elements.
   *
   * @throws ArithmeticException if it does not fit 63 bits
   */
  public long elementCount() {
    if (isEmpty()) {
      return 0;
    }
    long count = 1;
    for (long extent : extents) {
      count = Math.multiplyExact(count, extent);
    }
    return count;
  }

  /** This shape with one extent replaced. */
  public Shape with(int dimension, long extent) {
    long[] copy = extents.clone();
    copy[dimension] = extent;
    return of(copy);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Shape that && Arrays.equals(extents, that.extents);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(extents);
  }

  /** The extents as {@code [3, 512, 512]}. */
  @Override
  public String toString() {
    return Arrays.stream(extents)
        .mapToObj(Long::toString)
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
