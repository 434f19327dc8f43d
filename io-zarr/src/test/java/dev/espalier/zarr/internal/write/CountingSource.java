package dev.espalier.zarr.internal.write;

import dev.espalier.model.data.ArraySource;
import dev.espalier.model.data.Block;
import dev.espalier.model.shape.ChunkIndex;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.shape.Tiling;
import dev.espalier.model.type.DataType;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** The elements of a block as a source that counts how often each of them is read. */
final class CountingSource implements ArraySource {
  private final Block block;
  private final AtomicIntegerArray counts;

  CountingSource(Block block) {
    this.block = block;
    this.counts = new AtomicIntegerArray((int) block.shape().elementCount());
  }

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
    long[] ones = region.shape().stream().map(e -> 1).toArray();
    for (ChunkIndex index : Tiling.of(shape(), Shape.of(ones)).touching(region)) {
      long number = 0;
      for (int d = 0; d < index.rank(); d++) {
        number = number * shape().extent(d) + index.at(d);
      }
      counts.incrementAndGet((int) number);
    }
  }

  /** How often each element was read, if all were read equally often; else -1. */
  int readsOfEach() {
    for (int i = 1; i < counts.length(); i++) {
      if (counts.get(i) != counts.get(0)) {
        return -1;
      }
    }
    return counts.get(0);
  }
}
