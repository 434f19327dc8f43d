package dev.espalier.io.http;

import java.io.IOException;
import java.nio.ByteBuffer;

/** A part of a value on its way from the server, read once from its start on; by one thread. */
final class Piece implements AutoCloseable {
  private final Body body;
  private final long end;
  private long at;

  /**
   * What a body brings.
   *
   * @param start the offset of its first byte in the value
   * @param end the offset after its last byte
   */
  Piece(Body body, long start, long end) {
    this.body = body;
    this.at = start;
    this.end = end;
  }

  /** The offset of the next byte. */
  long at() {
    return at;
  }

  /** Whether bytes can be read from an offset on after throwing away no more than some. */
  boolean reaches(long offset, long most) {
    return offset >= at && offset < end && offset - at <= most;
  }

  boolean isAtEnd() {
    return at == end;
  }

  /** Throws away what comes before an offset. */
  void skipTo(long offset) throws IOException {
    while (at < offset) {
      at += body.skip(offset - at);
    }
  }

  /**
   * Fills a buffer, or as much of it as this piece has.
   *
   * @throws IOException if the body breaks or ends before; what came is in the buffer
   */
  void read(ByteBuffer into) throws IOException {
    int limit = into.limit();
    into.limit((int) Math.min(limit, into.position() + (end - at)));
    try {
      while (into.hasRemaining()) {
        int before = into.position();
        if (!body.read(into)) {
          throw new IOException(
              "the answer ended after " + at + " bytes of the value; expected " + end);
        }
        at += into.position() - before;
      }
    } finally {
      into.limit(limit);
    }
  }

  /** Stops it without waiting for anything. */
  void breakOff() {
    body.close();
  }

  @Override
  public void close() {
    body.finish(end - at);
  }
}
