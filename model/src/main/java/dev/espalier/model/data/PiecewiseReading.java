package dev.espalier.model.data;

import dev.espalier.model.shape.ChunkIndex;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.shape.Tiling;
import dev.espalier.model.work.Crew;
import dev.espalier.model.work.Execution;
import java.util.Optional;

/**
 * Reads a region by several workers, each of whom fills boxes that no other one touches; for
 * sources that know how they are best cut.
 */
public final class PiecewiseReading implements Crew.Worker {
  private final ArraySource source;
  private final Tiling pieces;
  private final Crew.Handout<ChunkIndex> left;
  private final Region region;
  private final Block into;

  private PiecewiseReading(
      ArraySource source, Tiling pieces, Crew.Handout<ChunkIndex> left, Region region, Block into) {
    this.source = source;
    this.pieces = pieces;
    this.left = left;
    this.region = region;
    this.into = into;
  }

  /**
   * Reads a region, as {@link ArraySource#read(Region, Block, Execution)} does.
   *
   * @param pieces the boxes that workers are handed, over the whole array
   * @param workerBytes how many bytes a worker may come to hold
   */
  public static void read(
      ArraySource source,
      Tiling pieces,
      long workerBytes,
      Region region,
      Block into,
      Execution execution) {
    Crew.Handout<ChunkIndex> left = new Crew.Handout<>(pieces.touching(region));
    Crew.run(
        execution.executor(),
        execution.permits(workerBytes),
        checkpoint -> new PiecewiseReading(source, pieces, left, region, into));
  }

  /** The same for a source that is read best in boxes of one shape. */
  static void read(
      ArraySource source, Shape piece, Region region, Block into, Execution execution) {
    // A piece may be decoded as a whole before the part that is wanted is taken from it.
    long elements = Math.multiplyExact(2, piece.elementCount());
    long size = source.dataType().assumedByteSize();
    Tiling pieces = Tiling.of(source.shape(), piece);
    read(source, pieces, Math.multiplyExact(elements, size), region, into, execution);
  }

  @Override
  public boolean step() {
    Optional<ChunkIndex> next = left.next();
    next.ifPresent(piece -> read(pieces.region(piece).intersect(region).orElseThrow()));
    return next.isPresent();
  }

  private void read(Region part) {
    source.read(part, into, part.placeIn(region, new long[part.rank()]));
  }
}
