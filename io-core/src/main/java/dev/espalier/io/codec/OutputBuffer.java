package dev.espalier.io.codec;

import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.UnsupportedException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Bytes that a codec puts out, one after the other, into an array that grows as it is needed and is
 * kept for the next use.
 *
 * <p>A limit says how many bytes are expected at most: what goes beyond it is refused before any
 * memory is taken for it, so that a small input cannot expand without end.
 */
public final class OutputBuffer {
  private static final int LONGEST_JAVA_ARRAY = Integer.MAX_VALUE - 8;

  private static final byte[] NOTHING = {};

  private final boolean fixed;
  private byte[] array;
  private int start;
  private int end;
  private long limit;

  private OutputBuffer(byte[] array, int start, long limit, boolean fixed) {
    this.fixed = fixed;
    this.array = array;
    this.start = start;
    this.end = start;
    this.limit = limit;
  }

  /** An empty buffer that grows without a limit of its own. */
  public static OutputBuffer growing() {
    return new OutputBuffer(NOTHING, 0, Long.MAX_VALUE, false);
  }

  /** A buffer that puts the bytes where they are wanted, and takes no more than have room there. */
  public static OutputBuffer over(byte[] array, int offset, int length) {
    return new OutputBuffer(array, offset, length, true);
  }

  /**
   * Forgets the bytes, keeps the memory, and sets how many bytes are expected at most.
   *
   * @param newLimit {@link Long#MAX_VALUE} for no limit
   */
  public void clear(long newLimit) {
    start = 0;
    end = 0;
    limit = newLimit;
  }

  /** How many bytes have been put out. */
  public int size() {
    return end - start;
  }

  /** How many more bytes are expected at most. */
  public long room() {
    return limit - size();
  }

  /**
   * Makes sure that more bytes have room, and gives the array, where they go to {@link #position}
   * onwards; {@link #advance} tells how many were put there.
   *
   * @param count how many bytes
   * @throws CorruptException if that goes beyond the limit
   * @throws UnsupportedException if that is more than a Java array holds
   */
  public byte[] reserve(long count) {
    if (count > room()) {
      throw new CorruptException("expected at most " + limit + " bytes, found more");
    }
    if (count > LONGEST_JAVA_ARRAY - end) {
      throw new UnsupportedException("more than 2 GiB of bytes in one piece; use smaller chunks");
    }
    int needed = end + (int) count;
    if (needed > array.length) {
      grow(needed);
    }
    return array;
  }

  private void grow(int needed) {
    // By half at a time: the buffers of all workers together stay near what is needed.
    long larger = Math.min(array.length * 3L / 2, LONGEST_JAVA_ARRAY);
    int length = (int) Math.max(needed, Math.min(larger, limit));
    if (end == 0) {
      // Let go of the old array first, so that both need not be held.
      array = NOTHING;
      array = new byte[length];
    } else {
      array = Arrays.copyOf(array, length);
    }
  }

  /** How many bytes have room in the array as it is, within the limit. */
  public int capacity() {
    return (int) Math.min(room(), array.length - end);
  }

  /** How many bytes it holds on to, whatever is in them; none where they are the caller's. */
  public long memory() {
    return fixed ? 0 : array.length;
  }

  /** Where in the array the next byte goes. */
  public int position() {
    return end;
  }

  /** Counts bytes that were put into the array that {@link #reserve} gave. */
  public void advance(int count) {
    if (count < 0 || count > capacity()) {
      throw new IllegalArgumentException(count + " bytes; there is room for " + capacity());
    }
    end += count;
  }

  /** Puts out all that remains of a buffer. */
  public void put(ByteBuffer bytes) {
    int count = bytes.remaining();
    bytes.get(reserve(count), end, count);
    end += count;
  }

  /**
   * Puts out all bytes of an array that nobody else uses any more: where nothing was put out
   * before, and nobody said where the bytes go, it is taken as it is.
   */
  public void adopt(byte[] bytes) {
    if (end > 0 || fixed || bytes.length > room()) {
      put(ByteBuffer.wrap(bytes));
    } else {
      array = bytes;
      end = bytes.length;
    }
  }

  /** Puts out a number in four bytes, least significant first. */
  public void putIntLittleEndian(int number) {
    byte[] bytes = reserve(Integer.BYTES);
    for (int i = 0; i < Integer.BYTES; i++) {
      bytes[end++] = (byte) (number >>> (8 * i));
    }
  }

  /** Sets bytes that were put out before. */
  public void overwrite(int at, ByteBuffer bytes) {
    if (at < 0 || bytes.remaining() > size() - at) {
      throw new IllegalArgumentException(
          bytes.remaining() + " bytes at " + at + "; there are " + size());
    }
    bytes.get(array, start + at, bytes.remaining());
  }

  /** The bytes so far: a view, valid until more are put out. */
  public ByteBuffer written() {
    return ByteBuffer.wrap(array, start, end - start);
  }
}
