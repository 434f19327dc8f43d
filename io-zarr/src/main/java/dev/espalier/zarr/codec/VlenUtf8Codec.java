package dev.espalier.zarr.codec;

import dev.espalier.io.codec.CodecConfiguration;
import dev.espalier.io.codec.CodecDeclaration;

/**
 * The codec {@code vlen-utf8}: the number of texts, then each text as its length in bytes and its
 * UTF-8, numbers in four bytes, least significant first.
 *
 * @param count how many texts a chunk has
 * @see <a
 *     href="https://github.com/zarr-developers/zarr-extensions/tree/main/codecs/vlen-utf8">zarr-extensions,
 *     vlen-utf8 codec</a>
 */
record VlenUtf8Codec(int count) implements ArrayToBytesCodec {
  /** Nothing says how long texts are, so that chunks of them get bounds of their own, in bytes. */
  static final int LARGEST_CHUNK = 1 << 28;

  private static final long LARGEST_SMALL_CHUNK = 1 << 26;
  private static final long LONG_TEXT = 1 << 12;

  /** Makes them; they have no parameters. */
  static final class Factory implements CodecFactory.OfBytes {
    @Override
    public CodecDeclaration declaration() {
      return CodecDeclaration.of(
          "vlen-utf8", "Texts in UTF-8, each after the number of its bytes.");
    }

    @Override
    public ArrayToBytesCodec bind(
        CodecConfiguration configuration, ChunkRepresentation decoded, CodecRegistry codecs) {
      if (!decoded.type().isText()) {
        throw new IllegalArgumentException(
            "codec \"vlen-utf8\" takes elements of data type string, not "
                + decoded.type()
                + "; use \"bytes\"");
      }
      return new VlenUtf8Codec(ChunkLimits.textCount(decoded.shape()));
    }
  }

  @Override
  public long maxEncodedSize() {
    return Math.min(LARGEST_CHUNK, LARGEST_SMALL_CHUNK + count * LONG_TEXT);
  }

  @Override
  public boolean isFixedSize() {
    return false;
  }

  @Override
  public Coder newCoder() {
    return new VlenUtf8Coder(count, (int) maxEncodedSize());
  }
}
