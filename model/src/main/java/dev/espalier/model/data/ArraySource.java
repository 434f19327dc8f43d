package dev.espalier.model.data;

import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Selection;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.shape.Tiling;
import dev.espalier.model.type.DataType;
import dev.espalier.model.work.Execution;
import java.util.Optional;

/**
 * Where the elements of one array come from, pulled region by region.
 *
 * <p>Implementations are safe for use by several threads at once.
 */
public interface ArraySource {
  /** The elements of a block, which is not to be changed while the source is in use. */
  static ArraySource of(Block block) {
    return new BlockSource(block);
  }

  /** The type of the elements. */
  DataType dataType();

  /** The extents of the array. */
  Shape shape();

  /**
   * Fills a block with the elements of a region.
   *
   * @param region a box within {@link #shape}
   * @param into a block of {@link #dataType} and of the region's shape; it stays the caller's, and
   *     every element of it is set
   */
  void read(Region region, Block into);

  /**
   * Fills a box of a block with the elements of a region; the rest of the block stays as it is.
   * Several threads may do so at once for boxes of one block that do not overlap.
   *
   * @param region a box within {@link #shape}
   * @param into a block of {@link #dataType}; it stays the caller's
   * @param at where the box starts in it, one number for each dimension
   * @throws IndexOutOfBoundsException if the box leaves the block
   */
  default void read(Region region, Block into, long... at) {
    if (region.shape().equals(into.shape())) {
      read(region, into);
    } else {
      into.copyFrom(read(region), Region.all(region.shape()), at);
    }
  }

  /**
   * Fills a block with the elements of a region, by as many workers as there may be.
   *
   * @param region a box within {@link #shape}
   * @param into a block of {@link #dataType} and of the region's shape; it stays the caller's, and
   *     every element of it is set
   * @param execution which threads do the work, and how much memory it may take
   * @throws dev.espalier.model.error.CancelledException if a worker was interrupted
   */
  default void read(Region region, Block into, Execution execution) {
    if (!into.shape().equals(region.shape())) {
      throw new IllegalArgumentException(
          "a block of shape " + into.shape() + " for a region of shape " + region.shape());
    }
    Optional<Shape> piece = preferredShape().filter(shape -> !region.shape().isEmpty());
    if (piece.isEmpty()) {
      read(region, into);
      return;
    }
    PiecewiseReading.read(this, piece.get(), region, into, execution);
  }

  /**
   * Fills a block with selected elements, by as many workers as there may be. Only tiles that hold
   * some are read, by each worker one at a time.
   *
   * @param selection which elements of {@link #shape}
   * @param into a block of {@link #dataType} and of the selection's shape; it stays the caller's,
   *     and every element of it is set
   * @param execution which threads do the work, and how much memory it may take
   * @throws dev.espalier.model.error.CancelledException if a worker was interrupted
   */
  default void read(Selection selection, Block into, Execution execution) {
    SelectionReading.read(this, selection, into, execution);
  }

  /** Selected elements in a block of their own. */
  default Block read(Selection selection) {
    Block block = Block.allocate(dataType(), selection.shape());
    read(selection, block, Execution.onCallingThread());
    return block;
  }

  /** The shape of boxes that are cheap to read, if there is one: chunks, for a chunked array. */
  default Optional<Shape> preferredShape() {
    return Optional.empty();
  }

  /** The boxes that are cheap to read, if there are any; they need not all have one shape. */
  default Optional<Tiling> preferredTiling() {
    return preferredShape().map(shape -> Tiling.of(shape(), shape));
  }

  /** The elements of a region in a block of their own. */
  default Block read(Region region) {
    Block block = Block.allocate(dataType(), region.shape());
    read(region, block);
    return block;
  }
}
