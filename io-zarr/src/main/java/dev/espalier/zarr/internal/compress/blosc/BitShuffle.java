package dev.espalier.zarr.internal.compress.blosc;

import dev.espalier.zarr.internal.compress.ByteShuffle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Sorts bits of elements by their place in the element: first bytes, then, of eight bytes of one
 * place at a time, bits. The number of elements is a multiple of eight.
 */
final class BitShuffle {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private BitShuffle() {}

  static void shuffle(byte[] source, int from, byte[] target, int to, int elements, int typeSize) {
    byte[] planes = new byte[elements * typeSize];
    ByteShuffle.shuffle(source, from, planes, 0, elements, typeSize);
    int row = elements / Byte.SIZE;
    for (int place = 0; place < typeSize; place++) {
      for (int group = 0; group < row; group++) {
        long bits = transposed((long) LONGS.get(planes, place * elements + group * Byte.SIZE));
        int at = to + place * elements + group;
        for (int bit = 0; bit < Byte.SIZE; bit++) {
          target[at + bit * row] = (byte) (bits >>> (bit * Byte.SIZE));
        }
      }
    }
  }

  static void unshuffle(
      byte[] source, int from, byte[] target, int to, int elements, int typeSize) {
    byte[] planes = new byte[elements * typeSize];
    int row = elements / Byte.SIZE;
    for (int place = 0; place < typeSize; place++) {
      for (int group = 0; group < row; group++) {
        int at = from + place * elements + group;
        long bits = 0;
        for (int bit = 0; bit < Byte.SIZE; bit++) {
          bits |= (source[at + bit * row] & 0xffL) << (bit * Byte.SIZE);
        }
        LONGS.set(planes, place * elements + group * Byte.SIZE, transposed(bits));
      }
    }
    ByteShuffle.unshuffle(planes, 0, target, to, elements, typeSize);
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
