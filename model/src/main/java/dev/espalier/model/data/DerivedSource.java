package dev.espalier.model.data;

import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.DataType;

/**
 * Elements that are computed from another source whenever they are read; large boxes in pieces, so
 * that the input of one piece stays small.
 */
public final class DerivedSource implements ArraySource {
  private static final long MOST_INPUT_ELEMENTS = 1 << 20;

  private final ArraySource input;
  private final BlockOperation operation;

  /**
   * What an operation makes of the elements of another source.
   *
   * @param input the elements that are computed with
   * @param operation how the elements follow from them; it has to accept their type
   */
  public DerivedSource(ArraySource input, BlockOperation operation) {
    this.input = input;
    this.operation = operation;
  }

  @Override
  public DataType dataType() {
    return input.dataType();
  }

  @Override
  public Shape shape() {
    return operation.outputShape(input.shape());
  }

  @Override
  public void read(Region region, Block into) {
    if (region.shape().isEmpty()) {
      return;
    }
    Region needed = operation.inputRegion(region, input.shape());
    int longest = longestDimension(region.shape());
    if (needed.shape().elementCount() <= MOST_INPUT_ELEMENTS
        || region.shape().elementCount() == 1) {
      operation.apply(input.read(needed), into);
      return;
    }
    long half = region.shape().extent(longest) / 2;
    readPart(region, into, longest, 0, half);
    readPart(region, into, longest, half, region.shape().extent(longest) - half);
  }

  private void readPart(Region region, Block into, int dimension, long from, long extent) {
    long[] at = new long[region.rank()];
    at[dimension] = from;
    long[] origin = new long[region.rank()];
    for (int d = 0; d < origin.length; d++) {
      origin[d] = region.start(d) + at[d];
    }
    Region part = Region.of(origin, region.shape().with(dimension, extent));
    Block block = Block.allocate(dataType(), part.shape());
    read(part, block);
    into.copyFrom(block, Region.all(part.shape()), at);
  }

  private static int longestDimension(Shape shape) {
    int longest = 0;
    for (int d = 1; d < shape.rank(); d++) {
      if (shape.extent(d) > shape.extent(longest)) {
        longest = d;
      }
    }
    return longest;
  }

  /**
   * How many bytes a reading takes at a time, beside the block that is filled and the input's own.
   */
  public long pieceBytes() {
    return 2 * MOST_INPUT_ELEMENTS * input.dataType().byteSize().orElse(1);
  }
}
