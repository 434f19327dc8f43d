package dev.espalier.zarr.internal.compress;

import dev.espalier.io.codec.BytesToBytesCodec;
import dev.espalier.io.codec.BytesToBytesCoder;

/**
 * The codec {@code zstd}: frames of RFC 8878. One frame with its content size is written; several,
 * and frames without a content size, are read.
 *
 * @param level how hard to compress, from -131072 to 22; 0 stands for 3
 * @param checksum whether a frame carries a checksum of its content; one that is there is verified
 * @see <a
 *     href="https://github.com/zarr-developers/zarr-extensions/tree/main/codecs/zstd">zarr-extensions,
 *     zstd codec</a>
 */
record ZstdCodec(int level, boolean checksum) implements BytesToBytesCodec {
  @Override
  public long maxEncodedSize(long decodedSize) {
    return CompressedSize.max(decodedSize);
  }

  @Override
  public BytesToBytesCoder newCoder() {
    return new ZstdCoder(level, checksum);
  }
}
