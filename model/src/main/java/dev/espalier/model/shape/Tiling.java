package dev.espalier.model.shape;

import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * A box of elements cut into tiles of one shape; tiles at the far edges may hang over.
 *
 * @see <a
 *     href="https://zarr-specs.readthedocs.io/en/latest/v3/chunk-grids/regular-grid/index.html">
 *     Zarr v3, regular grids</a>
 */
public final class Tiling {
  private final Shape array;
  private final Shape tile;
  private final Shape grid;

  private Tiling(Shape array, Shape tile, Shape grid) {
    this.array = array;
    this.tile = tile;
    this.grid = grid;
  }

  /**
   * Cuts an array into tiles.
   *
   * @throws IllegalArgumentException if the ranks differ or a tile extent is 0
   */
  public static Tiling of(Shape array, Shape tile) {
    if (array.rank() != tile.rank()) {
      throw new IllegalArgumentException(
          "tile shape " + tile + " has " + tile.rank() + " dimensions, the array " + array.rank());
    }
    if (tile.isEmpty()) {
      throw new IllegalArgumentException("tile shape " + tile + " has an extent of 0");
    }
    long[] counts = new long[array.rank()];
    for (int d = 0; d < counts.length; d++) {
      long extent = array.extent(d);
      counts[d] = extent == 0 ? 0 : (extent - 1) / tile.extent(d) + 1;
    }
    return new Tiling(array, tile, Shape.of(counts));
  }

  /** The shape that is cut. */
  public Shape arrayShape() {
    return array;
  }

  /** The shape of every tile, before clipping. */
  public Shape tileShape() {
    return tile;
  }

  /** How many tiles there are along each dimension. */
  public Shape gridShape() {
    return grid;
  }

  /**
   * How many tiles there are.
   *
   * @throws ArithmeticException if that does not fit 63 bits
   */
  public long count() {
    return grid.elementCount();
  }

  /**
   * The elements of a tile, clipped at the edges of the array.
   *
   * @throws IndexOutOfBoundsException if there is no such tile
   */
  public Region region(ChunkIndex index) {
    if (!holds(index)) {
      throw new IndexOutOfBoundsException("tile " + index + " of a grid of " + grid);
    }
    long[] origin = new long[array.rank()];
    long[] extents = new long[array.rank()];
    for (int d = 0; d < origin.length; d++) {
      origin[d] = index.at(d) * tile.extent(d);
      extents[d] = Math.min(tile.extent(d), array.extent(d) - origin[d]);
    }
    return Region.of(origin, Shape.of(extents));
  }

  private boolean holds(ChunkIndex index) {
    boolean holds = index.rank() == grid.rank();
    for (int d = 0; holds && d < grid.rank(); d++) {
      holds = index.at(d) < grid.extent(d);
    }
    return holds;
  }

  /** The tile that holds the elements of a region's first corner. */
  public ChunkIndex first(Region region) {
    long[] index = new long[array.rank()];
    for (int d = 0; d < index.length; d++) {
      index[d] = region.start(d) / tile.extent(d);
    }
    return ChunkIndex.of(index);
  }

  /** All tiles in C order, one at a time. */
  public Iterable<ChunkIndex> all() {
    return touching(Region.all(array));
  }

  /** The tiles that hold elements of a region, in C order, one at a time. */
  public Iterable<ChunkIndex> touching(Region region) {
    return () -> new Walk(region);
  }

  private final class Walk implements Iterator<ChunkIndex> {
    private final long[] low = new long[array.rank()];
    private final long[] high = new long[array.rank()];
    private final long[] next = new long[array.rank()];
    private boolean more;

    Walk(Region region) {
      more = !region.shape().isEmpty();
      for (int d = 0; d < low.length && more; d++) {
        low[d] = region.start(d) / tile.extent(d);
        high[d] = (region.end(d) - 1) / tile.extent(d);
        next[d] = low[d];
      }
    }

    @Override
    public boolean hasNext() {
      return more;
    }

    @Override
    public ChunkIndex next() {
      if (!more) {
        throw new NoSuchElementException();
      }
      ChunkIndex index = ChunkIndex.of(next);
      advance();
      return index;
    }

    private void advance() {
      for (int d = next.length - 1; d >= 0; d--) {
        if (next[d] < high[d]) {
          next[d]++;
          return;
        }
        next[d] = low[d];
      }
      more = false;
    }
  }
}
