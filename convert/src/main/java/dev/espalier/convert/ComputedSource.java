package dev.espalier.convert;

import dev.espalier.model.data.ArraySource;
import dev.espalier.model.data.Block;
import dev.espalier.model.data.BlockOperation;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.DataType;

/** The elements that an operation makes of those of another array. */
final class ComputedSource implements ArraySource {
  private final ArraySource input;
  private final BlockOperation operation;

  ComputedSource(ArraySource input, BlockOperation operation) {
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
    operation.apply(input.read(operation.inputRegion(region, input.shape())), into);
  }
}
