package dev.espalier.model.elements;

import dev.espalier.model.data.ArraySource;
import dev.espalier.model.data.Block;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.DataType;

/** The elements of an array that nothing fills: its fill value, everywhere. */
final class FilledSource implements ArraySource {
  private final ArraySpec array;

  FilledSource(ArraySpec array) {
    this.array = array;
  }

  @Override
  public DataType dataType() {
    return array.dataType();
  }

  @Override
  public Shape shape() {
    return array.shape();
  }

  @Override
  public void read(Region region, Block into) {
    into.fill(array.fillValueOrZero());
  }
}
