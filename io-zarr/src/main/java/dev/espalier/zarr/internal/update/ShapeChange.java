package dev.espalier.zarr.internal.update;

import dev.espalier.io.store.Store;
import dev.espalier.model.error.CancelledException;
import dev.espalier.model.layout.FillChunks;
import dev.espalier.model.shape.ChunkIndex;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.shape.Tiling;
import dev.espalier.zarr.internal.array.StoredArray;
import dev.espalier.zarr.internal.array.StoredUnits;
import dev.espalier.zarr.metadata.SpelledLayout;
import java.util.stream.Stream;

/**
 * An array on its way from one shape to another.
 *
 * <p>Before the metadata change, {@link #clear} removes what is stored beyond the older edge: it
 * would come to light otherwise, and nobody can see that it goes. After they have changed, it
 * removes what is stored beyond the newer one. A crash before the metadata leaves the older array,
 * a crash after them the newer one, with the right elements; what is left beyond its edge then is
 * removed by whoever lets it grow.
 *
 * @param before the array as it was
 * @param after the array as it shall be
 */
record ShapeChange(StoredArray before, StoredArray after) {
  /**
   * Removes what is stored beyond an edge.
   *
   * @param edge the extents within which elements stay
   */
  void clear(Shape edge, Store store, FillChunks fillChunks, UnitLocks locks) {
    Tiling units = unitsOfBoth();
    try (UnitEditor editor = new UnitEditor(after, fillChunks, store, locks);
        Stream<ChunkIndex> stored = new StoredUnits(store, after).all()) {
      stored.forEach(unit -> clear(unit, units, edge, store, editor));
    }
  }

  private void clear(ChunkIndex unit, Tiling units, Shape edge, Store store, UnitEditor editor) {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancelledException(
          store.name() + ": changing the shape of " + after.path() + " was interrupted");
    }
    if (!Units.hold(units, unit)) {
      store.erase(after.key(unit));
      return;
    }
    Region whole = Units.whole(units, unit);
    if (whole.intersect(Region.all(edge)).isEmpty()) {
      store.erase(after.key(unit));
    } else if (!whole.fitsIn(edge)) {
      UnitBox box = new UnitBox(whole, edge, after.spec().fillValueOrZero());
      editor.edit(unit, whole.shape(), new OverhangEdit(box));
    }
  }

  /** The grid of an array that holds both shapes. */
  private Tiling unitsOfBoth() {
    Shape both = before.spec().shape();
    for (int d = 0; d < both.rank(); d++) {
      both = both.with(d, Math.max(both.extent(d), after.spec().shape().extent(d)));
    }
    return SpelledLayout.of(after.spec().layout()).grid().tiling(both).orElseThrow();
  }
}
