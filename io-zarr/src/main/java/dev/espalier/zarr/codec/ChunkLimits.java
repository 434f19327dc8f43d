package dev.espalier.zarr.codec;

import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.DataType;
import java.util.List;

/** How much a chunk may hold in memory. */
final class ChunkLimits {
  /** The least that a reference takes. */
  private static final int BYTES_OF_A_TEXT = 4;

  private ChunkLimits() {}

  /**
   * Refuses, before it is taken, memory that this process does not have: metadata alone may ask for
   * any amount.
   */
  static void checkMemory(DataType type, Shape shape) {
    long bytes =
        type.byteSize().isEmpty()
            ? (long) BYTES_OF_A_TEXT * textCount(shape)
            : BitsBlock.byteLength(type, shape);
    // A chunk is decoded from one buffer into another.
    if (bytes > Runtime.getRuntime().maxMemory() / 2) {
      throw new UnsupportedException(
          "a chunk of shape "
              + shape
              + " takes "
              + bytes
              + " bytes in one piece, which does not fit the memory of this process; give it more");
    }
  }

  /**
   * Refuses a chunk whose forms do not fit the memory of this process together.
   *
   * @param forms the chunk, and what each codec from chunks to chunks makes of it
   */
  static void checkMemory(List<ChunkRepresentation> forms) {
    long bytes = 0;
    for (ChunkRepresentation form : forms) {
      checkMemory(form.type(), form.shape());
      bytes += form.shape().elementCount() * form.type().byteSize().orElse(BYTES_OF_A_TEXT);
    }
    if (bytes > Runtime.getRuntime().maxMemory() / 4 * 3) {
      throw new UnsupportedException(
          "a chunk of shape "
              + forms.get(0).shape()
              + " takes "
              + bytes
              + " bytes in the "
              + forms.size()
              + " forms that its codecs give it, which does not fit the memory of this process;"
              + " give it more");
    }
  }

  /** The number of texts of a chunk. */
  static int textCount(Shape shape) {
    long count;
    try {
      count = shape.elementCount();
    } catch (ArithmeticException e) {
      count = Long.MAX_VALUE;
    }
    // Each text takes at least the four bytes of its length.
    if (count > VlenCodec.LARGEST_CHUNK / Integer.BYTES - 1) {
      throw new UnsupportedException(
          "a chunk of shape " + shape + " holds too many texts for one piece; use smaller chunks");
    }
    return (int) count;
  }
}
