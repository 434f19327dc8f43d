package dev.espalier.bench.limit;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Byte shuffle of elements of two bytes, eight elements at a time. */
final class PairShuffle {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int STEP = 2 * Long.BYTES;

  private PairShuffle() {}

  /** All first bytes, then all second ones. The length is a multiple of 16. */
  static void shuffle(byte[] plain, byte[] shuffled) {
    int half = plain.length / 2;
    for (int at = 0; at < plain.length; at += STEP) {
      long low = apart((long) LONGS.get(plain, at));
      long high = apart((long) LONGS.get(plain, at + Long.BYTES));
      LONGS.set(shuffled, at / 2, (low & 0xFFFFFFFFL) | high << Integer.SIZE);
      LONGS.set(shuffled, half + at / 2, low >>> Integer.SIZE | (high & 0xFFFFFFFF00000000L));
    }
  }

  /** The way back. */
  static void unshuffle(byte[] shuffled, byte[] plain) {
    int half = plain.length / 2;
    for (int at = 0; at < plain.length; at += STEP) {
      long first = (long) LONGS.get(shuffled, at / 2);
      long second = (long) LONGS.get(shuffled, half + at / 2);
      LONGS.set(plain, at, together((first & 0xFFFFFFFFL) | second << Integer.SIZE));
      LONGS.set(
          plain,
          at + Long.BYTES,
          together(first >>> Integer.SIZE | (second & 0xFFFFFFFF00000000L)));
    }
  }

  /** The four even bytes below the four odd ones. */
  private static long apart(long pairs) {
    long x = pairs;
    long swap = (x ^ x >>> 8) & 0x0000FF000000FF00L;
    x ^= swap ^ swap << 8;
    swap = (x ^ x >>> 16) & 0x00000000FFFF0000L;
    return x ^ swap ^ swap << 16;
  }

  private static long together(long halves) {
    long x = halves;
    long swap = (x ^ x >>> 16) & 0x00000000FFFF0000L;
    x ^= swap ^ swap << 16;
    swap = (x ^ x >>> 8) & 0x0000FF000000FF00L;
    return x ^ swap ^ swap << 8;
  }
}
