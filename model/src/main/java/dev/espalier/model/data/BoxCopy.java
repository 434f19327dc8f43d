package dev.espalier.model.data;

import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import java.util.Arrays;

/** Copies a box between two arrays in C order, in runs as long as both allow. */
final class BoxCopy {
  private BoxCopy() {}

  /** Moves runs of slots that lie at equal distances on both sides. */
  interface Runs {
    /**
     * Moves so many runs.
     *
     * <p>Whoever implements it loops itself, so that what moves one run is known where the loop is
     * compiled: most runs are short.
     *
     * @param from where the first one starts
     * @param fromStep how far the next one starts behind it
     * @param to where the first one goes
     * @param toStep how far behind it the next one goes
     * @param length how many slots each has
     */
    void move(int from, int fromStep, int to, int toStep, int count, int length);
  }

  /**
   * Copies a box.
   *
   * @param unit how many bytes one element takes
   */
  static void copy(
      byte[] source,
      Shape sourceShape,
      Region from,
      byte[] target,
      Shape targetShape,
      long[] to,
      int unit) {
    Runs runs =
        (at, step, goal, goalStep, count, length) -> {
          for (int i = 0; i < count; i++) {
            System.arraycopy(source, at + i * step, target, goal + i * goalStep, length);
          }
        };
    copy(runs, sourceShape, from, targetShape, to, unit);
  }

  /** Copies a box of which each element is one object. */
  static void copy(
      Object[] source,
      Shape sourceShape,
      Region from,
      Object[] target,
      Shape targetShape,
      long[] to) {
    Runs runs =
        (at, step, goal, goalStep, count, length) -> {
          for (int i = 0; i < count; i++) {
            System.arraycopy(source, at + i * step, target, goal + i * goalStep, length);
          }
        };
    copy(runs, sourceShape, from, targetShape, to, 1);
  }

  /**
   * Copies a box.
   *
   * @param runs moves what lies in runs on both sides
   * @param unit how many slots one element takes
   */
  static void copy(
      Runs runs, Shape sourceShape, Region from, Shape targetShape, long[] to, int unit) {
    Shape box = from.shape();
    if (!from.fitsIn(sourceShape) || !fits(box, to, targetShape)) {
      throw new IndexOutOfBoundsException(
          "box "
              + from
              + " of "
              + sourceShape
              + " to "
              + Arrays.toString(to)
              + " of "
              + targetShape);
    }
    if (box.isEmpty()) {
      return;
    }
    int outer = outerDimensions(box, sourceShape, targetShape);
    int run = unit;
    for (int d = outer; d < box.rank(); d++) {
      run *= (int) box.extent(d);
    }
    long[] sourceSteps = steps(sourceShape, unit);
    long[] targetSteps = steps(targetShape, unit);
    long sourceAt = 0;
    long targetAt = 0;
    for (int d = 0; d < box.rank(); d++) {
      sourceAt += from.start(d) * sourceSteps[d];
      targetAt += to[d] * targetSteps[d];
    }
    walk(runs, run, box, outer, new Side(sourceAt, sourceSteps), new Side(targetAt, targetSteps));
  }

  /**
   * One of the two arrays.
   *
   * @param at the first slot of the box
   * @param steps slots from one element of the box to the next, along each dimension
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Side(long at, long... steps) {}

  /**
   * Moves all runs of a box, which is not empty.
   *
   * @param length how many slots a run has
   * @param outer how many leading dimensions are stepped through
   */
  static void walk(Runs runs, int length, Shape box, int outer, Side source, Side target) {
    if (outer == 0) {
      runs.move((int) source.at(), 0, (int) target.at(), 0, 1, length);
      return;
    }
    long[] sourceSteps = source.steps();
    long[] targetSteps = target.steps();
    long sourceAt = source.at();
    long targetAt = target.at();
    int rows = outer - 1;
    int count = (int) box.extent(rows);
    long[] index = new long[rows];
    while (true) {
      runs.move(
          (int) sourceAt,
          (int) sourceSteps[rows],
          (int) targetAt,
          (int) targetSteps[rows],
          count,
          length);
      int d = rows - 1;
      for (; d >= 0; d--) {
        sourceAt += sourceSteps[d];
        targetAt += targetSteps[d];
        if (++index[d] < box.extent(d)) {
          break;
        }
        sourceAt -= index[d] * sourceSteps[d];
        targetAt -= index[d] * targetSteps[d];
        index[d] = 0;
      }
      if (d < 0) {
        return;
      }
    }
  }

  /** Sets a run of slots. */
  interface Setting {
    void set(int at, int count);
  }

  /**
   * Sets a box.
   *
   * @param setting sets what lies in one run
   * @param unit how many slots one element takes
   */
  static void set(Setting setting, Shape shape, Region box, int unit) {
    long[] to = new long[box.rank()];
    for (int d = 0; d < to.length; d++) {
      to[d] = box.start(d);
    }
    Runs runs =
        (from, fromStep, at, step, count, length) -> {
          for (int i = 0; i < count; i++) {
            setting.set(at + i * step, length);
          }
        };
    copy(runs, box.shape(), Region.all(box.shape()), shape, to, unit);
  }

  private static boolean fits(Shape box, long[] to, Shape target) {
    boolean fits = to.length == box.rank() && target.rank() == box.rank();
    for (int d = 0; fits && d < to.length; d++) {
      fits = to[d] >= 0 && to[d] <= target.extent(d) - box.extent(d);
    }
    return fits;
  }

  /** How many leading dimensions have to be stepped through; the rest lies in one run in both. */
  private static int outerDimensions(Shape box, Shape source, Shape target) {
    int outer = box.rank() - 1;
    while (outer > 0
        && box.extent(outer) == source.extent(outer)
        && box.extent(outer) == target.extent(outer)) {
      outer--;
    }
    return Math.max(outer, 0);
  }

  static long[] steps(Shape shape, int unit) {
    long[] steps = new long[shape.rank()];
    long step = unit;
    for (int d = steps.length - 1; d >= 0; d--) {
      steps[d] = step;
      step *= shape.extent(d);
    }
    return steps;
  }
}
