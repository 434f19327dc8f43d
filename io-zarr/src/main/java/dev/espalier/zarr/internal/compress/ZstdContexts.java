package dev.espalier.zarr.internal.compress;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * What zstd keeps between two pieces, for one thread: with contexts made anew for each, compressing
 * chunks took half as much time again. Each part is made when it is first needed: a reader never
 * compresses, and it holds a megabyte or more.
 */
public final class ZstdContexts implements AutoCloseable {
  private final int level;
  private final boolean checksum;
  private @Nullable ZstdCompressCtx compressor;
  private @Nullable ZstdDecompressCtx decompressor;

  /**
   * Nothing so far.
   *
   * @param checksum whether frames end with one
   */
  public ZstdContexts(int level, boolean checksum) {
    this.level = level;
    this.checksum = checksum;
  }

  /**
   * Compresses bytes to one frame.
   *
   * @param to where there is room for as many bytes as zstd may need for them
   * @return how many bytes the frame has
   */
  public int compress(byte[] source, int from, int size, byte[] target, int to) {
    int bound = Math.toIntExact(Zstd.compressBound(size));
    return compressor().compressByteArray(target, to, bound, source, from, size);
  }

  /**
   * Decompresses frames.
   *
   * @param encoded all that remains of it; backed by an array, or outside the heap
   * @param room how many bytes the result may have
   * @return how many it has
   * @throws ZstdException if they are no frames, or hold more
   */
  public int decompress(ByteBuffer encoded, byte[] target, int to, int room) {
    int at = encoded.position();
    int size = encoded.remaining();
    if (encoded.isDirect()) {
      return decompressor()
          .decompressDirectByteBufferToByteArray(target, to, room, encoded, at, size);
    }
    int start = encoded.arrayOffset() + at;
    return decompressor().decompressByteArray(target, to, room, encoded.array(), start, size);
  }

  private ZstdCompressCtx compressor() {
    ZstdCompressCtx context = compressor;
    if (context == null) {
      context = new ZstdCompressCtx();
      context.setLevel(level);
      context.setChecksum(checksum);
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
