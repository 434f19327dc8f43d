package dev.espalier.zarr.internal.compress;

import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.UnsupportedException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The sixteen bytes in front of what Blosc compressed, checked against what is there, so that the
 * library never sees sizes that lie.
 *
 * @param contentSize bytes that were compressed
 * @param size bytes of all, header included
 * @see <a href="https://github.com/Blosc/c-blosc/blob/main/README_CHUNK_FORMAT.rst">Blosc chunk
 *     format</a>
 */
record BloscHeader(int contentSize, int size) {
  static final int LENGTH = 16;

  private static final int VERSION = 2;
  private static final int FLAGS = 2;
  private static final int TYPE_SIZE = 3;
  private static final int CONTENT_SIZE = 4;
  private static final int BLOCK_SIZE = 8;
  private static final int SIZE = 12;

  private static final int COPIED = 2;
  private static final int COMPRESSOR_SHIFT = 5;
  private static final int SNAPPY = 2;
  private static final int LAST_COMPRESSOR = 4;

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
    if (contentSize > room) {
      throw new CorruptException(
          "expected at most " + room + " bytes of content, found " + contentSize + " as stored");
    }
    if (size < LENGTH || size > bytes.remaining()) {
      throw new CorruptException(
          "expected 16 to " + bytes.remaining() + " bytes in all, found " + size + " as stored");
    }
    if (contentSize > 0) {
      checkBlocks(bytes, contentSize, (int) size);
    }
    return new BloscHeader((int) contentSize, (int) size);
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
    if (compressor == SNAPPY) {
      throw new UnsupportedException(
          "Blosc with the compressor snappy, which the library was built without");
    }
    if (compressor > LAST_COMPRESSOR) {
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
