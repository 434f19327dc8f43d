package dev.espalier.model.shape;

import java.util.List;
import java.util.stream.LongStream;

/**
 * How one dimension of an array is cut: the extents of the tiles along it, in order, in elements.
 *
 * <p>Either one length that is repeated as often as the array needs it, or a list that may hold
 * more than the array needs. A list is kept as runs of equal lengths, however many tiles there are.
 *
 * @see <a
 *     href="https://github.com/zarr-developers/zarr-extensions/tree/main/chunk-grids/rectilinear">
 *     Zarr extensions, rectilinear chunk grids</a>
 */
public abstract sealed class EdgeLengths permits RepeatedLength, ListedLengths {
  EdgeLengths() {}

  /**
   * Equal neighbours in a list of lengths.
   *
   * @param length the extent of each tile, in elements, at least 1
   * @param count how many tiles there are, at least 1
   */
  public record Run(long length, long count) {}

  /**
   * One length, repeated as often as the array needs it.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public static EdgeLengths repeated(long length) {
    return new RepeatedLength(length);
  }

  /**
   * These lengths, one after the other.
   *
   * @throws IllegalArgumentException if one is less than 1
   */
  public static EdgeLengths of(long... lengths) {
    Builder list = list();
    for (long length : lengths) {
      list.add(length, 1);
    }
    return list.build();
  }

  /**
   * The lengths of these runs, which are kept as they are, so that what was read can be written as
   * it was. Otherwise it makes no difference how equal lengths are told.
   *
   * @throws IllegalArgumentException if a length or a count is less than 1
   */
  public static EdgeLengths runs(List<Run> runs) {
    ListedLengths.Runs list = new ListedLengths.Runs();
    runs.forEach(run -> list.addApart(run.length(), run.count()));
    return new ListedLengths(list);
  }

  /** Starts a list of lengths. */
  public static Builder list() {
    return new Builder();
  }

  /** Whether one length is repeated as often as the array needs it. */
  public abstract boolean isRepeated();

  /** The lengths in order; of a repeated length one run, whose count is the largest there is. */
  public abstract List<Run> runs();

  /** Whether the tiles hold so many elements together. */
  public abstract boolean cover(long extent);

  /** How many tiles hold elements of an array of that extent. */
  abstract long count(long extent);

  /** The tile that holds an element. */
  abstract long indexOf(long position);

  /** The first element of a tile. */
  abstract long start(long index);

  /** The extent of a tile. */
  abstract long length(long index);

  /** The extents of the tiles that hold elements of an array, each once; one if there are none. */
  abstract LongStream lengths(long extent);

  /** Collects a list of lengths. */
  public static final class Builder {
    private final ListedLengths.Runs runs = new ListedLengths.Runs();

    Builder() {}

    /**
     * Adds so many tiles of one length, to the last run where it is of that length as well.
     *
     * @throws IllegalArgumentException if length or count is less than 1
     */
    public Builder add(long length, long count) {
      runs.add(length, count);
      return this;
    }

    /** The list. */
    public EdgeLengths build() {
      return new ListedLengths(runs);
    }
  }
}
