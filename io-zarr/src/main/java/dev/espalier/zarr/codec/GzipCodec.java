package dev.espalier.zarr.codec;

import dev.espalier.io.codec.BytesToBytesCodec;
import dev.espalier.io.codec.BytesToBytesCodecFactory;
import dev.espalier.io.codec.BytesToBytesCoder;
import dev.espalier.io.codec.CodecConfiguration;

/**
 * The codec {@code gzip}: files of RFC 1952. One member is written; several are read.
 *
 * @param level how hard to compress, from 0 to 9
 * @see <a href="https://zarr-specs.readthedocs.io/en/latest/v3/codecs/gzip/index.html">Zarr v3,
 *     gzip codec</a>
 */
record GzipCodec(int level) implements BytesToBytesCodec {
  /** Makes them. */
  static final class Factory implements BytesToBytesCodecFactory {
    @Override
    public String name() {
      return "gzip";
    }

    @Override
    public BytesToBytesCodec create(CodecConfiguration configuration) {
      return new GzipCodec((int) configuration.integer("level", 0, 9));
    }
  }

  @Override
  public long maxEncodedSize(long decodedSize) {
    return CompressedSize.max(decodedSize);
  }

  @Override
  public BytesToBytesCoder newCoder() {
    return new GzipCoder(level);
  }
}
