package dev.espalier.zarr.codec;

import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.fill.FillValue;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.DataType;

/**
 * What a codec has to know about a chunk before it sees one.
 *
 * @param type the type of the elements
 * @param shape the extents of the chunk, in elements, each at least 1
 * @param fill the value of elements that are not stored
 * @see <a href="https://zarr-specs.readthedocs.io/en/latest/v3/core/index.html#codecs">Zarr v3,
 *     codecs</a>
 */
public record ChunkRepresentation(DataType type, Shape shape, FillValue fill) {
  /**
   * Checks that the fill value is of the type, and that the chunk has elements.
   *
   * @throws UnsupportedException if it has more than 63 bits count
   */
  public ChunkRepresentation {
    if (!fill.fits(type)) {
      throw new IllegalArgumentException(
          "fill value " + fill.toJson() + " for chunks of data type " + type);
    }
    if (shape.isEmpty()) {
      throw new IllegalArgumentException("chunk shape " + shape + " has an extent of 0");
    }
    try {
      shape.elementCount();
    } catch (ArithmeticException e) {
      throw new UnsupportedException(
          "a chunk of shape " + shape + " has more than 2^63-1 elements; use smaller chunks", e);
    }
  }

  /** The same elements in another shape. */
  public ChunkRepresentation withShape(Shape other) {
    return new ChunkRepresentation(type, other, fill);
  }
}
