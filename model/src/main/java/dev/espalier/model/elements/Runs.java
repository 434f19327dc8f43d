package dev.espalier.model.elements;

import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import java.util.function.Consumer;

/** Boxes whose elements follow each other in C order. */
final class Runs {
  private static final long MOST_ELEMENTS = 1 << 20;

  private Runs() {}

  /** Whether the elements of a box follow each other without a gap. */
  static boolean isRun(Region region, Shape array) {
    boolean whole = true;
    for (int d = region.rank() - 1; d >= 0; d--) {
      if (!whole && region.shape().extent(d) != 1) {
        return false;
      }
      whole = whole && region.shape().extent(d) == array.extent(d);
    }
    return true;
  }

  /** How many elements of the array come before those of a box. */
  static long offset(Region region, Shape array) {
    long offset = 0;
    for (int d = 0; d < region.rank(); d++) {
      offset = Math.addExact(Math.multiplyExact(offset, array.extent(d)), region.start(d));
    }
    return offset;
  }

  /** Cuts an array into runs of a moderate size, in C order. */
  static void forEach(Shape array, Consumer<Region> visitor) {
    if (!array.isEmpty()) {
      cut(array, new long[array.rank()], 0, visitor);
    }
  }

  private static void cut(Shape array, long[] origin, int dimension, Consumer<Region> visitor) {
    long below = 1;
    for (int d = dimension + 1; d < array.rank(); d++) {
      below = Math.multiplyExact(below, array.extent(d));
    }
    if (dimension == array.rank()) {
      visitor.accept(Region.of(origin, box(array, dimension, 1)));
      return;
    }
    if (below > MOST_ELEMENTS) {
      for (long i = 0; i < array.extent(dimension); i++) {
        origin[dimension] = i;
        cut(array, origin, dimension + 1, visitor);
      }
      origin[dimension] = 0;
      return;
    }
    long step = Math.max(1, MOST_ELEMENTS / below);
    for (long i = 0; i < array.extent(dimension); i += step) {
      origin[dimension] = i;
      long extent = Math.min(step, array.extent(dimension) - i);
      visitor.accept(Region.of(origin, box(array, dimension, extent)));
    }
    origin[dimension] = 0;
  }

  /** One element along the dimensions before, some along this one, all along those after. */
  private static Shape box(Shape array, int dimension, long extent) {
    long[] extents = array.toArray();
    for (int d = 0; d < Math.min(dimension, extents.length); d++) {
      extents[d] = 1;
    }
    if (dimension < extents.length) {
      extents[dimension] = extent;
    }
    return Shape.of(extents);
  }
}
