package dev.espalier.model.shape;

import java.util.Arrays;

/**
 * Which elements of an array: along each dimension one position, or every so manyth of a range. A
 * dimension of which one position is taken is not one of the result.
 *
 * <pre>{@code
 * Selection.all(Shape.of(365, 180, 360)).at(0, 30).range(1, 0, 180, 4); // of shape [45, 360]
 * Selection.parse(Shape.of(365, 180, 360), "30, ::4");                  // the same
 * }</pre>
 */
public final class Selection {
  private final Shape array;

  /** The first position along each dimension. */
  private final long[] starts;

  /** From one position to the next; not 0. */
  private final long[] steps;

  private final long[] counts;
  private final boolean[] single;

  private Selection(Shape array, long[] starts, long[] steps, long[] counts, boolean[] single) {
    this.array = array;
    this.starts = starts;
    this.steps = steps;
    this.counts = counts;
    this.single = single;
  }

  /** All elements of an array of that shape. */
  public static Selection all(Shape array) {
    long[] ones = new long[array.rank()];
    Arrays.fill(ones, 1);
    return new Selection(
        array, new long[array.rank()], ones, array.toArray(), new boolean[array.rank()]);
  }

  /** The elements of a box of an array of that shape. */
  public static Selection of(Shape array, Region box) {
    if (!box.fitsIn(array)) {
      throw new IllegalArgumentException("region " + box + " is not within shape " + array);
    }
    Selection selection = all(array);
    for (int d = 0; d < box.rank(); d++) {
      selection = selection.range(d, box.start(d), box.end(d));
    }
    return selection;
  }

  /**
   * Reads a selection as NumPy and zarr-python spell it between brackets: for each dimension a
   * position, or {@code start:stop:step} of which any may be left out, or {@code :} for all; {@code
   * ...} stands for as many of the latter as are needed, as does the end of the text. Negative
   * positions count from the end, and ranges end where the array does.
   *
   * @throws IllegalArgumentException if it is none, or not one for that shape; the message says why
   */
  public static Selection parse(Shape array, String text) {
    return SelectionForm.read(array, text);
  }

  /**
   * This, with one position along a dimension, which the result does not have.
   *
   * @throws IllegalArgumentException if there is no such dimension or no such position
   */
  public Selection at(int dimension, long position) {
    check(dimension);
    if (position < 0 || position >= array.extent(dimension)) {
      throw new IllegalArgumentException(
          "position "
              + position
              + " along dimension "
              + dimension
              + " of an array of shape "
              + array);
    }
    return with(dimension, position, 1, 1, true);
  }

  /** This, with the positions from a start to the one before a stop along a dimension. */
  public Selection range(int dimension, long start, long stop) {
    return range(dimension, start, stop, 1);
  }

  /**
   * This, with every so manyth position along a dimension.
   *
   * @param start the first position
   * @param stop behind the last position; -1 is before the first of the array, for negative steps
   * @param step from one to the next, not 0; negative to go towards the beginning
   * @throws IllegalArgumentException if there is no such dimension, or if the range leaves it
   */
  public Selection range(int dimension, long start, long stop, long step) {
    check(dimension);
    long extent = array.extent(dimension);
    boolean inside =
        step > 0
            ? 0 <= start && start <= stop && stop <= extent
            : step < 0 && -1 <= stop && stop <= start && start < extent;
    if (!inside) {
      throw new IllegalArgumentException(
          "range "
              + start
              + ":"
              + stop
              + ":"
              + step
              + " along dimension "
              + dimension
              + " of an array of shape "
              + array);
    }
    long distance = Math.abs(stop - start);
    // No step can be larger than the largest number, and none needs to be.
    long stride = step == Long.MIN_VALUE ? Long.MAX_VALUE : Math.abs(step);
    long count = distance == 0 ? 0 : (distance - 1) / stride + 1;
    return with(dimension, start, step, count, false);
  }

  private void check(int dimension) {
    if (dimension < 0 || dimension >= array.rank()) {
      throw new IllegalArgumentException(
          "dimension " + dimension + " of an array of shape " + array);
    }
  }

