package dev.espalier.io.codec;

import java.nio.ByteBuffer;

/** Bytes in memory. */
final class BufferByteSource implements ByteSource {
  private final ByteBuffer bytes;

  BufferByteSource(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  @Override
  public long size() {
    return bytes.limit();
  }

  @Override
  public void read(long offset, ByteBuffer into) {
    ByteSource.requireWithin(size(), offset, into.remaining());
    int count = into.remaining();
    into.put(into.position(), bytes, (int) offset, count);
    into.position(into.position() + count);
  }
}
