package dev.espalier.zarr.codec;

import dev.espalier.io.codec.CodecConfiguration;
import dev.espalier.io.codec.CodecDeclaration;

/**
 * The codecs {@code vlen-utf8} and {@code vlen-bytes}: the number of elements, then each element as
 * its length in bytes and its bytes, numbers in four bytes, least significant first. Texts are in
 * UTF-8. The two differ in name alone, and other writers use either for both.
 *
 * @param count how many elements a chunk has
 * @param areTexts whether they are texts, or else byte strings
 * @see <a
 *     href="https://github.com/zarr-developers/zarr-extensions/tree/main/codecs/vlen-utf8">zarr-extensions,
 *     vlen-utf8 codec</a>
 */
record VlenCodec(int count, boolean areTexts) implements ArrayToBytesCodec {
  /**
   * Nothing says how long elements are, so that chunks of them get bounds of their own, in bytes.
   */
  static final int LARGEST_CHUNK = 1 << 28;

  private static final long LARGEST_SMALL_CHUNK = 1 << 26;
  private static final long LONG_ELEMENT = 1 << 12;

  /** For texts. */
  static final CodecFactory.OfBytes OF_TEXTS =
      new Factory(
          CodecDeclaration.of("vlen-utf8", "Texts in UTF-8, each after the number of its bytes."));

  /** For byte strings. */
  static final CodecFactory.OfBytes OF_BYTES =
      new Factory(
          CodecDeclaration.of("vlen-bytes", "Byte strings, each after the number of its bytes.")
              .alsoCalled("vlen-array", "zarrs.vlen_v2"));

  /** Makes them; they have no parameters. */
  private record Factory(CodecDeclaration declaration) implements CodecFactory.OfBytes {
    @Override
    public ArrayToBytesCodec bind(
        CodecConfiguration configuration, ChunkRepresentation decoded, CodecRegistry codecs) {
      if (!decoded.type().isText() && !decoded.type().isBinary()) {
        throw new IllegalArgumentException(
            "codec \""
                + declaration.name()
                + "\" takes elements of data type string or bytes, not "
                + decoded.type()
                + "; use \"bytes\"");
      }
      return new VlenCodec(ChunkLimits.textCount(decoded.shape()), decoded.type().isText());
    }
  }

  @Override
  public long maxEncodedSize() {
    return Math.min(LARGEST_CHUNK, LARGEST_SMALL_CHUNK + count * LONG_ELEMENT);
  }

  @Override
  public boolean isFixedSize() {
    return false;
  }

  @Override
  public Coder newCoder() {
    int maxSize = (int) maxEncodedSize();
    return areTexts ? new VlenTextCoder(count, maxSize) : new VlenBinaryCoder(count, maxSize);
  }
}
