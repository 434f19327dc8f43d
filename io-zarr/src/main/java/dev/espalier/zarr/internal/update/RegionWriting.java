package dev.espalier.zarr.internal.update;

import dev.espalier.io.store.Store;
import dev.espalier.model.data.ArraySource;
import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.Block;
import dev.espalier.model.data.BlockBuffer;
import dev.espalier.model.error.RequestException;
import dev.espalier.model.layout.FillChunks;
import dev.espalier.model.shape.ChunkIndex;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.shape.Tiling;
import dev.espalier.model.work.Crew;
import dev.espalier.model.work.Execution;
import dev.espalier.model.work.ProgressListener;
import dev.espalier.zarr.internal.array.StoredArray;
import java.util.Optional;

/** Writes a region of an array, unit by unit; one of several workers. */
final class RegionWriting implements Crew.Worker {
  private final Job job;
  private final Crew.Handout<ChunkIndex> units;
  private final ProgressListener progress;
  private final UnitEditor editor;
  private final BlockBuffer buffer;

  /**
   * What is written.
   *
   * @param array the array as it is, or as it is going to be
   * @param edge the extents within which what is stored counts
   * @param region where the elements go
   * @param elements what is written, in the shape of the region
   */
  record Job(StoredArray array, Shape edge, Region region, ArraySource elements) {
    UnitBox box(ChunkIndex unit) {
      Region whole = Units.whole(array.units(), unit);
      return new UnitBox(whole, edge, array.spec().fillValueOrZero());
    }
  }

  private RegionWriting(
      Job job, Crew.Handout<ChunkIndex> units, ProgressListener progress, UnitEditor editor) {
    this.job = job;
    this.units = units;
    this.progress = progress;
    this.editor = editor;
    this.buffer = new BlockBuffer(job.array().spec().dataType());
  }

  /**
   * Writes a region.
   *
   * @throws RequestException if a unit does not fit the memory; nothing is changed then
   */
  static void run(
      Job job, FillChunks fillChunks, Store store, UnitLocks locks, Execution execution) {
    if (UnitEditor.mayNotFit(job.array(), job.array().units())) {
      try (UnitEditor editor = new UnitEditor(job.array(), fillChunks, store, locks)) {
        checkMemory(job, editor);
      }
    }
    Crew.Handout<ChunkIndex> units = new Crew.Handout<>(job.array().units().touching(job.region()));
    Crew.run(
        execution.executor(),
        execution.permits(UnitEditor.memory(job.array(), job.array().units())),
        checkpoint ->
            new RegionWriting(
                job,
                units,
                execution.progress(),
                new UnitEditor(job.array(), fillChunks, store, locks)));
  }

  private static void checkMemory(Job job, UnitEditor editor) {
    Tiling units = job.array().units();
    for (ChunkIndex unit : units.touching(job.region())) {
      Region inside = units.region(unit);
      Region part = inside.intersect(job.region()).orElseThrow();
      long added = job.array().bytesOf(part.shape());
      editor.checkMemory(unit, units.tileShape(unit), !part.equals(inside), added);
    }
  }

  @Override
  public boolean step() {
    Optional<ChunkIndex> next = units.next();
    next.ifPresent(this::write);
    return next.isPresent();
  }

  private void write(ChunkIndex unit) {
    Tiling tiling = job.array().units();
    Region part = tiling.region(unit).intersect(job.region()).orElseThrow();
    Block block = buffer.ofShape(part.shape());
    job.elements().read(part.relativeTo(job.region()), block);
    editor.edit(unit, tiling.tileShape(unit), new RegionEdit(job.box(unit), part, block));
    if (block instanceof BitsBlock bits) {
      progress.advanced(job.array().path(), bits.length());
    }
  }

  @Override
  public void close() {
    editor.close();
  }
}
