package dev.espalier.zarr.internal.read;

import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.shape.Tiling;
import dev.espalier.zarr.internal.array.StoredArray;
import java.util.Optional;

/** How a region is cut for several workers: into units, or parts of shards where these are few. */
final class Pieces {
  /** So that workers that finish early find something left to do. */
  private static final int PER_WORKER = 4;

  private Pieces() {}

  /**
   * Boxes over the whole array, none of which needs a tile that another one needs.
   *
   * @param tiles what can be decoded on its own
   * @return nothing if there is nothing to share among workers
   */
  static Optional<Tiling> of(StoredArray array, Tiling tiles, Region region, int workers) {
    if (workers == 1) {
      return Optional.empty();
    }
    if (!array.units().isEven() || !tiles.isEven()) {
      return Optional.of(array.units());
    }
    Shape piece = array.units().tileShape();
    Tiling pieces = array.units();
    while (isFewerThan(pieces, region, (long) PER_WORKER * workers)) {
      Optional<Shape> smaller = smaller(piece, tiles.tileShape());
      if (smaller.isEmpty()) {
        break;
      }
      piece = smaller.get();
      pieces = Tiling.of(array.spec().shape(), piece);
    }
    return Optional.of(pieces);
  }

  private static boolean isFewerThan(Tiling pieces, Region region, long wanted) {
    long count = 1;
    for (int d = 0; d < region.rank() && count < wanted; d++) {
      long extent = pieces.tileShape().extent(d);
      long touched = (region.end(d) - 1) / extent - region.start(d) / extent + 1;
      count = Math.multiplyExact(count, touched);
    }
    return count < wanted;
  }

  /** A part of a piece that is made of whole tiles, cut along the first dimension that has many. */
  private static Optional<Shape> smaller(Shape piece, Shape tile) {
    for (int d = 0; d < piece.rank(); d++) {
      long tilesAlong = piece.extent(d) / tile.extent(d);
      if (tilesAlong > 1) {
        return Optional.of(piece.with(d, piece.extent(d) / smallestFactor(tilesAlong)));
      }
    }
    return Optional.empty();
  }

  private static long smallestFactor(long number) {
    for (long factor = 2; factor * factor <= number; factor++) {
      if (number % factor == 0) {
        return factor;
      }
    }
    return number;
  }
}
