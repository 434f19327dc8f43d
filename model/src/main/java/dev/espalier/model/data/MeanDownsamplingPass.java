package dev.espalier.model.data;

import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.CoreType;
import java.util.List;

/**
 * One pass of {@link MeanDownsampling} over a block, row by row of the result: the rows of the
 * input that a row needs are added up, then neighbours within the row, then divided.
 */
final class MeanDownsamplingPass {
  private final BitsBlock input;
  private final BitsBlock output;

  /** Factors, input extents and input steps in bytes of all dimensions but the last. */
  private final int[] factors;

  private final int[] extents;
  private final int[] steps;

  private final int rowFactor;
  private final int inputRow;
  private final int outputRow;
  private final MeanDownsamplingSums sums;

  MeanDownsamplingPass(BitsBlock input, BitsBlock output, List<Integer> allFactors) {
    this.input = input;
    this.output = output;
    Shape shape = input.shape();
    int last = shape.rank() - 1;
    int outer = Math.max(last, 0);
    factors = new int[outer];
    extents = new int[outer];
    steps = new int[outer];
    inputRow = last < 0 ? 1 : (int) shape.extent(last);
    outputRow = last < 0 ? 1 : (int) output.shape().extent(last);
    rowFactor = last < 0 ? 1 : allFactors.get(last);
    int step = inputRow * input.elementSize();
    for (int d = outer - 1; d >= 0; d--) {
      factors[d] = allFactors.get(d);
      extents[d] = (int) shape.extent(d);
      steps[d] = step;
      step *= extents[d];
    }
    sums = MeanDownsamplingSums.of((CoreType) input.dataType(), inputRow);
  }

  void run() {
    int rowBytes = outputRow * output.elementSize();
    int[] corner = new int[factors.length];
    int at = 0;
    do {
      sums.clear();
      int rows = addRows(corner, 0, 0);
      sums.store(output.bytes(), at, rows, rowFactor);
      at += rowBytes;
    } while (advance(corner));
  }

  /** Adds the rows of the box that starts at the corner; returns how many there were. */
  private int addRows(int[] corner, int dimension, int offset) {
    if (dimension == factors.length) {
      sums.add(input.bytes(), offset);
      return 1;
    }
    int rows = 0;
    int end = end(corner, dimension);
    for (int i = corner[dimension]; i < end; i++) {
      rows += addRows(corner, dimension + 1, offset + i * steps[dimension]);
    }
    return rows;
  }

  private int end(int[] corner, int dimension) {
    return (int) Math.min((long) corner[dimension] + factors[dimension], extents[dimension]);
  }

  private boolean advance(int[] corner) {
    for (int d = corner.length - 1; d >= 0; d--) {
      corner[d] = end(corner, d);
      if (corner[d] < extents[d]) {
        return true;
      }
      corner[d] = 0;
    }
    return false;
  }
}
