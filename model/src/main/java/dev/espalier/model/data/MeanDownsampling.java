package dev.espalier.model.data;

import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.type.DataType;
import java.util.List;

/**
 * The mean of small boxes of elements: each element of the result stands for a box of the input, of
 * one extent per dimension; at the far edges, for the part of the box that is there.
 *
 * <p>Integers are summed exactly and the mean is rounded half to even. Floats are summed in double
 * precision; NaN in a box gives the canonical NaN, and a sum beyond the range of a double gives an
 * infinity.
 *
 * @param factors the extents of a box, slowest dimension first, each at least 1
 */
public record MeanDownsampling(List<Integer> factors) implements BlockOperation {
  /**
   * Copies and checks the factors.
   *
   * @throws IllegalArgumentException if one is less than 1, or if a box has 2<sup>31</sup> elements
   *     or more
   */
  public MeanDownsampling {
    factors = List.copyOf(factors);
    long elements = 1;
    for (int factor : factors) {
      elements *= factor;
      if (factor < 1 || elements > Integer.MAX_VALUE) {
        throw new IllegalArgumentException(
            "downsampling factors " + factors + "; each is at least 1, their product below 2^31");
      }
    }
  }

  /** The mean of boxes of these extents, slowest dimension first. */
  public static MeanDownsampling by(Integer... factors) {
    return new MeanDownsampling(List.of(factors));
  }

  /** Whether elements are integers or floats; truth values and complex numbers are refused. */
  @Override
  public boolean accepts(DataType type) {
    return type instanceof CoreType core
        && core.kind() != CoreType.Kind.BOOLEAN
        && core.kind() != CoreType.Kind.COMPLEX;
  }

  @Override
  public Shape outputShape(Shape input) {
    checkRank(input);
    long[] extents = input.toArray();
    for (int d = 0; d < extents.length; d++) {
      extents[d] = extents[d] == 0 ? 0 : (extents[d] - 1) / factors.get(d) + 1;
    }
    return Shape.of(extents);
  }

  @Override
  public Region inputRegion(Region output, Shape input) {
    checkRank(input);
    long[] start = new long[input.rank()];
    long[] extents = new long[input.rank()];
    for (int d = 0; d < start.length; d++) {
      int factor = factors.get(d);
      start[d] = Math.multiplyExact(output.start(d), factor);
      // Dividing first, since the last box may reach beyond the range of a long.
      long end =
          output.end(d) > input.extent(d) / factor ? input.extent(d) : output.end(d) * factor;
      extents[d] = Math.max(0, end - start[d]);
    }
    return Region.of(start, Shape.of(extents));
  }

  @Override
  public void apply(Block input, Block output) {
    if (!accepts(input.dataType()) || !input.dataType().equals(output.dataType())) {
      throw new IllegalArgumentException(
          "the mean of " + input.dataType() + " elements into " + output.dataType());
    }
    if (!outputShape(input.shape()).equals(output.shape())) {
      throw new IllegalArgumentException(
          "the mean of shape "
              + input.shape()
              + " by "
              + factors
              + " does not have shape "
              + output.shape());
    }
    if (!output.shape().isEmpty()) {
      new MeanDownsamplingPass((BitsBlock) input, (BitsBlock) output, factors).run();
    }
  }

  private void checkRank(Shape shape) {
    if (shape.rank() != factors.size()) {
      throw new IllegalArgumentException(
          "downsampling factors "
              + factors
              + " for shape "
              + shape
              + "; give one for each dimension");
    }
  }
}
