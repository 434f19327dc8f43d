package dev.espalier.bench.limit;

import dev.espalier.bench.array.ArrayCase;
import java.nio.file.Path;
import java.util.Arrays;

/** Where the files of an array are and what each holds. All extents divide evenly. */
final class Grid {
  private final long[] fileShape;
  private final long[] files;
  private final long[] chunk;
  private final long[] chunks;

  Grid(ArrayCase array) {
    this.chunk = array.chunk().toArray();
    this.fileShape = array.shard().orElse(array.chunk()).toArray();
    this.files = quotient(array.shape().toArray(), fileShape);
    this.chunks = quotient(fileShape, chunk);
  }

  int fileCount() {
    return count(files);
  }

  /** How many chunks a file holds. */
  int chunkCount() {
    return count(chunks);
  }

  long[] fileIndex(int file) {
    return index(file, files);
  }

  /** The name of a file below the array: {@code c/0/1/2}. */
  static Path pathOf(Path array, long[] index) {
    return array.resolve("c/" + index[0] + "/" + index[1] + "/" + index[2]);
  }

  /** Where a chunk of a file starts in the array. */
  long[] start(int file, int chunkInFile) {
    long[] outer = index(file, files);
    long[] inner = index(chunkInFile, chunks);
    long[] start = new long[outer.length];
    for (int d = 0; d < start.length; d++) {
      start[d] = outer[d] * fileShape[d] + inner[d] * chunk[d];
    }
    return start;
  }

  /** The file that holds the chunk that starts somewhere. */
  int fileOf(long[] start) {
    return position(quotient(start, fileShape), files);
  }

  /** Which chunk of its file starts somewhere. */
  int chunkOf(long[] start) {
    long[] within = new long[start.length];
    Arrays.setAll(within, d -> start[d] % fileShape[d] / chunk[d]);
    return position(within, chunks);
  }

  private static long[] quotient(long[] whole, long[] part) {
    long[] result = new long[whole.length];
    Arrays.setAll(result, d -> whole[d] / part[d]);
    return result;
  }

  private static int count(long[] grid) {
    return (int) Arrays.stream(grid).reduce(1, (a, b) -> a * b);
  }

  private static long[] index(int position, long[] grid) {
    long[] index = new long[grid.length];
    long left = position;
    for (int d = grid.length - 1; d >= 0; d--) {
      index[d] = left % grid[d];
      left /= grid[d];
    }
    return index;
  }

  private static int position(long[] index, long[] grid) {
    long position = 0;
    for (int d = 0; d < grid.length; d++) {
      position = position * grid[d] + index[d];
    }
    return (int) position;
  }
}
