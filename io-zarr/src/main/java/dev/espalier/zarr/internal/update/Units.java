package dev.espalier.zarr.internal.update;

import dev.espalier.model.shape.ChunkIndex;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.shape.Tiling;

/** Where units are before they are clipped. */
final class Units {
  private Units() {}

  /** A unit as a box of the array, of which it may hang over. */
  static Region whole(Tiling units, ChunkIndex unit) {
    Region inside = units.region(unit);
    long[] origin = new long[inside.rank()];
    for (int d = 0; d < origin.length; d++) {
      origin[d] = inside.start(d);
    }
    return Region.of(origin, units.tileShape(unit));
  }

  /** Whether an index is that of a unit of a grid. */
  static boolean hold(Tiling units, ChunkIndex index) {
    Shape grid = units.gridShape();
    for (int d = 0; d < grid.rank(); d++) {
      if (index.at(d) >= grid.extent(d)) {
        return false;
      }
    }
    return true;
  }
}
