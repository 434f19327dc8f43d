package dev.espalier.io.codec;

import dev.espalier.model.error.CorruptException;
import java.nio.ByteBuffer;

/** A part of another source. */
final class SlicedByteSource implements ByteSource {
  private final ByteSource whole;
  private final long start;
  private final long length;

  SlicedByteSource(ByteSource whole, long start, long length) {
    checkRange(start, length, whole.size());
    this.whole = whole;
    this.start = start;
    this.length = length;
  }

  @Override
  public long size() {
    return length;
  }

  @Override
  public void read(long offset, ByteBuffer into) {
    checkRange(offset, into.remaining(), length);
    whole.read(start + offset, into);
  }

  static void checkRange(long offset, long length, long size) {
    // Compared by subtraction, as the sum of two hostile numbers may overflow.
    if (offset < 0 || length < 0 || offset > size || length > size - offset) {
      throw new CorruptException(
          "expected "
              + Long.toUnsignedString(length)
              + " bytes at offset "
              + Long.toUnsignedString(offset)
              + ", found an end at "
              + size);
    }
  }
}
