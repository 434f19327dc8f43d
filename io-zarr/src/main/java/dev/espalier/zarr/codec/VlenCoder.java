package dev.espalier.zarr.codec;

import dev.espalier.io.codec.OutputBuffer;
import dev.espalier.model.data.Block;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.UnsupportedException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Writes and reads the elements of a chunk that differ in length. */
abstract class VlenCoder implements ArrayToBytesCodec.Coder {
  private static final int WORD = Integer.BYTES;

  private final String element;
  private final int count;
  private final int maxSize;

  /**
   * A coder.
   *
   * @param element what an element is, for messages, as {@code text}
   * @param count how many a chunk has
   * @param maxSize how many bytes they may take
   */
  VlenCoder(String element, int count, int maxSize) {
    this.element = element;
    this.count = count;
    this.maxSize = maxSize;
  }

  /** Appends an element: its length, then its bytes. */
  abstract void put(Block block, int index, OutputBuffer encoded);

  /** Sets an element to so many of the next bytes, and goes past them. */
  abstract void take(ByteBuffer bytes, int length, Block block, int index);

  @Override
  public final void encode(Block decoded, OutputBuffer encoded) {
    int start = encoded.size();
    encoded.putIntLittleEndian(count);
    for (int i = 0; i < count; i++) {
      put(decoded, i, encoded);
      if (encoded.size() - start > maxSize) {
        throw new UnsupportedException(
            "a chunk of "
                + count
                + " "
                + element
                + "s of more than "
                + maxSize
                + " bytes; use smaller chunks");
      }
    }
  }

  @Override
  public final void decode(ByteBuffer encoded, Block decoded) {
    ByteBuffer bytes = encoded.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    int found = nextWord(bytes, "the number of " + element + "s", -1);
    if (found != count) {
      throw new CorruptException(
          "expected " + count + " " + element + "s, found " + Integer.toUnsignedString(found));
    }
    for (int i = 0; i < count; i++) {
      int length = nextWord(bytes, "the length of", i);
      if (length < 0 || length > bytes.remaining()) {
        throw new CorruptException(
            "expected "
                + Integer.toUnsignedString(length)
                + " bytes of "
                + element
                + " "
                + i
                + ", found "
                + bytes.remaining());
      }
      take(bytes, length, decoded, i);
    }
    if (bytes.hasRemaining()) {
      throw new CorruptException(
          "expected an end after "
              + count
              + " "
              + element
              + "s, found "
              + bytes.remaining()
              + " more bytes");
    }
  }

  private int nextWord(ByteBuffer bytes, String what, int index) {
    if (bytes.remaining() < WORD) {
      throw new CorruptException(
          "expected 4 bytes for "
              + what
              + (index < 0 ? "" : " " + element + " " + index)
              + ", found "
              + bytes.remaining());
    }
    return bytes.getInt();
  }
}
