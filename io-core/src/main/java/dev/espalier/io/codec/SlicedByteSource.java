package dev.espalier.io.codec;

import java.nio.ByteBuffer;

/** A part of another source. */
final class SlicedByteSource implements ByteSource {
  private final ByteSource whole;
  private final long start;
  private final long length;

  SlicedByteSource(ByteSource whole, long start, long length) {
    ByteSource.requireWithin(whole.size(), start, length);
    this.whole = whole;
    this.start = start;
    this.length = length;
  }

  @Override
  public long size() {
    return length;
  }

  @Override
  public void read(long offset, ByteBuffer into) {
    ByteSource.requireWithin(length, offset, into.remaining());
    whole.read(start + offset, into);
  }
}
