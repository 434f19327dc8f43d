package dev.espalier.zarr.internal.compress;

import dev.espalier.io.codec.OutputBuffer;
import java.nio.ByteBuffer;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/** Writes deflate streams, with a deflater that is kept between them. */
final class Deflation implements AutoCloseable {
  private static final int STEP = 1 << 16;

  private final int level;
  private final boolean bare;
  private @Nullable Deflater deflater;

  /**
   * What writes streams of one kind.
   *
   * @param level how hard to compress, from 0 to 9; -1 stands for 6
   * @param bare whether they are streams of RFC 1951 alone, without the header and the checksum of
   *     RFC 1950
   */
  Deflation(int level, boolean bare) {
    this.level = level;
    this.bare = bare;
  }

  /** Writes one stream. */
  void deflate(ByteBuffer decoded, OutputBuffer encoded) {
    Deflater used = deflater();
    used.reset();
    used.setInput(decoded.duplicate());
    used.finish();
    while (!used.finished()) {
      byte[] target = encoded.reserve(STEP);
      // Always the same room: what is stored uncompressed is cut to what there is.
      encoded.advance(used.deflate(target, encoded.position(), STEP));
    }
  }

  @Override
  public void close() {
    if (deflater != null) {
      deflater.end();
    }
  }

  private Deflater deflater() {
    Deflater used = deflater;
    if (used == null) {
      used = new Deflater(level, bare);
      deflater = used;
    }
    return used;
  }
}
