package dev.espalier.io.zip;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;

/** The bytes of buffers, one after the other; the buffers are left as they are. */
final class PiecesStream extends InputStream {
  private final Deque<ByteBuffer> left = new ArrayDeque<>();

  PiecesStream(ByteBuffer... pieces) {
    for (ByteBuffer piece : pieces) {
      left.add(piece.duplicate());
    }
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    while (!left.isEmpty() && !left.getFirst().hasRemaining()) {
      left.removeFirst();
    }
    if (length == 0) {
      return 0;
    }
    if (left.isEmpty()) {
      return -1;
    }
    ByteBuffer piece = left.getFirst();
    int count = Math.min(length, piece.remaining());
    piece.get(into, offset, count);
    return count;
  }
}
