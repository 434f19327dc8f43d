package dev.espalier.io.codec;

import dev.espalier.model.error.CorruptException;
import java.nio.ByteBuffer;

/**
 * Encodes and decodes for one thread at a time, and keeps what is costly to make between calls.
 *
 * <p>Input buffers are backed by arrays ({@link ByteBuffer#hasArray}) unless a coder takes others,
 * belong to the caller and must not be changed or kept; the output is appended to what the other
 * buffer holds already. Encoding the same bytes gives the same bytes each time.
 */
public interface BytesToBytesCoder extends AutoCloseable {
  /** Encodes all that remains of a buffer. */
  void encode(ByteBuffer decoded, OutputBuffer encoded);

  /**
   * Decodes all that remains of a buffer.
   *
   * @param decoded has a limit where it is known how many bytes there should be at most
   * @throws CorruptException if the bytes are not of this encoding, or end too early, or are more
   *     than belongs to them; any byte sequence has to be survived
   */
  void decode(ByteBuffer encoded, OutputBuffer decoded);

  /**
   * Whether {@link #decode} takes buffers outside the heap as well, into which files are read
   * without a copy.
   */
  default boolean takesDirectBuffers() {
    return false;
  }

  /** How many bytes of buffers are held between calls; contexts of libraries do not count. */
  default long memory() {
    return 0;
  }

  /** Gives back what is held outside the heap. */
  @Override
  default void close() {}
}
