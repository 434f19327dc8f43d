package dev.espalier.zarr.internal.compress;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import dev.espalier.io.codec.BytesToBytesCoder;
import dev.espalier.io.codec.OutputBuffer;
import dev.espalier.model.error.CorruptException;
import java.nio.ByteBuffer;

/** Writes and reads zstd frames, with contexts that are kept. */
final class ZstdCoder implements BytesToBytesCoder {
  private final ZstdContexts contexts;

  ZstdCoder(int level, boolean checksum) {
    this.contexts = new ZstdContexts(level, checksum);
  }

  @Override
  public void encode(ByteBuffer decoded, OutputBuffer encoded) {
    int size = decoded.remaining();
    int start = decoded.arrayOffset() + decoded.position();
    byte[] target = encoded.reserve(Zstd.compressBound(size));
    int count = contexts.compress(decoded.array(), start, size, target, encoded.position());
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
    contexts.close();
  }

  @Override
  public boolean takesDirectBuffers() {
    return true;
  }

  private boolean fits(ByteBuffer encoded, OutputBuffer decoded, long room) {
    byte[] target = decoded.reserve(room);
    try {
      decoded.advance(contexts.decompress(encoded, target, decoded.position(), (int) room));
      return true;
    } catch (ZstdException e) {
      if (e.getErrorCode() == Zstd.errDstSizeTooSmall()) {
        return false;
      }
      throw new CorruptException("not zstd frames: " + e.getMessage(), e);
    }
  }
}
