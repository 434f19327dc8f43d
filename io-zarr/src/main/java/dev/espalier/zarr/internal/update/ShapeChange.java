package dev.espalier.zarr.internal.update;

import dev.espalier.io.store.Store;
import dev.espalier.model.error.RequestException;
import dev.espalier.model.layout.FillChunks;
import dev.espalier.model.shape.ChunkIndex;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.shape.Tiling;
import dev.espalier.model.work.Crew;
import dev.espalier.model.work.Execution;
import dev.espalier.zarr.internal.array.StoredArray;
import dev.espalier.zarr.internal.array.StoredUnits;
import dev.espalier.zarr.metadata.SpelledLayout;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An array on its way from one shape to another.
 *
 * <p>Before the metadata change, {@link #uncover} removes what is stored between the older edge and
 * the newer one: it would come to light otherwise, and nobody can see that it goes. After they have
 * changed, {@link #cut} removes what ceases to be. A crash before the metadata leaves the older
 * array, a crash after them the newer one, with the right elements; what is left beyond its edge
 * then is removed by whoever lets it grow.
 *
 * <p>Chunks at an edge that stays are not looked at, whatever they hold beyond it.
 */
final class ShapeChange {
  private final StoredArray array;
  private final Shape before;
  private final Shape after;

  /** The grid of an array that holds both shapes. */
  private final Tiling units;

  private final Store store;
  private final FillChunks fillChunks;
  private final UnitLocks locks;

  /**
   * A change that has not begun.
   *
   * @param before the extents of the array as it was
   * @param array the array as it shall be
   */
  ShapeChange(
      Shape before, StoredArray array, Store store, FillChunks fillChunks, UnitLocks locks) {
    this.array = array;
    this.before = before;
    this.after = array.spec().shape();
    this.store = store;
    this.fillChunks = fillChunks;
    this.locks = locks;
    Shape both = before;
    for (int d = 0; d < both.rank(); d++) {
      both = both.with(d, Math.max(both.extent(d), after.extent(d)));
    }
    this.units = SpelledLayout.of(array.spec().layout()).grid().tiling(both).orElseThrow();
  }

  /**
   * Refuses units that would be edited and do not fit the memory.
   *
   * @throws RequestException if there is one
   */
  void checkMemory() {
    if (UnitEditor.mayNotFit(array, units)) {
      checkMemory(before, after);
      checkMemory(after, before);
    }
  }

  private void checkMemory(Shape edge, Shape within) {
    if (Region.all(within).fitsIn(edge)) {
      return;
    }
    try (Stream<ChunkIndex> stored = new StoredUnits(store, array).all();
        UnitEditor editor = new UnitEditor(array, fillChunks, store, locks)) {
      stored
          .filter(unit -> overhang(unit, edge, within).isPresent())
          .forEach(unit -> editor.checkMemory(unit, units.tileShape(unit), true, 0));
    }
  }

  /** What is to be done to a unit that the edge runs through. */
  private Optional<OverhangEdit> overhang(ChunkIndex unit, Shape edge, Shape within) {
    if (isBeyond(unit, edge)) {
      return Optional.empty();
    }
    Region whole = Units.whole(units, unit);
    UnitBox box = new UnitBox(whole, edge, array.spec().fillValueOrZero());
    OverhangEdit overhang = new OverhangEdit(box, within);
    return Optional.of(overhang).filter(edit -> edit.touches(Region.all(whole.shape())));
  }

  private boolean isBeyond(ChunkIndex unit, Shape edge) {
    return !Units.hold(units, unit)
        || Units.whole(units, unit).intersect(Region.all(edge)).isEmpty();
  }

  /** Removes what would come to light. */
  void uncover(Execution execution) {
    clear(before, after, execution);
  }

  /** Removes what ceases to be. */
  void cut(Execution execution) {
    clear(after, before, execution);
  }

  /**
   * Removes what is stored beyond an edge.
   *
   * @param edge the extents within which elements stay
   * @param within the extents within which others are or were read
   */
  @SuppressWarnings("StreamToIterable") // a handout goes through its series once
  private void clear(Shape edge, Shape within, Execution execution) {
    if (Region.all(within).fitsIn(edge)) {
      return;
    }
    try (Stream<ChunkIndex> stored = new StoredUnits(store, array).all()) {
      Crew.Handout<ChunkIndex> left = new Crew.Handout<>(stored::iterator);
      Crew.run(
          execution.executor(),
          execution.permits(UnitEditor.memory(array, units)),
          checkpoint -> new Clearing(left, edge, within));
    }
  }

  /** Clears units; one of several workers. */
  private final class Clearing implements Crew.Worker {
    private final Crew.Handout<ChunkIndex> left;
    private final Shape edge;
    private final Shape within;
    private final UnitEditor editor = new UnitEditor(array, fillChunks, store, locks);

    Clearing(Crew.Handout<ChunkIndex> left, Shape edge, Shape within) {
      this.left = left;
      this.edge = edge;
      this.within = within;
    }

    @Override
    public boolean step() {
      Optional<ChunkIndex> next = left.next();
      next.ifPresent(this::clear);
      return next.isPresent();
    }

    private void clear(ChunkIndex unit) {
      if (isBeyond(unit, edge)) {
        store.erase(array.key(unit));
        return;
      }
      overhang(unit, edge, within)
          .ifPresent(edit -> editor.edit(unit, units.tileShape(unit), edit));
    }

    @Override
    public void close() {
      editor.close();
    }
  }
}
