package dev.espalier.zarr.internal.compress.blosc;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import dev.espalier.zarr.internal.compress.ZstdContexts;
import java.nio.ByteBuffer;

/** Blocks that are zstd frames. */
final class ZstdBlocks implements BlockCompressor {
  private static final int HARDEST = 9;

  private final ZstdContexts contexts;

  /**
   * A compressor.
   *
   * @param level the level of Blosc, from 1 to 9, which stands for about two of zstd
   */
  ZstdBlocks(int level) {
    int zstdLevel = level >= HARDEST ? Zstd.maxCompressionLevel() : 2 * level - 1;
    this.contexts = new ZstdContexts(zstdLevel, false);
  }

  @Override
  public int bound(int size) {
    return Math.toIntExact(Zstd.compressBound(size));
  }

  @Override
  public int compress(byte[] source, int from, int size, byte[] target, int to) {
    int count = contexts.compress(source, from, size, target, to);
    return count < size ? count : NOT_FEWER;
  }

  @Override
  public void decompress(ByteBuffer encoded, byte[] target, int to, int size) {
    int count;
    try {
      count = contexts.decompress(encoded, target, to, size);
    } catch (ZstdException e) {
      throw BlockCompressor.corrupt("zstd", size, String.valueOf(e.getMessage()));
    }
    if (count != size) {
      throw BlockCompressor.corrupt("zstd", size, count + " bytes");
    }
  }

  @Override
  public void close() {
    contexts.close();
  }
}
