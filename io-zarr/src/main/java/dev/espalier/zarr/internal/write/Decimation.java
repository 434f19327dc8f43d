package dev.espalier.zarr.internal.write;

import dev.espalier.model.data.BlockOperation;
import dev.espalier.model.shape.ChunkIndex;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.shape.Tiling;
import java.util.BitSet;
import java.util.Optional;

/**
 * The step from a fine array to a coarse one that can be taken unit by unit: every unit of the fine
 * array alone gives a box of exactly one unit of the coarse array.
 *
 * <p>That holds where an operation maps boxes of a fixed shape to single elements, as a
 * downsampling does, and where the coarse units' inputs are whole fine units whose edges lie
 * between such boxes. It is not assumed but looked at, unit by unit, before anything is written.
 */
final class Decimation {
  /** The look at all units takes a bit each. */
  private static final long MOST_UNITS = 1L << 26;

  private final BlockOperation operation;
  private final Tiling fine;
  private final Tiling coarse;
  private final Shape factors;

  private Decimation(BlockOperation operation, Tiling fine, Tiling coarse, Shape factors) {
    this.operation = operation;
    this.fine = fine;
    this.coarse = coarse;
    this.factors = factors;
  }

  /** The step, or nothing if it cannot be taken unit by unit. */
  static Optional<Decimation> between(Tiling fine, BlockOperation operation, Tiling coarse) {
    Shape array = coarse.arrayShape();
    if (array.isEmpty() || fine.arrayShape().isEmpty() || fine.count() > MOST_UNITS) {
      return Optional.empty();
    }
    long[] ones = array.stream().map(extent -> 1).toArray();
    Region first = operation.inputRegion(Region.all(Shape.of(ones)), fine.arrayShape());
    if (first.rank() != array.rank() || first.shape().isEmpty()) {
      return Optional.empty();
    }
    Decimation step = new Decimation(operation, fine, coarse, first.shape());
    return step.isExact() ? Optional.of(step) : Optional.empty();
  }

  /** The fine units that a coarse unit needs. */
  Iterable<ChunkIndex> inputs(ChunkIndex coarseUnit) {
    return fine.touching(input(coarse.region(coarseUnit)));
  }

  /** The box of the coarse array that a fine unit gives. */
  Region output(ChunkIndex fineUnit) {
    Region input = fine.region(fineUnit);
    long[] origin = new long[input.rank()];
    long[] extents = new long[input.rank()];
    for (int d = 0; d < origin.length; d++) {
      origin[d] = input.start(d) / factors.extent(d);
      extents[d] = (input.end(d) - 1) / factors.extent(d) + 1 - origin[d];
    }
    return Region.of(origin, Shape.of(extents));
  }

  private Region input(Region output) {
    return operation.inputRegion(output, fine.arrayShape());
  }

  private boolean isExact() {
    BitSet seen = new BitSet((int) fine.count());
    for (ChunkIndex unit : coarse.all()) {
      if (!isMadeOfWholeUnits(unit, seen)) {
        return false;
      }
    }
    return seen.cardinality() == fine.count();
  }

  private boolean isMadeOfWholeUnits(ChunkIndex coarseUnit, BitSet seen) {
    Region wanted = coarse.region(coarseUnit);
    long given = 0;
    for (ChunkIndex unit : inputs(coarseUnit)) {
      Region output = output(unit);
      int number = number(unit);
      if (!lies(output, wanted) || !input(output).equals(fine.region(unit)) || seen.get(number)) {
        return false;
      }
      seen.set(number);
      given += output.shape().elementCount();
    }
    return given == wanted.shape().elementCount();
  }

  private int number(ChunkIndex unit) {
    long number = 0;
    for (int d = 0; d < unit.rank(); d++) {
      number = number * fine.gridShape().extent(d) + unit.at(d);
    }
    return (int) number;
  }

  private static boolean lies(Region inner, Region outer) {
    for (int d = 0; d < inner.rank(); d++) {
      if (inner.start(d) < outer.start(d) || inner.end(d) > outer.end(d)) {
        return false;
      }
    }
    return true;
  }
}
