package dev.espalier.zarr.internal.write;

import dev.espalier.model.data.ArraySource;
import dev.espalier.model.data.Block;
import dev.espalier.model.data.BlockOperation;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.DataType;
import dev.espalier.zarr.internal.array.StoredArray;

/**
 * Elements that are computed from another source whenever they are read; large boxes in pieces, so
 * that the input of one piece stays small.
 */
final class DerivedSource implements ArraySource {
  private static final long MOST_INPUT_ELEMENTS = 1 << 20;

  private final ArraySource input;
  private final StoredArray stored;
  private final BlockOperation operation;

  /**
   * What is computed from a stored array.
   *
   * @param input the elements of the stored array
   */
  DerivedSource(ArraySource input, StoredArray stored, BlockOperation operation) {
    this.input = input;
    this.stored = stored;
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

  /** How many bytes reading may take at a time, beside the block that is filled. */
  long memory() {
    long pieces = 2 * MOST_INPUT_ELEMENTS * input.dataType().byteSize().orElse(1);
    long decoding = Math.multiplyExact(2, stored.bytesOf(stored.units().tileShape()));
    return Math.addExact(pieces, decoding);
  }
}
