package dev.espalier.zarr.internal.compress;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Sorts bytes of elements by their place in the element, and back. Eight bytes at a time where
 * elements have two, four or a multiple of eight bytes, which is several times faster.
 */
public final class ByteShuffle {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long LOW_HALF = 0xFFFFFFFFL;
  private static final int GROUP = 8;

  private ByteShuffle() {}

  /**
   * Sorts.
   *
   * @param from where the elements begin
   * @param to where their bytes go: first the first of all elements, and so on
   * @param elements how many there are
   * @param size bytes of an element
   */
  public static void shuffle(
      byte[] source, int from, byte[] target, int to, int elements, int size) {
    int done =
        switch (size) {
          case 2 -> shuffle2(source, from, target, to, elements);
          case 4 -> shuffle4(source, from, target, to, elements);
          default ->
              size % GROUP == 0 ? shuffleGroups(source, from, target, to, elements, size) : 0;
        };
    if (size == 1) {
      System.arraycopy(source, from, target, to, elements);
      return;
    }
    for (int place = 0; place < size; place++) {
      int at = to + place * elements;
      for (int i = done; i < elements; i++) {
        target[at + i] = source[from + i * size + place];
      }
    }
  }

  /** Sorts back; parameters as for {@link #shuffle}, the other way around. */
  public static void unshuffle(
      byte[] source, int from, byte[] target, int to, int elements, int size) {
    int done =
        switch (size) {
          case 2 -> unshuffle2(source, from, target, to, elements);
          case 4 -> unshuffle4(source, from, target, to, elements);
          default ->
              size % GROUP == 0 ? unshuffleGroups(source, from, target, to, elements, size) : 0;
        };
    if (size == 1) {
      System.arraycopy(source, from, target, to, elements);
      return;
    }
    for (int i = done; i < elements; i++) {
      for (int place = 0; place < size; place++) {
        target[to + i * size + place] = source[from + place * elements + i];
      }
    }
  }

  private static int shuffle2(byte[] source, int from, byte[] target, int to, int elements) {
    int i = 0;
    for (; i <= elements - GROUP; i += GROUP) {
      long a = get(source, from + 2 * i);
      long b = get(source, from + 2 * i + GROUP);
      set(target, to + i, evenBytes(a) | (evenBytes(b) << 32));
      set(target, to + elements + i, evenBytes(a >>> 8) | (evenBytes(b >>> 8) << 32));
    }
    return i;
  }

  private static int unshuffle2(byte[] source, int from, byte[] target, int to, int elements) {
    int i = 0;
    for (; i <= elements - GROUP; i += GROUP) {
      long a = get(source, from + i);
      long b = get(source, from + elements + i);
      set(target, to + 2 * i, spread(a & LOW_HALF) | (spread(b & LOW_HALF) << 8));
      set(target, to + 2 * i + GROUP, spread(a >>> 32) | (spread(b >>> 32) << 8));
    }
    return i;
  }

  private static int shuffle4(byte[] source, int from, byte[] target, int to, int elements) {
    int i = 0;
    for (; i <= elements - GROUP; i += GROUP) {
      int at = from + 4 * i;
      long a = get(source, at);
      long b = get(source, at + GROUP);
      long c = get(source, at + 2 * GROUP);
      long d = get(source, at + 3 * GROUP);
      // Pairs of bytes of one place, of four elements each: places 0 and 1, then 2 and 3.
      long low = evenPairs(a) | (evenPairs(b) << 32);
      long lower = evenPairs(c) | (evenPairs(d) << 32);
      long high = evenPairs(a >>> 16) | (evenPairs(b >>> 16) << 32);
      long higher = evenPairs(c >>> 16) | (evenPairs(d >>> 16) << 32);
      set(target, to + i, evenBytes(low) | (evenBytes(lower) << 32));
      set(target, to + elements + i, evenBytes(low >>> 8) | (evenBytes(lower >>> 8) << 32));
      set(target, to + 2 * elements + i, evenBytes(high) | (evenBytes(higher) << 32));
      set(target, to + 3 * elements + i, evenBytes(high >>> 8) | (evenBytes(higher >>> 8) << 32));
    }
    return i;
  }

