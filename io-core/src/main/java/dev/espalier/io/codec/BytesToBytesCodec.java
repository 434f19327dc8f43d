package dev.espalier.io.codec;

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

  /** What does the work for one thread. */
  BytesToBytesCoder newCoder();
}
