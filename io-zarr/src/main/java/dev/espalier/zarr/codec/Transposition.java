package dev.espalier.zarr.codec;

import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.Block;
import dev.espalier.model.shape.Shape;

/** Copies blocks with their dimensions in another order. */
final class Transposition {
  /**
   * Elements along each side of the squares that are copied at a time: so few that a cache keeps
   * their lines even where all steps are powers of two and fall onto the same set.
   */
  private static final int TILE = 8;

  private final int rank;
  private final int unit;
  private final int[] extents;

  /** Steps of both blocks along the dimensions of the target, in slots of their Java arrays. */
  private final int[] sourceSteps;

  private final int[] targetSteps;

  /** The dimension of the target that is walked in rows, beside the last one; -1 for none. */
  private final int rowDimension;

  /**
   * A way to copy.
   *
   * @param rank how many of the leading dimensions change places
   * @param unit how many slots what is behind those takes
   */
  private Transposition(Shape source, Shape target, int[] order, int rank, int unit) {
    this.rank = rank;
    this.unit = unit;
    this.extents = new int[rank];
    this.sourceSteps = new int[rank];
    this.targetSteps = steps(target, rank, unit);
    int[] steps = steps(source, rank, unit);
    for (int i = 0; i < rank; i++) {
      extents[i] = (int) target.extent(i);
      sourceSteps[i] = steps[order[i]];
    }
    this.rowDimension = nearestInSource();
  }

  /**
   * Copies all elements.
   *
   * @param order dimension {@code i} of the target is dimension {@code order[i]} of the source
   */
  static void copy(Block source, Block target, int[] order) {
    if (source.shape().isEmpty()) {
      return;
    }
    int unit = source instanceof BitsBlock bits ? bits.elementSize() : 1;
    int rank = order.length;
    // Dimensions that stay last in place stay together, like one larger element.
    while (rank > 0 && order[rank - 1] == rank - 1) {
      rank--;
      unit *= (int) source.shape().extent(rank);
    }
    new Transposition(source.shape(), target.shape(), order, rank, unit).run(source, target);
  }

  private void run(Block source, Block target) {
    ElementCopy copy = copyOf(source, target);
    if (rank == 0) {
      copy.grid(0, 0, 1, 1);
      return;
    }
    int[] index = new int[rank];
    int from = 0;
    int to = 0;
    int d;
    do {
      plane(copy, from, to);
      for (d = rank - 2; d >= 0; d--) {
        if (d == rowDimension) {
          continue;
        }
        from += sourceSteps[d];
        to += targetSteps[d];
        if (++index[d] < extents[d]) {
          break;
        }
        from -= index[d] * sourceSteps[d];
        to -= index[d] * targetSteps[d];
        index[d] = 0;
      }
    } while (d >= 0);
  }

  /**
   * Copies all elements along two dimensions, square by square, so that neither block is walked in
   * long steps for long.
   */
  private void plane(ElementCopy copy, int from, int to) {
    int last = rank - 1;
    int rows = rowDimension < 0 ? 1 : extents[rowDimension];
    int sourceRow = rowDimension < 0 ? 0 : sourceSteps[rowDimension];
    int targetRow = rowDimension < 0 ? 0 : targetSteps[rowDimension];
    for (int row = 0; row < rows; row += TILE) {
      for (int column = 0; column < extents[last]; column += TILE) {
        copy.grid(
            from + row * sourceRow + column * sourceSteps[last],
            to + row * targetRow + column * targetSteps[last],
            Math.min(TILE, rows - row),
            Math.min(TILE, extents[last] - column));
      }
    }
  }

  private ElementCopy copyOf(Block source, Block target) {
    boolean rows = rowDimension >= 0;
    ElementCopy.Steps steps =
        new ElementCopy.Steps(
            rows ? sourceSteps[rowDimension] : 0,
            rank > 0 ? sourceSteps[rank - 1] : 0,
            rows ? targetSteps[rowDimension] : 0,
            rank > 0 ? targetSteps[rank - 1] : 0);
    return new ElementCopy(source, target, unit, steps);
  }

  /**
   * The dimension of the target, but the last, along which neighbours are nearest in the source.
   */
  private int nearestInSource() {
    int nearest = -1;
    for (int d = 0; d < rank - 1; d++) {
      if (extents[d] > 1 && (nearest < 0 || sourceSteps[d] < sourceSteps[nearest])) {
        nearest = d;
      }
    }
    return nearest;
  }

  private static int[] steps(Shape shape, int rank, int unit) {
    int[] steps = new int[rank];
    int step = unit;
    for (int d = rank - 1; d >= 0; d--) {
      steps[d] = step;
      step *= (int) shape.extent(d);
    }
    return steps;
  }
}
