package dev.espalier.io.codec;

import dev.espalier.model.error.CorruptException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Bytes of a known number that can be read from any position: a stored value, or a part of one.
 *
 * <p>Implementations are safe for use by several threads at once.
 */
public interface ByteSource {
  /** How many bytes there are. */
  long size();

  /**
   * Fills what remains of a buffer.
   *
   * @param offset where to start, in bytes from the first
   * @param into stays the caller's; its position is moved to its limit
   * @throws CorruptException if the bytes end before the buffer is full
   */
  void read(long offset, ByteBuffer into);

  /**
   * Announces what is going to be read, so that a source far away can fetch several parts at once;
   * what can be read does not depend on it.
   *
   * @param spans parts that lie within these bytes, in the order in which they will be read
   */
  default void expect(List<ByteRange.Span> spans) {}

  /**
   * A part of these bytes as a source of its own.
   *
   * @throws CorruptException if the part does not lie within these bytes
   */
  default ByteSource slice(long offset, long length) {
    return new SlicedByteSource(this, offset, length);
  }

  /**
   * Refuses a part that does not lie within some bytes, as {@link #read} has to.
   *
   * @param size how many bytes there are
   * @throws CorruptException if they end before the part does
   */
  static void requireWithin(long size, long offset, long length) {
    // Compared by subtraction, as the sum of two hostile numbers may overflow.
    if (offset < 0 || length < 0 || offset > size || length > size - offset) {
      throw endEarly(size, offset, length);
    }
  }

  /** What is thrown where bytes end before a part of them does; whoever catches it says whose. */
  static CorruptException endEarly(long size, long offset, long length) {
    return new CorruptException(
        "ends after "
            + size
            + " bytes; expected "
            + Long.toUnsignedString(length)
            + " bytes from offset "
            + Long.toUnsignedString(offset));
  }

  /** The bytes of an array, which must not change while the source is in use. */
  static ByteSource of(byte[] bytes) {
    return of(ByteBuffer.wrap(bytes));
  }

  /** What remains of a buffer; its bytes must not change while the source is in use. */
  static ByteSource of(ByteBuffer bytes) {
    return new BufferByteSource(bytes.slice());
  }
}
