package dev.espalier.model.shape;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Lengths in a list, as runs of equal ones; a tile is found by looking for its run.
 *
 * <p>Sums stop at the largest number there is: what lies beyond is beyond every array.
 */
final class ListedLengths extends EdgeLengths {
  private static final int MOST_SHOWN = 8;

  /** The length of the tiles of each run. */
  private final long[] lengths;

  /** How many tiles each run has. */
  private final long[] counts;

  /** How many tiles there are before each run, and after the last one in all. */
  private final long[] tiles;

  /** How many elements there are before each run, and after the last one in all. */
  private final long[] elements;

  ListedLengths(Runs runs) {
    this.lengths = Arrays.copyOf(runs.lengths, runs.size);
    this.counts = Arrays.copyOf(runs.counts, runs.size);
    this.tiles = new long[runs.size + 1];
    this.elements = new long[runs.size + 1];
    for (int r = 0; r < runs.size; r++) {
      tiles[r + 1] = sum(tiles[r], runs.counts[r]);
      elements[r + 1] = sum(elements[r], product(lengths[r], runs.counts[r]));
    }
  }

  @Override
  public boolean isRepeated() {
    return false;
  }

  @Override
  public List<Run> runs() {
    return new AbstractList<>() {
      @Override
      public Run get(int run) {
        return new Run(lengths[run], counts[run]);
      }

      @Override
      public int size() {
        return lengths.length;
      }
    };
  }

  @Override
  public boolean cover(long extent) {
    return elements[lengths.length] >= extent;
  }

  @Override
  long count(long extent) {
    return extent == 0 ? 0 : indexOf(extent - 1) + 1;
  }

  @Override
  long indexOf(long position) {
    int run = find(elements, position);
    return tiles[run] + (position - elements[run]) / lengths[run];
  }

  @Override
  long start(long index) {
    int run = find(tiles, index);
    return elements[run] + (index - tiles[run]) * lengths[run];
  }

  @Override
  long length(long index) {
    return lengths[find(tiles, index)];
  }

  @Override
  LongStream lengths(long extent) {
    if (extent == 0) {
      return LongStream.of(lengths.length == 0 ? 1 : lengths[0]);
    }
    return Arrays.stream(lengths).limit(find(elements, extent - 1) + 1L).distinct();
  }

  /** The last run that begins at or before a place. */
  private int find(long[] starts, long place) {
    int low = 0;
    int high = lengths.length - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (starts[middle] <= place) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  private static long sum(long a, long b) {
    return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
  }

  private static long product(long a, long b) {
    return a > Long.MAX_VALUE / b ? Long.MAX_VALUE : a * b;
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof ListedLengths that)) {
      return false;
    }
    int mine = 0;
    int theirs = 0;
    while (mine < lengths.length && theirs < that.lengths.length) {
      int myEnd = endOfEqual(mine);
      int theirEnd = that.endOfEqual(theirs);
      if (lengths[mine] != that.lengths[theirs]
          || countOf(mine, myEnd) != that.countOf(theirs, theirEnd)) {
        return false;
      }
      mine = myEnd;
      theirs = theirEnd;
    }
    return mine == lengths.length && theirs == that.lengths.length;
  }

  @Override
  public int hashCode() {
    int hash = 0;
    for (int run = 0; run < lengths.length; ) {
      int end = endOfEqual(run);
      hash = 31 * (31 * hash + Long.hashCode(lengths[run])) + Long.hashCode(countOf(run, end));
      run = end;
    }
    return hash;
  }

  /** The first run after one that is of another length. */
  private int endOfEqual(int run) {
    int end = run + 1;
    while (end < lengths.length && lengths[end] == lengths[run]) {
      end++;
    }
    return end;
  }

  private long countOf(int run, int end) {
    long count = 0;
    for (int r = run; r < end; r++) {
      count = sum(count, counts[r]);
    }
    return count;
  }

  /** The lengths as {@code (3*2+7)}: three twice, then seven. */
  @Override
  public String toString() {
    String shown =
        runs().stream()
            .limit(MOST_SHOWN)
            .map(run -> run.count() == 1 ? "" + run.length() : run.length() + "*" + run.count())
            .collect(Collectors.joining("+"));
    return "(" + shown + (lengths.length > MOST_SHOWN ? "+..." : "") + ")";
  }

  /** Runs on their way into a list. */
  static final class Runs {
    private long[] lengths = new long[4];
    private long[] counts = new long[4];
    private int size;

    /** Adds tiles to the last run where it is of their length, else as a run of their own. */
    void add(long length, long count) {
      if (count > 0 && size > 0 && lengths[size - 1] == length) {
        counts[size - 1] = sum(counts[size - 1], count);
      } else {
        addApart(length, count);
      }
    }

    void addApart(long length, long count) {
      if (length < 1) {
        throw new IllegalArgumentException("edge length " + length + "; each is at least 1");
      }
      if (count < 1) {
        throw new IllegalArgumentException(count + " times edge length " + length);
      }
      if (size == lengths.length) {
        lengths = Arrays.copyOf(lengths, 2 * size);
        counts = Arrays.copyOf(counts, 2 * size);
      }
      lengths[size] = length;
      counts[size] = count;
      size++;
    }
  }
}
