package dev.espalier.zarr.internal.compress.blosc;

import dev.espalier.model.error.CorruptException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The sixteen bytes in front of what Blosc compressed, checked against what is there.
 *
 * @param flags how the content was sorted and compressed
 * @param typeSize bytes of an element
 * @param contentSize bytes that were compressed
 * @param blockSize bytes that were compressed at a time
 * @param size bytes of all, header included
 * @see <a href="https://github.com/Blosc/c-blosc/blob/main/README_CHUNK_FORMAT.rst">Blosc chunk
 *     format</a>
 */
record BloscHeader(int flags, int typeSize, int contentSize, int blockSize, int size) {
  static final int LENGTH = 16;

  private static final int VERSION = 2;
  private static final int FLAGS = 2;
  private static final int TYPE_SIZE = 3;
  private static final int CONTENT_SIZE = 4;
  private static final int BLOCK_SIZE = 8;
  private static final int SIZE = 12;

  /** The flag of content that was copied, not compressed. */
  static final int COPIED = 0x2;

  /** The flag of blocks whose elements were not pulled apart further. */
  static final int UNSPLIT = 0x10;

  static final int COMPRESSOR_SHIFT = 5;

  private static final int FORMAT_VERSION = 1;

  /**
   * Reads the header of all that remains of a buffer. What follows the compressed bytes is left
   * alone: there are writers that put down more than they compressed.
   *
   * @param room how many bytes are expected to have been compressed at most
   */
  static BloscHeader read(ByteBuffer encoded, long room) {
    ByteBuffer bytes = encoded.slice().order(ByteOrder.LITTLE_ENDIAN);
    if (bytes.remaining() < LENGTH) {
      throw new CorruptException(
          "expected at least the 16 bytes of a header, found " + bytes.remaining());
    }
    if (bytes.get(0) != VERSION) {
      throw new CorruptException("expected version 2 of the format, found " + bytes.get(0));
    }
    long contentSize = Integer.toUnsignedLong(bytes.getInt(CONTENT_SIZE));
    long size = Integer.toUnsignedLong(bytes.getInt(SIZE));
    long most = Math.min(room, Integer.MAX_VALUE - LENGTH); // as the format has it
    if (contentSize > most) {
      throw new CorruptException(
          "expected at most " + most + " bytes of content, found " + contentSize + " as stored");
    }
    if (size < LENGTH || size > bytes.remaining()) {
      throw new CorruptException(
          "expected 16 to " + bytes.remaining() + " bytes in all, found " + size + " as stored");
    }
    if (contentSize > 0) {
      checkBlocks(bytes, contentSize, (int) size);
    }
    return new BloscHeader(
        bytes.get(FLAGS) & 0xff,
        bytes.get(TYPE_SIZE) & 0xff,
        (int) contentSize,
        bytes.getInt(BLOCK_SIZE),
        (int) size);
  }

  /** Whether the content was copied, not compressed. */
  boolean isCopied() {
    return (flags & COPIED) != 0;
  }

  /** What compressed it. */
  Compressor compressor() {
    return Compressor.reading(flags >> COMPRESSOR_SHIFT);
  }

  /** Puts the header down at the beginning of a buffer. */
  void write(ByteBuffer into) {
    ByteBuffer bytes = into.order(ByteOrder.LITTLE_ENDIAN);
    bytes.put((byte) VERSION).put((byte) FORMAT_VERSION).put((byte) flags).put((byte) typeSize);
    bytes.putInt(contentSize).putInt(blockSize).putInt(size);
  }

  private static void checkBlocks(ByteBuffer bytes, long contentSize, int size) {
    int flags = bytes.get(FLAGS);
    long blockSize = Integer.toUnsignedLong(bytes.getInt(BLOCK_SIZE));
    if (bytes.get(TYPE_SIZE) == 0 || blockSize == 0 || blockSize > contentSize) {
      throw new CorruptException(
          "expected elements and blocks of 1 to "
              + contentSize
              + " bytes, found "
              + (bytes.get(TYPE_SIZE) & 0xff)
              + " and "
              + blockSize
              + " as stored");
    }
    if ((flags & COPIED) != 0) {
      if (size != contentSize + LENGTH) {
        throw new CorruptException(
            "expected " + (contentSize + LENGTH) + " bytes of a copy, found " + size);
      }
      return;
    }
    int compressor = (flags & 0xff) >> COMPRESSOR_SHIFT;
    if (compressor > Compressor.LAST_FORMAT) {
      throw new CorruptException("expected compressors 0 to 4, found " + compressor);
    }
    checkStarts(bytes, (contentSize + blockSize - 1) / blockSize, size);
  }

  /** After the header stands where each block starts. */
  private static void checkStarts(ByteBuffer bytes, long blocks, int size) {
    long first = LENGTH + blocks * Integer.BYTES;
    if (first > size) {
      throw new CorruptException("no room for the starts of " + blocks + " blocks");
    }
    for (int block = 0; block < blocks; block++) {
      int start = bytes.getInt(LENGTH + block * Integer.BYTES);
      if (start < first || start > size - Integer.BYTES) {
        throw new CorruptException(
            "expected a block from byte " + first + " to " + size + ", found it at " + start);
      }
    }
  }
}
