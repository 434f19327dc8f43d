package dev.espalier.zarr.internal.compress.blosc;

import com.scalableminds.bloscjava.Blosc;
import dev.espalier.model.error.UnsupportedException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Blocks of Blosc's own compressor, which only its library has: it is given frames of one block,
 * unshuffled, and what it gives is taken out of them.
 */
final class BloscLzBlocks implements BlockCompressor {
  private static final int BLOCK_START = BloscHeader.LENGTH + Integer.BYTES;
  private static final int OVERHEAD = BLOCK_START + Integer.BYTES;
  private static final int ONE_THREAD = 1;

  private final int level;

  BloscLzBlocks(int level) {
    this.level = level;
  }

  @Override
  public int bound(int size) {
    return size;
  }

  @Override
  public int compress(byte[] source, int from, int size, byte[] target, int to) {
    byte[] block = new byte[size];
    System.arraycopy(source, from, block, 0, size);
    byte[] frame;
    try {
      frame =
          Blosc.compress(
              block, 1, Blosc.Compressor.BLOSCLZ, level, Blosc.Shuffle.NO_SHUFFLE, size, 1);
    } catch (LinkageError e) {
      throw noLibrary(e);
    }
    ByteBuffer bytes = ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN);
    BloscHeader header = BloscHeader.read(bytes, size);
    if (header.isCopied() || header.blockSize() != size) {
      return NOT_FEWER;
    }
    int count = bytes.getInt(BLOCK_START);
    if (count >= size || count > frame.length - OVERHEAD) {
      return NOT_FEWER;
    }
    System.arraycopy(frame, OVERHEAD, target, to, count);
    return count;
  }

  @Override
  public void decompress(ByteBuffer encoded, byte[] target, int to, int size) {
    int count = encoded.remaining();
    ByteBuffer frame = ByteBuffer.allocate(OVERHEAD + count).order(ByteOrder.LITTLE_ENDIAN);
    new BloscHeader(
            (Compressor.BLOSCLZ.format() << BloscHeader.COMPRESSOR_SHIFT) | BloscHeader.UNSPLIT,
            1,
            size,
            size,
            frame.capacity())
        .write(frame);
    frame.putInt(BLOCK_START).putInt(count).put(encoded.duplicate());
    byte[] block;
    try {
      block = Blosc.decompress(frame.array(), ONE_THREAD);
    } catch (LinkageError e) {
      throw noLibrary(e);
    } catch (RuntimeException e) {
      throw BlockCompressor.corrupt("blosclz", size, String.valueOf(e.getMessage()));
    }
    if (block.length != size) {
      throw BlockCompressor.corrupt("blosclz", size, block.length + " bytes");
    }
    System.arraycopy(block, 0, target, to, size);
  }

  private static UnsupportedException noLibrary(LinkageError e) {
    return new UnsupportedException(
        "the compressor blosclz needs a native library, which there is for Linux, macOS and"
            + " Windows on x86-64; take another compressor",
        e);
  }
}
