package dev.espalier.model.data;

import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.DataType;
import java.util.Optional;

/**
 * Where the elements of one array come from, pulled region by region.
 *
 * <p>Implementations are safe for use by several threads at once.
 */
public interface ArraySource {
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

  /** The shape of boxes that are cheap to read, if there is one: chunks, for a chunked array. */
  default Optional<Shape> preferredShape() {
    return Optional.empty();
  }

  /** The elements of a region in a block of their own. */
  default Block read(Region region) {
    Block block = Block.allocate(dataType(), region.shape());
    read(region, block);
    return block;
  }
}
