package dev.espalier.io.internal.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * Moves bytes between buffers and files in pieces.
 *
 * <p>The runtime copies through a buffer of its own, as large as the piece, that it keeps for every
 * thread: pieces keep that small.
 */
public final class FileTransfer {
  private static final int PIECE = 256 << 10;

  private FileTransfer() {}

  /** Reads some bytes, at least one; returns how many, or -1 at the end of the file. */
  public static int read(FileChannel channel, ByteBuffer into, long offset) throws IOException {
    int limit = into.limit();
    into.limit(Math.min(limit, into.position() + PIECE));
    try {
      return channel.read(into, offset);
    } finally {
      into.limit(limit);
    }
  }

  /** Writes all of a buffer at the channel's position; the buffer's own position stays. */
  public static void write(FileChannel channel, ByteBuffer from) throws IOException {
    ByteBuffer piece = from.duplicate();
    while (piece.position() < from.limit()) {
      piece.limit(Math.min(from.limit(), piece.position() + PIECE));
      channel.write(piece);
    }
  }
}
