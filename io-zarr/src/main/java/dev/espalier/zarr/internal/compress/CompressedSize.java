package dev.espalier.zarr.internal.compress;

import java.nio.ByteBuffer;

/** What can be said of the size of compressed bytes in general. */
public final class CompressedSize {
  private static final long OVERHEAD = 1 << 16;

  private CompressedSize() {}

  /**
   * The most compressed bytes that are worth reading: what cannot be compressed grows by less than
   * a hundredth; the rest is for writers that flush often or store many small pieces.
   */
  public static long max(long contentSize) {
    return 2 * contentSize + OVERHEAD;
  }

  /** A first guess at the size of what was compressed to these bytes. */
  static long likelyContent(ByteBuffer compressed) {
    return Math.max(OVERHEAD, 4L * compressed.remaining());
  }
}
