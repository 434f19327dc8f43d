package dev.espalier.zarr.internal.compress.blosc;

import dev.espalier.model.error.UnsupportedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.xerial.snappy.Snappy;

/** Blocks of Snappy, whose library takes whole buffers that are both on the heap. */
final class SnappyBlocks implements BlockCompressor {
  private byte[] input = {};

  @Override
  public int bound(int size) {
    return Snappy.maxCompressedLength(size);
  }

  @Override
  public int compress(byte[] source, int from, int size, byte[] target, int to) {
    try {
      int count = Snappy.compress(source, from, size, target, to);
      return count < size ? count : NOT_FEWER;
    } catch (IOException e) {
      throw new UnsupportedException("compressing " + size + " bytes with snappy", e);
    }
  }

  @Override
  public void decompress(ByteBuffer encoded, byte[] target, int to, int size) {
    int length = encoded.remaining();
    if (input.length < length) {
      input = new byte[length];
    }
    encoded.get(encoded.position(), input, 0, length);
    try {
      int count = Snappy.uncompressedLength(input, 0, length);
      if (count != size) {
        throw BlockCompressor.corrupt("snappy", size, count + " bytes as stored");
      }
      if (!Snappy.isValidCompressedBuffer(input, 0, length)) {
        throw BlockCompressor.corrupt("snappy", size, "something else");
      }
      Snappy.uncompress(input, 0, length, target, to);
    } catch (IOException e) {
      throw BlockCompressor.corrupt("snappy", size, String.valueOf(e.getMessage()));
    }
  }
}
