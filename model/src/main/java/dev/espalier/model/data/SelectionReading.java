package dev.espalier.model.data;

import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.SelectedPart;
import dev.espalier.model.shape.Selection;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.shape.Tiling;
import dev.espalier.model.work.Crew;
import dev.espalier.model.work.Execution;
import java.util.Optional;

/** Reads selected elements tile by tile; one of several workers, each with memory for one tile. */
final class SelectionReading implements Crew.Worker {
  /** How much is read at a time from a source that has no tiles of its own. */
  private static final long PIECE_BYTES = 4L << 20;

  private final ArraySource source;
  private final Crew.Handout<SelectedPart> left;
  private final Block into;
  private final BlockBuffer buffer;

  private SelectionReading(ArraySource source, Crew.Handout<SelectedPart> left, Block into) {
    this.source = source;
    this.left = left;
    this.into = into;
    this.buffer = new BlockBuffer(source.dataType());
  }

  static void read(ArraySource source, Selection selection, Block into, Execution execution) {
    if (!selection.arrayShape().equals(source.shape())) {
      throw new IllegalArgumentException(
          "a selection of an array of shape "
              + selection.arrayShape()
              + " from one of shape "
              + source.shape());
    }
    if (!selection.shape().equals(into.shape())) {
      throw new IllegalArgumentException(
          "a block of shape " + into.shape() + " for a selection of shape " + selection.shape());
    }
    Block whole = into.withShape(selection.counts());
    if (selection.counts().isEmpty()) {
      return;
    }
    if (selection.isBox()) {
      source.read(selection.bounds(), whole, execution);
      return;
    }
    long size = source.dataType().assumedByteSize();
    Tiling tiles =
        source
            .preferredTiling()
            .map(own -> joined(own, selection, size))
            .orElseGet(() -> pieces(source.shape(), size));
    // A tile is decoded before what is selected is taken from it.
    long bytes = Math.multiplyExact(2 * size, tiles.tileShape().elementCount());
    Crew.Handout<SelectedPart> left = new Crew.Handout<>(selection.by(tiles));
    Crew.run(
        execution.executor(),
        execution.permits(bytes),
        checkpoint -> new SelectionReading(source, left, whole));
  }

  /**
   * Tiles that are read in one go: as many as fit the memory, where each holds something of the
   * selection.
   */
  private static Tiling joined(Tiling tiles, Selection selection, long size) {
    if (!tiles.isEven()) {
      return tiles;
    }
    Shape tile = tiles.tileShape();
    long room = Math.max(1, PIECE_BYTES / size / tile.elementCount());
    long[] extents = tile.toArray();
    for (int d = extents.length - 1; d >= 0 && room > 1; d--) {
      if (Math.abs(selection.step(d)) > extents[d]) {
        break;
      }
      long count = Math.max(1, Math.min(room, tiles.gridShape().extent(d)));
      extents[d] *= count;
      room /= count;
    }
    return Tiling.of(tiles.arrayShape(), Shape.of(extents));
  }

  /** Boxes as long as memory allows along the dimensions that lie closest together. */
  private static Tiling pieces(Shape array, long size) {
    long room = Math.max(1, PIECE_BYTES / size);
    long[] extents = new long[array.rank()];
    for (int d = extents.length - 1; d >= 0; d--) {
      extents[d] = Math.max(1, Math.min(room, array.extent(d)));
      room = Math.max(1, room / extents[d]);
    }
    return Tiling.of(array, Shape.of(extents));
  }

  @Override
  public boolean step() {
    Optional<SelectedPart> next = left.next();
    next.ifPresent(this::read);
    return next.isPresent();
  }

  private void read(SelectedPart part) {
    Selection selection = part.selection();
    Region bounds = selection.bounds();
    if (selection.isBox()) {
      source.read(bounds, into, part.at());
      return;
    }
    Block block = buffer.ofShape(bounds.shape());
    source.read(bounds, block);
    into.copyFrom(block, selection.withinBounds(), part.at());
  }
}
