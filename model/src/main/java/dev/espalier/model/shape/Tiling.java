package dev.espalier.model.shape;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.LongStream;

/**
 * A box of elements cut into tiles, along each dimension for itself; tiles at the far edges may
 * hang over.
 *
 * @see <a
 *     href="https://zarr-specs.readthedocs.io/en/latest/v3/chunk-grids/regular-grid/index.html">
 *     Zarr v3, regular grids</a>
 */
public final class Tiling {
  private final Shape array;
  private final EdgeLengths[] edges;
  private final Shape tile;
  private final Shape grid;
  private final boolean even;

  private Tiling(Shape array, EdgeLengths[] edges, Shape tile, boolean even) {
    long[] counts = new long[array.rank()];
    for (int d = 0; d < counts.length; d++) {
      counts[d] = edges[d].count(array.extent(d));
    }
    this.array = array;
    this.edges = edges;
    this.tile = tile;
    this.grid = Shape.of(counts);
    this.even = even;
  }

  /**
   * Cuts an array into tiles of one shape.
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
    EdgeLengths[] edges = new EdgeLengths[array.rank()];
    for (int d = 0; d < edges.length; d++) {
      edges[d] = EdgeLengths.repeated(tile.extent(d));
    }
    return new Tiling(array, edges, tile, true);
  }

  /**
   * Cuts an array into tiles whose extents are told for each dimension.
   *
   * @throws IllegalArgumentException if there are more or fewer dimensions than the array has, or
   *     if the tiles do not hold all elements
   */
  public static Tiling of(Shape array, List<EdgeLengths> edges) {
    if (array.rank() != edges.size()) {
      throw new IllegalArgumentException(
          "edge lengths of " + edges.size() + " dimensions, the array has " + array.rank());
    }
    long[] longest = new long[array.rank()];
    boolean even = true;
    for (int d = 0; d < longest.length; d++) {
      EdgeLengths along = edges.get(d);
      if (!along.cover(array.extent(d))) {
        throw new IllegalArgumentException(
            "edge lengths "
                + along
                + " hold less than the "
                + array.extent(d)
                + " elements along"
                + " dimension "
                + d);
      }
      long most = along.lengths(array.extent(d)).max().orElseThrow();
      even &= along.lengths(array.extent(d)).allMatch(length -> length == most);
      longest[d] = most;
    }
    return new Tiling(array, edges.toArray(new EdgeLengths[0]), Shape.of(longest), even);
  }

  /** The shape that is cut. */
  public Shape arrayShape() {
    return array;
  }

  /**
   * The shape of every tile, before clipping; where tiles differ, the largest extent along each
   * dimension.
   */
  public Shape tileShape() {
    return tile;
  }

  /** Whether all tiles have one shape, before clipping. */
  public boolean isEven() {
    return even;
  }

  /**
   * The shape of a tile, before clipping.
   *
   * @throws IndexOutOfBoundsException if there is no such tile
   */
  public Shape tileShape(ChunkIndex index) {
    check(index);
    if (even) {
      return tile;
    }
    long[] extents = new long[edges.length];
    for (int d = 0; d < extents.length; d++) {
      extents[d] = edges[d].length(index.at(d));
    }
    return Shape.of(extents);
  }

  /** The different extents that tiles have along a dimension, before clipping. */
  public LongStream tileExtents(int dimension) {
    return edges[dimension].lengths(array.extent(dimension));
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
    check(index);
    long[] origin = new long[array.rank()];
    long[] extents = new long[array.rank()];
    for (int d = 0; d < origin.length; d++) {
      origin[d] = edges[d].start(index.at(d));
      extents[d] = Math.min(edges[d].length(index.at(d)), array.extent(d) - origin[d]);
    }
    return Region.of(origin, Shape.of(extents));
  }

  /** Where the tile begins that holds a position along a dimension. */
  long startAt(int dimension, long position) {
    return edges[dimension].start(edges[dimension].indexOf(position));
  }

  /** Where the tile ends, before clipping, that holds a position along a dimension. */
  long endAt(int dimension, long position) {
    long index = edges[dimension].indexOf(position);
    return edges[dimension].start(index) + edges[dimension].length(index);
  }

  private void check(ChunkIndex index) {
    boolean holds = index.rank() == grid.rank();
    for (int d = 0; holds && d < grid.rank(); d++) {
      holds = index.at(d) < grid.extent(d);
    }
    if (!holds) {
      throw new IndexOutOfBoundsException("tile " + index + " of a grid of " + grid);
    }
  }

  /** The tile that holds the elements of a region's first corner. */
  public ChunkIndex first(Region region) {
    long[] index = new long[array.rank()];
    for (int d = 0; d < index.length; d++) {
      index[d] = edges[d].indexOf(region.start(d));
    }
    return ChunkIndex.of(index);
  }

  /** Whether a region holds no tile in part, as far as the tile lies in the array. */
  public boolean holdsWholeTiles(Region region) {
    for (int d = 0; d < region.rank(); d++) {
      long end = region.end(d);
      if (!isEdge(d, region.start(d)) || (end != array.extent(d) && !isEdge(d, end))) {
        return false;
      }
    }
    return true;
  }

  /** Whether a tile begins at a place within the array. */
  private boolean isEdge(int dimension, long place) {
    EdgeLengths along = edges[dimension];
    return place == 0 || along.start(along.indexOf(place)) == place;
  }

  /** Whether every tile, before clipping, is made of whole boxes of a shape. */
  public boolean isMadeOf(Shape box) {
    boolean whole = box.rank() == edges.length && !box.isEmpty();
    for (int d = 0; whole && d < edges.length; d++) {
      long extent = box.extent(d);
      whole = tileExtents(d).allMatch(length -> length % extent == 0);
    }
    return whole;
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
        low[d] = edges[d].indexOf(region.start(d));
        high[d] = edges[d].indexOf(region.end(d) - 1);
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
