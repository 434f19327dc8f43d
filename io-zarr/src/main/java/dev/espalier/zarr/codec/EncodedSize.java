package dev.espalier.zarr.codec;

import dev.espalier.io.codec.BytesToBytesCodec;
import dev.espalier.model.error.CorruptException;

/**
 * How many bytes the encoded form of a chunk has.
 *
 * @param max the most bytes
 * @param exact whether it has always that many
 */
record EncodedSize(long max, boolean exact) {
  /** More than any Java array holds, and far enough from the end of the numbers to compute with. */
  private static final long BEYOND_ALL_ARRAYS = 1L << 40;

  static EncodedSize of(ArrayToBytesCodec codec) {
    return new EncodedSize(codec.maxEncodedSize(), codec.isFixedSize());
  }

  /** The size after one more codec. */
  EncodedSize through(BytesToBytesCodec codec) {
    if (max > BEYOND_ALL_ARRAYS) {
      return new EncodedSize(Long.MAX_VALUE, false);
    }
    return new EncodedSize(codec.maxEncodedSize(max), exact && codec.isFixedSize());
  }

  /**
   * Refuses a number of bytes that is not possible.
   *
   * @param what the name of the bytes, for the message
   */
  void check(String what, long size) {
    if (exact ? size != max : size > max) {
      throw new CorruptException(what + ": expected " + this + ", found " + size);
    }
  }

  @Override
  public String toString() {
    return (exact ? "" : "at most ") + max + " bytes";
  }
}
