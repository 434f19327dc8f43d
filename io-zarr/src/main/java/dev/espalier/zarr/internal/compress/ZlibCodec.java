package dev.espalier.zarr.internal.compress;

import dev.espalier.io.codec.BytesToBytesCodec;
import dev.espalier.io.codec.BytesToBytesCoder;
import dev.espalier.io.codec.OutputBuffer;
import dev.espalier.model.error.CorruptException;
import java.nio.ByteBuffer;

/**
 * The codec {@code numcodecs.zlib}: one stream of RFC 1950, whose checksum is verified.
 *
 * @param level how hard to compress, from 0 to 9; -1 stands for 6
 */
record ZlibCodec(int level) implements BytesToBytesCodec {
  @Override
  public long maxEncodedSize(long decodedSize) {
    return CompressedSize.max(decodedSize);
  }

  @Override
  public BytesToBytesCoder newCoder() {
    return new ZlibCoder(level);
  }

  private static final class ZlibCoder implements BytesToBytesCoder {
    private final Deflation deflation;
    private final Inflation inflation = new Inflation(false);

    ZlibCoder(int level) {
      this.deflation = new Deflation(level, false);
    }

    @Override
    public void encode(ByteBuffer decoded, OutputBuffer encoded) {
      deflation.deflate(decoded, encoded);
    }

    @Override
    public void decode(ByteBuffer encoded, OutputBuffer decoded) {
      ByteBuffer bytes = encoded.duplicate();
      inflation.inflate(bytes, decoded);
      if (bytes.hasRemaining()) {
        throw new CorruptException(
            "expected nothing behind the zlib stream, found " + bytes.remaining() + " bytes");
      }
    }

    @Override
    public void close() {
      deflation.close();
      inflation.close();
    }
  }
}
