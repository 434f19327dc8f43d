package dev.espalier.zarr.internal.compress;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import dev.espalier.io.codec.BytesToBytesCoder;
import dev.espalier.io.codec.OutputBuffer;
import dev.espalier.model.error.CorruptException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Writes and reads zstd frames, with contexts that are kept: making one costs half a chunk. */
final class ZstdCoder implements BytesToBytesCoder {
  private final int level;
  private final boolean checksum;

  // Made when first needed: a reader never compresses, and a context holds a megabyte or more.
  private @Nullable ZstdCompressCtx compressor;
  private @Nullable ZstdDecompressCtx decompressor;

  ZstdCoder(int level, boolean checksum) {
    this.level = level;
    this.checksum = checksum;
  }

  @Override
  public void encode(ByteBuffer decoded, OutputBuffer encoded) {
    int size = decoded.remaining();
    int start = decoded.arrayOffset() + decoded.position();
    long bound = Zstd.compressBound(size);
    byte[] target = encoded.reserve(bound);
    int count =
        compressor()
            .compressByteArray(
                target, encoded.position(), (int) bound, decoded.array(), start, size);
    encoded.advance(count);
  }

  /**
   * Frames may lie about how much they hold, or not say it, so that memory is taken step by step.
   */
  @Override
  public void decode(ByteBuffer encoded, OutputBuffer decoded) {
    long attempt = Math.max(decoded.capacity(), CompressedSize.likelyContent(encoded));
    long room = Math.min(attempt, decoded.room());
    while (!fits(encoded, decoded, room)) {
      if (room == decoded.room()) {
        throw new CorruptException("expected at most " + room + " bytes of content, found more");
      }
      room = Math.min(2 * room, decoded.room());
    }
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

  @Override
  public boolean takesDirectBuffers() {
    return true;
  }

  private boolean fits(ByteBuffer encoded, OutputBuffer decoded, long room) {
    byte[] target = decoded.reserve(room);
    try {
      decoded.advance(decompress(encoded, target, decoded.position(), (int) room));
      return true;
    } catch (ZstdException e) {
      if (e.getErrorCode() == Zstd.errDstSizeTooSmall()) {
        return false;
      }
      throw new CorruptException("not zstd frames: " + e.getMessage(), e);
    }
  }

  private int decompress(ByteBuffer encoded, byte[] target, int at, int room) {
    int size = encoded.remaining();
    if (encoded.isDirect()) {
      return decompressor()
          .decompressDirectByteBufferToByteArray(
              target, at, room, encoded, encoded.position(), size);
    }
    int start = encoded.arrayOffset() + encoded.position();
    return decompressor().decompressByteArray(target, at, room, encoded.array(), start, size);
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
}
