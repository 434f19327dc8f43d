package dev.espalier.io.codec;

import dev.espalier.model.json.JsonObject;

/**
 * A codec from bytes to bytes whose parameters are decided: a compressor, a checksum.
 *
 * <p>Implementations are immutable and safe for use by several threads at once; what has state is
 * the {@link BytesToBytesCoder}.
 */
public interface BytesToBytesCodec {
  /**
   * The most bytes that the encoded form may have; a longer one is refused when it is read. Where
   * other encoders may be less thrifty, leave them room.
   *
   * @param decodedSize the most bytes that the decoded form may have
   */
  long maxEncodedSize(long decodedSize);

  /**
   * Whether the encoded form always has exactly {@link #maxEncodedSize} bytes. The index of a shard
   * takes only such codecs.
   */
  default boolean isFixedSize() {
    return false;
  }

  /**
   * What a new document says of the codec: parameters that were left out and that others may need
   * for reading, such as the size of an element, are added.
   *
   * @param asked the parameters that the codec was made with
   */
  default JsonObject completed(JsonObject asked) {
    return asked;
  }

  /** What does the work for one thread. */
  BytesToBytesCoder newCoder();
}