  private Selection with(int dimension, long start, long step, long count, boolean one) {
    long[] otherStarts = starts.clone();
    long[] otherSteps = steps.clone();
    long[] otherCounts = counts.clone();
    boolean[] otherSingle = single.clone();
    otherStarts[dimension] = start;
    otherSteps[dimension] = count > 1 ? step : 1; // which nobody takes
    otherCounts[dimension] = count;
    otherSingle[dimension] = one;
    return new Selection(array, otherStarts, otherSteps, otherCounts, otherSingle);
  }

  /** The extents of the array that elements are selected from. */
  public Shape arrayShape() {
    return array;
  }

  /** The extents of the result: without the dimensions of which one position is taken. */
  public Shape shape() {
    long[] extents = new long[array.rank()];
    int rank = 0;
    for (int d = 0; d < extents.length; d++) {
      if (!single[d]) {
        extents[rank++] = counts[d];
      }
    }
    return Shape.of(Arrays.copyOf(extents, rank));
  }

  /** How many positions are taken along each dimension of the array, of some just one. */
  public Shape counts() {
    return Shape.of(counts);
  }

  /** The first position along a dimension. */
  public long start(int dimension) {
    return starts[dimension];
  }

  /** From one position along a dimension to the next; 1 where there is one or none. */
  public long step(int dimension) {
    return steps[dimension];
  }

  /** Whether the elements lie in the array as they come, side by side. */
  public boolean isBox() {
    return Arrays.stream(steps).allMatch(step -> step == 1);
  }

  /** The smallest box that holds all of them. */
  public Region bounds() {
    long[] origin = new long[starts.length];
    long[] extents = new long[starts.length];
    for (int d = 0; d < origin.length; d++) {
      long last = starts[d] + Math.max(0, counts[d] - 1) * steps[d];
      origin[d] = Math.min(starts[d], last);
      extents[d] = counts[d] == 0 ? 0 : Math.abs(last - starts[d]) + 1;
    }
    return Region.of(origin, Shape.of(extents));
  }

  /** The same elements as a selection of {@link #bounds} alone. */
  public Selection withinBounds() {
    Region bounds = bounds();
    long[] moved = new long[starts.length];
    for (int d = 0; d < moved.length; d++) {
      moved[d] = starts[d] - bounds.start(d);
    }
    return new Selection(bounds.shape(), moved, steps, counts, single);
  }

  /**
   * The parts of this that tiles hold, one for each tile that holds any; tiles that hold none are
   * passed over.
   *
   * @param tiles of the array
   */
  public Iterable<SelectedPart> by(Tiling tiles) {
    return SelectedPart.all(this, tiles);
  }

  /** Some of the positions, counted from the first that is taken. */
  Selection part(long[] from, long[] many) {
    long[] moved = new long[starts.length];
    long[] kept = new long[starts.length];
    for (int d = 0; d < moved.length; d++) {
      moved[d] = starts[d] + from[d] * steps[d];
      kept[d] = many[d] > 1 ? steps[d] : 1;
    }
    return new Selection(array, moved, kept, many, single);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Selection that
        && array.equals(that.array)
        && Arrays.equals(starts, that.starts)
        && Arrays.equals(steps, that.steps)
        && Arrays.equals(counts, that.counts)
        && Arrays.equals(single, that.single);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(starts) + Arrays.hashCode(counts);
  }

  /** The selection as {@link #parse} reads it. */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    for (int d = 0; d < starts.length; d++) {
      out.append(d == 0 ? "" : ",").append(starts[d]);
      if (!single[d]) {
        long stop = counts[d] == 0 ? starts[d] : starts[d] + (counts[d] - 1) * steps[d];
        stop += counts[d] == 0 ? 0 : Long.signum(steps[d]);
        out.append(':').append(stop < 0 ? "" : Long.toString(stop));
        out.append(steps[d] == 1 ? "" : ":" + steps[d]);
      }
    }
    return out.toString();
  }
}
