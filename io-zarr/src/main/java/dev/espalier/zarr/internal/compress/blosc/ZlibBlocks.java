package dev.espalier.zarr.internal.compress.blosc;

import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** Blocks that are zlib streams. */
final class ZlibBlocks implements BlockCompressor {
  private final int level;
  private @Nullable Deflater deflater;
  private @Nullable Inflater inflater;

  ZlibBlocks(int level) {
    this.level = level;
  }

  @Override
  public int bound(int size) {
    return size; // more is given up on
  }

  @Override
  public int compress(byte[] source, int from, int size, byte[] target, int to) {
    Deflater work = deflater;
    if (work == null) {
      work = new Deflater(level);
      deflater = work;
    }
    work.reset();
    work.setInput(source, from, size);
    work.finish();
    int count = 0;
    while (count < size && !work.finished()) {
      count += work.deflate(target, to + count, size - count);
    }
    return work.finished() && count < size ? count : NOT_FEWER;
  }

  @Override
  public void decompress(ByteBuffer encoded, byte[] target, int to, int size) {
    Inflater work = inflater;
    if (work == null) {
      work = new Inflater();
      inflater = work;
    }
    work.reset();
    work.setInput(encoded.duplicate());
    int count = 0;
    try {
      int more = -1;
      while (more != 0 && count < size) {
        more = work.inflate(target, to + count, size - count);
        count += more;
      }
      if (count == size && !work.finished()) {
        // The checksum may be left; more content must not be.
        count += work.inflate(new byte[1]);
      }
    } catch (DataFormatException e) {
      throw BlockCompressor.corrupt("zlib", size, String.valueOf(e.getMessage()));
    }
    if (count != size) {
      throw BlockCompressor.corrupt("zlib", size, (count > size ? "more" : count) + " bytes");
    }
    if (!work.finished()) {
      throw BlockCompressor.corrupt("zlib", size, "no end of it");
    }
  }

  @Override
  public void close() {
    if (deflater != null) {
      deflater.end();
    }
    if (inflater != null) {
      inflater.end();
    }
  }
}
