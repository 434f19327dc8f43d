package dev.espalier.io.codec;

import java.util.zip.Checksum;

/**
 * Fletcher's checksum as HDF5 has it: of words of two bytes, the most significant first, with a
 * zero behind a last single byte. The two sums are modulo 65535, where a sum that is not zero is
 * never told as 0 but as 65535.
 *
 * <p>For one thread.
 */
public final class Fletcher32 implements Checksum {
  /** So many words cannot make the second sum overflow 64 bits. */
  private static final int WORDS_AT_ONCE = 1 << 16;

  private static final int MODULUS = 0xffff;

  private long first;
  private long second;

  /** The checksum of nothing so far. */
  public Fletcher32() {}

  /** Adds all bytes of a message; a message is given at once. */
  @Override
  public void update(byte[] bytes, int from, int count) {
    int end = from + count;
    int at = from;
    while (at < end) {
      int stop = (int) Math.min(end, at + 2L * WORDS_AT_ONCE);
      for (; at + 1 < stop; at += 2) {
        first += ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff);
        second += first;
      }
      if (at + 1 == end) {
        first += (bytes[at] & 0xff) << 8;
        second += first;
        at++;
      }
      first = folded(first);
      second = folded(second);
    }
  }

  @Override
  public void update(int one) {
    update(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public long getValue() {
    return (second << 16) | first;
  }

  @Override
  public void reset() {
    first = 0;
    second = 0;
  }

  private static long folded(long sum) {
    return sum == 0 ? 0 : (sum - 1) % MODULUS + 1;
  }
}
