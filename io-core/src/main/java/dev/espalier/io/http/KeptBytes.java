package dev.espalier.io.http;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The bytes of a value in memory, which is taken as they come and not as a server says how many
 * there are.
 */
final class KeptBytes {
  static final int PIECE = 256 << 10;

  private final List<ByteBuffer> pieces = new ArrayList<>();
  private long size;

  /** Adds what remains of a buffer; all before the last have {@link #PIECE} bytes. */
  void add(ByteBuffer piece) {
    pieces.add(piece);
    size += piece.remaining();
  }

  long size() {
    return size;
  }

  /** Forgets all of them. */
  void clear() {
    pieces.clear();
    size = 0;
  }

  /** Fills a buffer with bytes that are there. */
  void read(long offset, ByteBuffer into) {
    long at = offset;
    while (into.hasRemaining()) {
      ByteBuffer piece = pieces.get((int) (at / PIECE)).duplicate();
      piece.position((int) (at % PIECE));
      piece.limit(piece.position() + Math.min(piece.remaining(), into.remaining()));
      at += piece.remaining();
      into.put(piece);
    }
  }
}
