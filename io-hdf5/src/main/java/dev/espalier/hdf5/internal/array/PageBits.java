package dev.espalier.hdf5.internal.array;

import java.nio.ByteBuffer;

/** The bits that tell which pages of an index were written, the highest bit of a byte first. */
final class PageBits {
  private PageBits() {}

  static boolean isSet(ByteBuffer buffer, int start, long page) {
    int octet = buffer.get(Math.toIntExact(start + page / 8));
    return (octet & (0x80 >> (page % 8))) != 0;
  }
}
