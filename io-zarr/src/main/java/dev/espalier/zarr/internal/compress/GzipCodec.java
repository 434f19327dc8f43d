package dev.espalier.zarr.internal.compress;

import dev.espalier.io.codec.BytesToBytesCodec;
import dev.espalier.io.codec.BytesToBytesCoder;

/**
 * The codec {@code gzip}: files of RFC 1952. One member is written; several are read.
 *
 * @param level how hard to compress, from 0 to 9
 * @see <a href="https://zarr-specs.readthedocs.io/en/latest/v3/codecs/gzip/index.html">Zarr v3,
 *     gzip codec</a>
 */
record GzipCodec(int level) implements BytesToBytesCodec {
  @Override
  public long maxEncodedSize(long decodedSize) {
    return CompressedSize.max(decodedSize);
  }

  @Override
  public BytesToBytesCoder newCoder() {
    return new GzipCoder(level);
  }
}
