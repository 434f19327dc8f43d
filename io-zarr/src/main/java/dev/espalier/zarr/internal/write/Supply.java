package dev.espalier.zarr.internal.write;

import dev.espalier.model.data.ArraySource;
import dev.espalier.model.data.DerivedSource;
import dev.espalier.model.shape.Shape;

/**
 * Where the elements of an array come from, and what that takes.
 *
 * @param source the elements
 * @param memoryBytes how many bytes reading them takes at a time beside the block that is filled
 */
record Supply(ArraySource source, long memoryBytes) {
  /** What a box takes: what is stored of it, the box, and once more where a part is wanted. */
  private static final int FORMS = 3;

  /** Beyond what any memory is, and far from where sums overflow. */
  private static final long TOO_MUCH = Long.MAX_VALUE / 8;

  /** The elements of a source, which may have to decode boxes of its own. */
  static Supply of(ArraySource source) {
    return new Supply(source, decoding(source));
  }

  /** What is computed from another source. */
  static Supply of(DerivedSource derived, ArraySource input) {
    return new Supply(derived, derived.pieceBytes() + decoding(input));
  }

  /** The shapes are those of somebody's metadata, which may say anything. */
  private static long decoding(ArraySource source) {
    long element = (long) FORMS * source.dataType().assumedByteSize();
    return source.preferredShape().map(box -> product(element, box)).orElse(0L);
  }

  private static long product(long element, Shape box) {
    long bytes = element;
    for (int d = 0; d < box.rank(); d++) {
      long extent = Math.max(1, box.extent(d));
      bytes = extent > TOO_MUCH / bytes ? TOO_MUCH : bytes * extent;
    }
    return bytes;
  }
}
