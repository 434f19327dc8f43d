package dev.espalier.hdf5.internal.array;

import dev.espalier.hdf5.internal.file.FileBytes;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.shape.Shape;
import io.jhdf.object.message.DataSpace;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * How far a dataset or an attribute extends.
 *
 * @param shape the present extents, none for a scalar
 * @param greatest the extents up to which each dimension may grow, {@link #UNLIMITED} for no bound
 * @param isNull whether it has no elements by design, not even a shape
 */
public record Extents(Shape shape, List<Long> greatest, boolean isNull) {
  /** The greatest extent of a dimension without bound. */
  static final long UNLIMITED = -1;

  private static final int MOST_DIMENSIONS = 32;
  private static final int NULL_SPACE = 2;

  /** Copies the list. */
  public Extents {
    greatest = List.copyOf(greatest);
  }

  /** The extents that a dataspace message describes. */
  public static Extents parse(ByteBuffer message, FileBytes file) {
    DataSpace space = DataSpace.readDataSpace(message, file.getSuperblock());
    long[] extents = space.getDimensionsAsLong();
    if (extents.length > MOST_DIMENSIONS) {
      throw new CorruptException("a dataspace of " + extents.length + " dimensions");
    }
    long[] greatest = space.getMaxSizes().clone();
    long allSet = file.lengthWidth() == 8 ? -1 : (1L << (8 * file.lengthWidth())) - 1;
    for (int d = 0; d < greatest.length; d++) {
      greatest[d] = greatest[d] == allSet ? UNLIMITED : greatest[d];
    }
    List<Long> bounds = Arrays.stream(greatest).boxed().toList();
    return new Extents(shape(extents), bounds, space.getType() == NULL_SPACE);
  }

  private static Shape shape(long[] extents) {
    Shape shape = Shape.of(extents);
    try {
      shape.elementCount();
    } catch (ArithmeticException e) {
      throw new UnsupportedException("a shape of " + shape + ": more than 2^63 elements", e);
    }
    return shape;
  }
}
