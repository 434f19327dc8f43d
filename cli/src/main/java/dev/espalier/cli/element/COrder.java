package dev.espalier.cli.element;

import dev.espalier.model.data.ArraySource;
import dev.espalier.model.data.Block;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import java.util.function.Consumer;

/**
 * Reads the elements of a box in C order, in pieces that fit into memory.
 *
 * <p>A piece is a run of whole rows (or planes, or volumes). Chunks that are higher than a piece
 * are read once for each piece that they touch.
 */
public final class COrder {
  private final ArraySource source;
  private final long memoryBytes;
  private final Consumer<Block> pieces;

  private COrder(ArraySource source, long memoryBytes, Consumer<Block> pieces) {
    this.source = source;
    this.memoryBytes = memoryBytes;
    this.pieces = pieces;
  }

  /**
   * Reads the elements of a box.
   *
   * @param memoryBytes how many bytes a piece may take; a single element is read in any case
   * @param pieces is given the elements, piece by piece
   */
  public static void read(
      ArraySource source, Region box, long memoryBytes, Consumer<Block> pieces) {
    if (!box.shape().isEmpty()) {
      new COrder(source, Math.max(1, memoryBytes), pieces).read(box, 0);
    }
  }

  /** Reads a box whose extents before a dimension are all 1. */
  private void read(Region box, int dimension) {
    if (dimension == box.rank()) {
      pieces.accept(source.read(box));
      return;
    }
    long start = box.start(dimension);
    long bytesOfOne = bytes(box.shape().with(dimension, 1));
    long step = step(box, dimension, Math.max(1, memoryBytes / bytesOfOne));
    while (start < box.end(dimension)) {
      long end = Math.min(box.end(dimension), nextStop(start, step));
      Region piece = slab(box, dimension, start, end);
      if (bytesOfOne <= memoryBytes) {
        pieces.accept(source.read(piece));
      } else {
        read(piece, dimension + 1);
      }
      start = end;
    }
  }

  /** How far a piece may reach: a multiple of the source's chunks, if one fits. */
  private long step(Region box, int dimension, long fitting) {
    if (bytes(box.shape().with(dimension, 1)) > memoryBytes) {
      return 1;
    }
    long chunk = source.preferredShape().map(shape -> shape.extent(dimension)).orElse(1L);
    return chunk <= 1 || chunk > fitting ? fitting : fitting / chunk * chunk;
  }

  private static long nextStop(long start, long step) {
    long past = start / step;
    return past >= Long.MAX_VALUE / step - 1 ? Long.MAX_VALUE : (past + 1) * step;
  }

  private static Region slab(Region box, int dimension, long start, long end) {
    long[] origin = new long[box.rank()];
    for (int d = 0; d < origin.length; d++) {
      origin[d] = d == dimension ? start : box.start(d);
    }
    return Region.of(origin, box.shape().with(dimension, end - start));
  }

  private long bytes(Shape shape) {
    long bytes = source.dataType().assumedByteSize();
    for (int d = 0; d < shape.rank(); d++) {
      bytes = shape.extent(d) > Long.MAX_VALUE / bytes ? Long.MAX_VALUE : bytes * shape.extent(d);
    }
    return bytes;
  }
}
