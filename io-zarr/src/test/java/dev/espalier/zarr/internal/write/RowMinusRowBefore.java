package dev.espalier.zarr.internal.write;

import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.Block;
import dev.espalier.model.data.BlockOperation;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.type.DataType;

/** An operation whose input is a row larger than its output, so that inputs overlap. */
final class RowMinusRowBefore implements BlockOperation {
  @Override
  public boolean accepts(DataType type) {
    return type == CoreType.UINT16;
  }

  @Override
  public Shape outputShape(Shape input) {
    return input.with(0, input.extent(0) - 1);
  }

  @Override
  public Region inputRegion(Region output, Shape input) {
    long[] origin = {output.start(0), output.start(1)};
    return Region.of(origin, output.shape().with(0, output.shape().extent(0) + 1));
  }

  @Override
  public void apply(Block input, Block output) {
    BitsBlock from = (BitsBlock) input;
    BitsBlock to = (BitsBlock) output;
    int row = Math.toIntExact(2 * to.shape().extent(1));
    for (int at = 0; at < to.length(); at++) {
      to.bytes()[at] = (byte) (from.bytes()[at + row] - from.bytes()[at]);
    }
  }
}
