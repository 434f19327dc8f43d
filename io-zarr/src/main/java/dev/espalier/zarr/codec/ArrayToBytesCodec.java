package dev.espalier.zarr.codec;

import dev.espalier.io.codec.OutputBuffer;
import dev.espalier.model.data.Block;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.json.JsonObject;
import java.nio.ByteBuffer;

/**
 * A codec that turns a chunk into bytes, bound to a kind of chunk.
 *
 * <p>Implementations are immutable and safe for use by several threads at once; what has state is
 * the {@link Coder}.
 */
public interface ArrayToBytesCodec {
  /** The most bytes that an encoded chunk may have; a longer one is refused when it is read. */
  long maxEncodedSize();

  /** Whether an encoded chunk always has exactly {@link #maxEncodedSize} bytes. */
  boolean isFixedSize();

  /**
   * What a new document says of the codec: parameters that were left out and that others may need
   * for reading are added.
   *
   * @param asked the parameters that the codec was bound with
   */
  default JsonObject completed(JsonObject asked) {
    return asked;
  }

  /** What does the work for one thread. */
  Coder newCoder();

  /**
   * Encodes and decodes for one thread at a time, and keeps what is costly to make between calls.
   * Encoding the same elements gives the same bytes each time.
   */
  interface Coder extends AutoCloseable {
    /**
     * Encodes a chunk.
     *
     * @param decoded not to be changed or kept
     * @param encoded the bytes are appended to what it holds
     */
    void encode(Block decoded, OutputBuffer encoded);

    /**
     * Decodes a chunk.
     *
     * @param encoded all that remains of it; backed by an array; not to be changed or kept
     * @param decoded set entirely; not to be kept
     * @throws CorruptException if the bytes are not of this encoding; any byte sequence has to be
     *     survived
     */
    void decode(ByteBuffer encoded, Block decoded);

    /** How many bytes of buffers are held between calls. */
    default long memory() {
      return 0;
    }

    /** Gives back what is held outside the heap. */
    @Override
    default void close() {}
  }
}
