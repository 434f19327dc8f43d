package dev.espalier.zarr.internal.compress.blosc;

import dev.espalier.zarr.internal.compress.ByteShuffle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Sorts bits of elements by their place in the element: first bytes, then, of eight bytes of one
 * place at a time, bits. The number of elements is a multiple of eight. With memory that is kept;
 * for one thread.
 *
 * <p>Where there are enough elements, the bits of 64 bytes are sorted at a time: in eight words, of
 * which each pair exchanges half of its bits, three times.
 */
final class BitShuffle {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int GROUP = 8;
  private static final int SQUARE = GROUP * GROUP;

  /** Bytes that are sorted at a time: so few that a cache keeps them between the two steps. */
  private static final int PART = 1 << 14;

  private byte[] planes = {};

  /** How many bytes of memory are kept. */
  long memory() {
    return planes.length;
  }

  void shuffle(byte[] source, int from, byte[] target, int to, int elements, int typeSize) {
    int part = part(elements, typeSize);
    for (int done = 0; done < elements; done += part) {
      int count = Math.min(part, elements - done);
      ByteShuffle.shuffle(source, from + done * typeSize, planes, 0, count, typeSize);
      for (int place = 0; place < typeSize; place++) {
        int at = to + place * elements + done / GROUP;
        sort(planes, place * count, count, target, at, elements / GROUP);
      }
    }
  }

  void unshuffle(byte[] source, int from, byte[] target, int to, int elements, int typeSize) {
    int part = part(elements, typeSize);
    for (int done = 0; done < elements; done += part) {
      int count = Math.min(part, elements - done);
      for (int place = 0; place < typeSize; place++) {
        int at = from + place * elements + done / GROUP;
        restore(source, at, elements / GROUP, planes, place * count, count);
      }
      ByteShuffle.unshuffle(planes, 0, target, to + done * typeSize, count, typeSize);
    }
  }

  /** How many elements are sorted at a time, for which there is memory then. */
  private int part(int elements, int typeSize) {
    int part = Math.min(elements, Math.max(SQUARE, PART / typeSize / SQUARE * SQUARE));
    if (planes.length < part * typeSize) {
      planes = new byte[part * typeSize];
    }
    return part;
  }

  /** Sorts bits of bytes: those of one place go side by side, to rows that are a step apart. */
  private static void sort(byte[] source, int from, int count, byte[] target, int to, int step) {
    long[] words = new long[GROUP];
    int done = 0;
    for (; done <= count - SQUARE; done += SQUARE) {
      for (int i = 0; i < GROUP; i++) {
        words[i] = (long) LONGS.get(source, from + done + GROUP * i);
      }
      ByteShuffle.transpose(words);
      exchangeBits(words);
      for (int bit = 0; bit < GROUP; bit++) {
        LONGS.set(target, to + done / GROUP + bit * step, words[bit]);
      }
    }
    for (; done < count; done += GROUP) {
      long bits = transposed((long) LONGS.get(source, from + done));
      for (int bit = 0; bit < GROUP; bit++) {
        target[to + done / GROUP + bit * step] = (byte) (bits >>> (bit * Byte.SIZE));
      }
    }
  }

  private static void restore(byte[] source, int from, int step, byte[] target, int to, int count) {
    long[] words = new long[GROUP];
    int done = 0;
    for (; done <= count - SQUARE; done += SQUARE) {
      for (int bit = 0; bit < GROUP; bit++) {
        words[bit] = (long) LONGS.get(source, from + done / GROUP + bit * step);
      }
      exchangeBits(words);
      ByteShuffle.transpose(words);
      for (int i = 0; i < GROUP; i++) {
        LONGS.set(target, to + done + GROUP * i, words[i]);
      }
    }
    for (; done < count; done += GROUP) {
      long bits = 0;
      for (int bit = 0; bit < GROUP; bit++) {
        bits |= (source[from + done / GROUP + bit * step] & 0xffL) << (bit * Byte.SIZE);
      }
      LONGS.set(target, to + done, transposed(bits));
    }
  }

  /** Of the eight bytes at each place of eight words, rows and columns of bits are exchanged. */
  private static void exchangeBits(long... words) {
    for (int i = 0; i < 4; i++) {
      ByteShuffle.exchange(words, i, i + 4, 4, 0x0F0F0F0F0F0F0F0FL);
    }
    for (int i = 0; i < 2; i++) {
      ByteShuffle.exchange(words, i, i + 2, 2, 0x3333333333333333L);
      ByteShuffle.exchange(words, i + 4, i + 6, 2, 0x3333333333333333L);
    }
    for (int i = 0; i < GROUP; i += 2) {
      ByteShuffle.exchange(words, i, i + 1, 1, 0x5555555555555555L);
    }
  }

  /** Eight rows of eight bits, with rows and columns exchanged. */
  private static long transposed(long rows) {
    long x = rows;
    long swap = (x ^ (x >>> 7)) & 0x00AA00AA00AA00AAL;
    x ^= swap ^ (swap << 7);
    swap = (x ^ (x >>> 14)) & 0x0000CCCC0000CCCCL;
    x ^= swap ^ (swap << 14);
    swap = (x ^ (x >>> 28)) & 0x00000000F0F0F0F0L;
    return x ^ swap ^ (swap << 28);
  }
}
