package dev.espalier.zarr.internal.compress;

import dev.espalier.io.codec.BytesToBytesCodec;
import dev.espalier.io.codec.BytesToBytesCoder;
import dev.espalier.io.codec.OutputBuffer;
import dev.espalier.model.error.CorruptException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import net.jpountz.lz4.LZ4Compressor;
import net.jpountz.lz4.LZ4Exception;
import net.jpountz.lz4.LZ4Factory;
import net.jpountz.lz4.LZ4SafeDecompressor;

/**
 * The codec {@code numcodecs.lz4}: the number of bytes in four bytes, least significant first, and
 * one LZ4 block.
 *
 * @see <a href="https://github.com/lz4/lz4/blob/dev/doc/lz4_Block_format.md">LZ4 block format</a>
 */
final class Lz4Codec implements BytesToBytesCodec {
  @Override
  public long maxEncodedSize(long decodedSize) {
    return CompressedSize.max(decodedSize);
  }

  @Override
  public BytesToBytesCoder newCoder() {
    return new Lz4Coder();
  }

  private static final class Lz4Coder implements BytesToBytesCoder {
    /** A byte of a block stands for at most so many bytes of content. */
    private static final long MOST_PER_BYTE = 255;

    private final LZ4Compressor compressor = LZ4Factory.fastestInstance().fastCompressor();
    private final LZ4SafeDecompressor decompressor =
        LZ4Factory.fastestInstance().safeDecompressor();

    @Override
    public void encode(ByteBuffer decoded, OutputBuffer encoded) {
      int size = decoded.remaining();
      encoded.putIntLittleEndian(size);
      int bound = compressor.maxCompressedLength(size);
      byte[] target = encoded.reserve(bound);
      int start = decoded.arrayOffset() + decoded.position();
      encoded.advance(
          compressor.compress(decoded.array(), start, size, target, encoded.position(), bound));
    }

    @Override
    public void decode(ByteBuffer encoded, OutputBuffer decoded) {
      ByteBuffer bytes = encoded.duplicate().order(ByteOrder.LITTLE_ENDIAN);
      if (bytes.remaining() < Integer.BYTES) {
        throw new CorruptException(
            "expected at least 4 bytes for the size, found " + bytes.remaining());
      }
      long size = Integer.toUnsignedLong(bytes.getInt());
      if (size > MOST_PER_BYTE * bytes.remaining()) {
        throw new CorruptException(
            size + " bytes as stored; a block of " + bytes.remaining() + " bytes cannot hold them");
      }
      byte[] target = decoded.reserve(size);
      int count = decompress(bytes, target, decoded.position(), (int) size);
      if (count != size) {
        throw new CorruptException("expected " + size + " bytes as stored, found " + count);
      }
      decoded.advance(count);
    }

    private int decompress(ByteBuffer block, byte[] target, int at, int size) {
      int start = block.arrayOffset() + block.position();
      try {
        return decompressor.decompress(block.array(), start, block.remaining(), target, at, size);
      } catch (LZ4Exception e) {
        throw new CorruptException("not an LZ4 block of " + size + " bytes", e);
      }
    }
  }
}
