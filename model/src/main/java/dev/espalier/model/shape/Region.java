package dev.espalier.model.shape;

import java.util.Arrays;
import java.util.Optional;

/** A box of elements within an array: where it starts and how far it extends. */
public final class Region {
  private final long[] origin;
  private final Shape shape;

  private Region(long[] origin, Shape shape) {
    this.origin = origin;
    this.shape = shape;
  }

  /**
   * The box that starts at an origin.
   *
   * @param origin the first element along each dimension, slowest first
   * @param shape the extents of the box, in elements
   */
  public static Region of(long[] origin, Shape shape) {
    if (origin.length != shape.rank()) {
      throw new IllegalArgumentException(
          "origin " + Arrays.toString(origin) + " and shape " + shape + " differ in rank");
    }
    for (int d = 0; d < origin.length; d++) {
      if (origin[d] < 0) {
        throw new IllegalArgumentException("negative origin " + Arrays.toString(origin));
      }
      Math.addExact(origin[d], shape.extent(d));
    }
    return new Region(origin.clone(), shape);
  }

  /** The whole of an array. */
  public static Region all(Shape shape) {
    return new Region(new long[shape.rank()], shape);
  }

  /** The number of dimensions. */
  public int rank() {
    return origin.length;
  }

  /** The first element along a dimension. */
  public long start(int dimension) {
    return origin[dimension];
  }

  /** The element after the last one along a dimension. */
  public long end(int dimension) {
    return origin[dimension] + shape.extent(dimension);
  }

  /** The extents of the box. */
  public Shape shape() {
    return shape;
  }

  /** Whether the box lies within an array of that shape. */
  public boolean fitsIn(Shape array) {
    if (array.rank() != rank()) {
      return false;
    }
    for (int d = 0; d < rank(); d++) {
      if (end(d) > array.extent(d)) {
        return false;
      }
    }
    return true;
  }

  /** The elements that both boxes hold, if there are any; scalars always share their element. */
  public Optional<Region> intersect(Region other) {
    long[] start = new long[rank()];
    long[] extents = new long[rank()];
    for (int d = 0; d < rank(); d++) {
      start[d] = Math.max(start(d), other.start(d));
      extents[d] = Math.min(end(d), other.end(d)) - start[d];
      if (extents[d] <= 0) {
        return Optional.empty();
      }
    }
    return Optional.of(new Region(start, Shape.of(extents)));
  }

  /**
   * Where the box starts in a block in which another box starts at a place.
   *
   * @param around a box of the same rank that starts nowhere after this one
   * @param at the place, one number for each dimension
   * @throws IllegalArgumentException if this box starts before the block, or ranks differ
   */
  public long[] placeIn(Region around, long... at) {
    if (around.rank() != origin.length || at.length != origin.length) {
      throw new IllegalArgumentException(
          this + " and " + around + " at " + at.length + " places differ in rank");
    }
    long[] place = new long[origin.length];
    for (int d = 0; d < place.length; d++) {
      place[d] = at[d] + origin[d] - around.origin[d];
      if (place[d] < 0) {
        throw new IllegalArgumentException(this + " starts before " + around);
      }
    }
    return place;
  }

  /**
   * The same box, counted from the start of another one.
   *
   * @param around a box of the same rank that starts nowhere after this one
   * @throws IllegalArgumentException if it starts after this one, or ranks differ
   */
  public Region relativeTo(Region around) {
    return of(placeIn(around, new long[origin.length]), shape);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Region that
        && Arrays.equals(origin, that.origin)
        && shape.equals(that.shape);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(origin) + shape.hashCode();
  }

  /** The box as {@code 0:2,5:9}. */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    for (int d = 0; d < rank(); d++) {
      out.append(d == 0 ? "" : ",").append(start(d)).append(':').append(end(d));
    }
    return out.toString();
  }
}
