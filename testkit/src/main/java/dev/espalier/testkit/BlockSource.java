package dev.espalier.testkit;

import dev.espalier.model.data.ArraySource;
import dev.espalier.model.data.Block;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.DataType;

/**
 * The elements of a block in memory as a source.
 *
 * @param block the elements; not to be changed while the source is in use
 */
public record BlockSource(Block block) implements ArraySource {
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
    into.copyFrom(block, region, new long[region.rank()]);
  }
}
