package dev.espalier.zarr.internal.write;

import dev.espalier.model.data.ArraySource;
import dev.espalier.model.shape.ChunkIndex;
import dev.espalier.model.shape.Region;
import java.util.Optional;

/** Writes units of an array, with elements that it pulls from a source. */
final class PullingWorker implements Crew.Worker {
  private final Units units;
  private final ArraySource source;
  private final UnitWriter writer;

  PullingWorker(Units units, ArraySource source, UnitWriter writer) {
    this.units = units;
    this.source = source;
    this.writer = writer;
  }

  @Override
  public boolean step() {
    Optional<ChunkIndex> next = units.next();
    next.ifPresent(this::write);
    return next.isPresent();
  }

  private void write(ChunkIndex index) {
    Region region = writer.array().units().region(index);
    writer.write(index, block -> source.read(region, block));
  }

  @Override
  public void close() {
    writer.close();
  }
}
