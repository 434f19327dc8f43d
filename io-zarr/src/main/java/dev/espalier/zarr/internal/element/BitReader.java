package dev.espalier.zarr.internal.element;

/** Takes bits out of bytes, the least significant one first. */
final class BitReader {
  private static final int HALF = 32;

  private final byte[] source;
  private int at;
  private long waiting;
  private int filled;

  BitReader(byte[] source, int at) {
    this.source = source;
    this.at = at;
  }

  /**
   * Takes bits as the low ones of a number, with zeros above.
   *
   * @param width how many, from 1 to 64
   */
  long get(int width) {
    if (width > HALF) {
      long low = getFew(HALF);
      return low | (getFew(width - HALF) << HALF);
    }
    return getFew(width);
  }

  private long getFew(int width) {
    while (filled < width) {
      waiting |= (source[at++] & 0xffL) << filled;
      filled += Byte.SIZE;
    }
    long bits = waiting & ((1L << width) - 1);
    waiting >>>= width;
    filled -= width;
    return bits;
  }
}
