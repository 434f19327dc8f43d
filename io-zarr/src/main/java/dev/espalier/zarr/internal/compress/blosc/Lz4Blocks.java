package dev.espalier.zarr.internal.compress.blosc;

import java.nio.ByteBuffer;
import net.jpountz.lz4.LZ4Compressor;
import net.jpountz.lz4.LZ4Exception;
import net.jpountz.lz4.LZ4Factory;
import net.jpountz.lz4.LZ4SafeDecompressor;

/** Blocks of LZ4. */
final class Lz4Blocks implements BlockCompressor {
  private final LZ4Compressor compressor;
  private final LZ4SafeDecompressor decompressor = LZ4Factory.fastestInstance().safeDecompressor();

  private Lz4Blocks(LZ4Compressor compressor) {
    this.compressor = compressor;
  }

  /** Quick; the library knows one level only. */
  static Lz4Blocks fast() {
    return new Lz4Blocks(LZ4Factory.fastestInstance().fastCompressor());
  }

  /** Takes its time, and as much of it as a level from 1 to 9 says. */
  static Lz4Blocks high(int level) {
    return new Lz4Blocks(LZ4Factory.fastestInstance().highCompressor(level));
  }

  @Override
  public int bound(int size) {
    return compressor.maxCompressedLength(size);
  }

  @Override
  public int compress(byte[] source, int from, int size, byte[] target, int to) {
    int count = compressor.compress(source, from, size, target, to, bound(size));
    return count < size ? count : NOT_FEWER;
  }

  @Override
  public void decompress(ByteBuffer encoded, byte[] target, int to, int size) {
    int count;
    try {
      count =
          decompressor.decompress(
              encoded, encoded.position(), encoded.remaining(), ByteBuffer.wrap(target), to, size);
    } catch (LZ4Exception e) {
      throw BlockCompressor.corrupt("lz4", size, String.valueOf(e.getMessage()));
    }
    if (count != size) {
      throw BlockCompressor.corrupt("lz4", size, count + " bytes");
    }
  }
}