  private static int unshuffle4(byte[] source, int from, byte[] target, int to, int elements) {
    int i = 0;
    for (; i <= elements - GROUP; i += GROUP) {
      long a = get(source, from + i);
      long b = get(source, from + elements + i);
      long c = get(source, from + 2 * elements + i);
      long d = get(source, from + 3 * elements + i);
      int at = to + 4 * i;
      long low = spread(a & LOW_HALF) | (spread(b & LOW_HALF) << 8);
      long high = spread(c & LOW_HALF) | (spread(d & LOW_HALF) << 8);
      set(target, at, spreadPairs(low & LOW_HALF) | (spreadPairs(high & LOW_HALF) << 16));
      set(target, at + GROUP, spreadPairs(low >>> 32) | (spreadPairs(high >>> 32) << 16));
      low = spread(a >>> 32) | (spread(b >>> 32) << 8);
      high = spread(c >>> 32) | (spread(d >>> 32) << 8);
      set(
          target,
          at + 2 * GROUP,
          spreadPairs(low & LOW_HALF) | (spreadPairs(high & LOW_HALF) << 16));
      set(target, at + 3 * GROUP, spreadPairs(low >>> 32) | (spreadPairs(high >>> 32) << 16));
    }
    return i;
  }

  private static int shuffleGroups(
      byte[] source, int from, byte[] target, int to, int elements, int size) {
    long[] rows = new long[GROUP];
    int i = 0;
    for (; i <= elements - GROUP; i += GROUP) {
      for (int place = 0; place < size; place += GROUP) {
        for (int r = 0; r < GROUP; r++) {
          rows[r] = get(source, from + size * (i + r) + place);
        }
        transpose(rows);
        for (int r = 0; r < GROUP; r++) {
          set(target, to + (place + r) * elements + i, rows[r]);
        }
      }
    }
    return i;
  }

  private static int unshuffleGroups(
      byte[] source, int from, byte[] target, int to, int elements, int size) {
    long[] rows = new long[GROUP];
    int i = 0;
    for (; i <= elements - GROUP; i += GROUP) {
      for (int place = 0; place < size; place += GROUP) {
        for (int r = 0; r < GROUP; r++) {
          rows[r] = get(source, from + (place + r) * elements + i);
        }
        transpose(rows);
        for (int r = 0; r < GROUP; r++) {
          set(target, to + size * (i + r) + place, rows[r]);
        }
      }
    }
    return i;
  }

  /** Exchanges rows and columns of eight times eight bytes: halves, quarters, then bytes. */
  public static void transpose(long... rows) {
    for (int r = 0; r < 4; r++) {
      exchange(rows, r, r + 4, 32, LOW_HALF);
    }
    for (int r = 0; r < 2; r++) {
      exchange(rows, r, r + 2, 16, 0x0000FFFF0000FFFFL);
      exchange(rows, r + 4, r + 6, 16, 0x0000FFFF0000FFFFL);
    }
    for (int r = 0; r < GROUP; r += 2) {
      exchange(rows, r, r + 1, 8, 0x00FF00FF00FF00FFL);
    }
  }

  /**
   * Exchanges bits of two rows.
   *
   * @param shift how much higher those of the upper row are than those of the lower one
   * @param mask the bits of the lower row
   */
  public static void exchange(long[] rows, int upper, int lower, int shift, long mask) {
    long swap = ((rows[upper] >>> shift) ^ rows[lower]) & mask;
    rows[lower] ^= swap;
    rows[upper] ^= swap << shift;
  }

  /** Every second byte, from the lowest on, side by side in the lower half. */
  private static long evenBytes(long bytes) {
    long x = bytes & 0x00FF00FF00FF00FFL;
    x = (x | (x >>> 8)) & 0x0000FFFF0000FFFFL;
    return (x | (x >>> 16)) & LOW_HALF;
  }

  /** Four bytes, each followed by one of zeros. */
  private static long spread(long bytes) {
    long x = (bytes | (bytes << 16)) & 0x0000FFFF0000FFFFL;
    return (x | (x << 8)) & 0x00FF00FF00FF00FFL;
  }

  /** The first and third pair of bytes, side by side in the lower half. */
  private static long evenPairs(long bytes) {
    long x = bytes & 0x0000FFFF0000FFFFL;
    return (x | (x >>> 16)) & LOW_HALF;
  }

  /** Two pairs of bytes, each followed by a pair of zeros. */
  private static long spreadPairs(long bytes) {
    return (bytes | (bytes << 16)) & 0x0000FFFF0000FFFFL;
  }

  private static long get(byte[] bytes, int at) {
    return (long) LONGS.get(bytes, at);
  }

  private static void set(byte[] bytes, int at, long value) {
    LONGS.set(bytes, at, value);
  }
}
