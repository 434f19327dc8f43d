package dev.espalier.zarr.internal.compress.blosc;

import dev.espalier.model.error.CorruptException;
import java.nio.ByteBuffer;
import java.util.function.Function;

/**
 * Reads the blocks of a frame. A block may have been pulled apart into as many streams as its
 * elements have bytes, each compressed on its own.
 */
final class BlockReader {
  private static final int MOST_STREAMS = 16;
  private static final int SHORTEST_STREAM = 128;

  private final Function<Compressor, BlockCompressor> compressors;
  private final BitShuffle bits = new BitShuffle();
  private byte[] sorted = {};

  /**
   * A reader.
   *
   * @param compressors what compresses for the caller, who closes it
   */
  BlockReader(Function<Compressor, BlockCompressor> compressors) {
    this.compressors = compressors;
  }

  /** How many bytes of buffers are kept. */
  long memory() {
    return sorted.length + bits.memory();
  }

  /**
   * Reads all blocks.
   *
   * @param frame the frame from its header on, least significant bytes first
   * @param to where the content goes
   */
  void read(ByteBuffer frame, BloscHeader header, byte[] target, int to) {
    BlockLayout layout = new BlockLayout(header.contentSize(), header.blockSize());
    Shuffle shuffle = Shuffle.in(header.flags());
    boolean sorts = shuffle == Shuffle.BITS || (shuffle == Shuffle.BYTES && header.typeSize() > 1);
    if (sorts && sorted.length < layout.size()) {
      sorted = new byte[layout.size()];
    }
    for (int block = 0; block < layout.count(); block++) {
      int at = frame.getInt(BloscHeader.LENGTH + block * Integer.BYTES);
      int length = layout.length(block);
      int goal = to + block * layout.size();
      if (sorts) {
        readStreams(frame, at, header, length, sorted, 0);
        shuffle.restore(sorted, 0, target, goal, length, header.typeSize(), bits);
      } else {
        readStreams(frame, at, header, length, target, goal);
      }
    }
  }

  private void readStreams(
      ByteBuffer frame, int start, BloscHeader header, int length, byte[] target, int to) {
    int streams = streams(header, length);
    int size = length / streams;
    if (size * streams != length) {
      throw new CorruptException(
          "expected blocks of whole elements of "
              + header.typeSize()
              + " bytes, found one of "
              + length
              + " bytes");
    }
    int at = start;
    for (int stream = 0; stream < streams; stream++) {
      int count = at <= frame.limit() - Integer.BYTES ? frame.getInt(at) : -1;
      at += Integer.BYTES;
      if (count <= 0 || count > frame.limit() - at) {
        throw new CorruptException(
            "expected the size of what is compressed at byte "
                + (at - Integer.BYTES)
                + " of "
                + frame.limit()
                + ", found "
                + count);
      }
      int goal = to + stream * size;
      if (count == size) {
        frame.get(at, target, goal, size);
      } else {
        ByteBuffer encoded = frame.duplicate().position(at).limit(at + count);
        compressors.apply(header.compressor()).decompress(encoded, target, goal, size);
      }
      at += count;
    }
  }

  /** A shorter block at the end is never pulled apart. */
  private static int streams(BloscHeader header, int length) {
    int typeSize = header.typeSize();
    boolean split =
        (header.flags() & BloscHeader.UNSPLIT) == 0
            && typeSize <= MOST_STREAMS
            && header.blockSize() / typeSize >= SHORTEST_STREAM
            && length == header.blockSize();
    return split ? typeSize : 1;
  }
}
