package dev.espalier.model.data;

import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.DataType;

/** The elements of a block in memory as a source. */
record BlockSource(Block block) implements ArraySource {
  @Override
  public DataType dataType() {
    return block.dataType();
  }

  @Override
  public Shape shape() {
    return block.shape();
  }

  @Override
  public void read(Region region, Block into) {
    read(region, into, new long[region.rank()]);
  }

  @Override
  public void read(Region region, Block into, long... at) {
    into.copyFrom(block, region, at);
  }
}
