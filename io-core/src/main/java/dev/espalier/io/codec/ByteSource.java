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

  /** The bytes of an array, which must not change while the source is in use. */
  static ByteSource of(byte[] bytes) {
    return of(ByteBuffer.wrap(bytes));
  }

  /** What remains of a buffer; its bytes must not change while the source is in use. */
  static ByteSource of(ByteBuffer bytes) {
    return new BufferByteSource(bytes.slice());
  }
}
