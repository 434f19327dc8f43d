package dev.espalier.zarr.internal.element;

/** Puts bits into bytes, the least significant one first. */
final class BitWriter {
  private static final int HALF = 32;

  private final byte[] target;
  private int at;
  private long waiting;
  private int filled;

  BitWriter(byte[] target, int at) {
    this.target = target;
    this.at = at;
  }

  /**
   * Puts the low bits of a number.
   *
   * @param bits with zeros above
   * @param width how many, from 1 to 64
   */
  void put(long bits, int width) {
    if (width > HALF) {
      putFew(bits & 0xffff_ffffL, HALF);
      putFew(bits >>> HALF, width - HALF);
    } else {
      putFew(bits, width);
    }
  }

  /** Puts what does not fill a byte, with zeros above. */
  void finish() {
    if (filled > 0) {
      target[at++] = (byte) waiting;
      waiting = 0;
      filled = 0;
    }
  }

  private void putFew(long bits, int width) {
    waiting |= bits << filled;
    filled += width;
    while (filled >= Byte.SIZE) {
      target[at++] = (byte) waiting;
      waiting >>>= Byte.SIZE;
      filled -= Byte.SIZE;
    }
  }
}
