package dev.espalier.zarr.internal.compress.blosc;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Blocks that are zstd frames; contexts are kept, as making one costs half a block. */
final class ZstdBlocks implements BlockCompressor {
  private static final int HARDEST = 9;

  private final int level;

  // Made when first needed: a reader never compresses, and a context holds a megabyte or more.
  private @Nullable ZstdCompressCtx compressor;
  private @Nullable ZstdDecompressCtx decompressor;

  /**
   * A compressor.
   *
   * @param level the level of Blosc, from 1 to 9, which stands for about two of zstd
   */
  ZstdBlocks(int level) {
    this.level = level >= HARDEST ? Zstd.maxCompressionLevel() : 2 * level - 1;
  }

  @Override
  public int bound(int size) {
    return Math.toIntExact(Zstd.compressBound(size));
  }

  @Override
  public int compress(byte[] source, int from, int size, byte[] target, int to) {
    int count = compressor().compressByteArray(target, to, bound(size), source, from, size);
    return count < size ? count : NOT_FEWER;
  }

  @Override
  public void decompress(ByteBuffer encoded, byte[] target, int to, int size) {
    int count;
    try {
      count = decompressed(encoded, target, to, size);
    } catch (ZstdException e) {
      throw BlockCompressor.corrupt("zstd", size, String.valueOf(e.getMessage()));
    }
    if (count != size) {
      throw BlockCompressor.corrupt("zstd", size, count + " bytes");
    }
  }

  private int decompressed(ByteBuffer encoded, byte[] target, int to, int size) {
    int at = encoded.position();
    int length = encoded.remaining();
    if (encoded.isDirect()) {
      return decompressor()
          .decompressDirectByteBufferToByteArray(target, to, size, encoded, at, length);
    }
    int start = encoded.arrayOffset() + at;
    return decompressor().decompressByteArray(target, to, size, encoded.array(), start, length);
  }

  private ZstdCompressCtx compressor() {
    ZstdCompressCtx context = compressor;
    if (context == null) {
      context = new ZstdCompressCtx();
      context.setLevel(level);
      compressor = context;
    }
    return context;
  }

  private ZstdDecompressCtx decompressor() {
    ZstdDecompressCtx context = decompressor;
    if (context == null) {
      context = new ZstdDecompressCtx();
      decompressor = context;
    }
    return context;
  }

  @Override
  public void close() {
    if (compressor != null) {
      compressor.close();
    }
    if (decompressor != null) {
      decompressor.close();
    }
  }
}
