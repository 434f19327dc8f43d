package dev.espalier.zarr.internal.write;

import dev.espalier.model.data.Block;
import dev.espalier.model.shape.ChunkIndex;
import dev.espalier.model.shape.Region;
import dev.espalier.model.work.Crew;
import dev.espalier.zarr.internal.array.StoredArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Writes units of a cascade's last array, and all units above that they are computed from. */
final class CascadeWorker implements Crew.Worker {
  private final Cascade cascade;
  private final Crew.Handout<ChunkIndex> units;
  private final Runnable checkpoint;
  private final boolean writesParts;
  private final List<UnitWriter> writers = new ArrayList<>();

  CascadeWorker(
      Cascade cascade,
      Crew.Handout<ChunkIndex> units,
      Function<StoredArray, UnitWriter> makeWriter,
      Runnable checkpoint) {
    this.cascade = cascade;
    this.units = units;
    this.checkpoint = checkpoint;
    this.writesParts = cascade.writesParts();
    for (Cascade.Level level : cascade.levels()) {
      writers.add(makeWriter.apply(level.array()));
    }
  }

  @Override
  public boolean step() {
    Optional<ChunkIndex> next = units.next();
    next.ifPresent(this::write);
    return next.isPresent();
  }

  private void write(ChunkIndex unit) {
    if (writesParts) {
      writers.get(0).writeParts(unit, cascade.supply().source());
    } else {
      write(writers.size() - 1, unit);
    }
  }

  /** Writes a unit of a level; the block with its elements is good until the level's next unit. */
  private Block write(int level, ChunkIndex unit) {
    checkpoint.run();
    UnitWriter writer = writers.get(level);
    Region region = writer.array().units().region(unit);
    Optional<Cascade.Derivation> derivation = cascade.levels().get(level).derivation();
    if (derivation.isEmpty()) {
      return writer.write(unit, block -> cascade.supply().source().read(region, block));
    }
    return writer.write(unit, block -> derive(level, derivation.get(), unit, region, block));
  }

  private void derive(
      int level, Cascade.Derivation derivation, ChunkIndex unit, Region region, Block block) {
    for (ChunkIndex input : derivation.step().inputs(unit)) {
      Block from = write(level - 1, input);
      Region output = derivation.step().output(input);
      if (output.equals(region)) {
        derivation.operation().apply(from, block);
      } else {
        Block part = writers.get(level).part(output.shape());
        derivation.operation().apply(from, part);
        long[] place = output.placeIn(region, new long[output.rank()]);
        block.copyFrom(part, Region.all(output.shape()), place);
      }
    }
  }

  @Override
  public void close() {
    writers.forEach(UnitWriter::close);
  }
}
