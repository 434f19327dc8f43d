package dev.espalier.zarr.internal.compress;

import dev.espalier.io.codec.OutputBuffer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/** Output of libraries that know streams only. */
final class StreamOutput extends OutputStream {
  private static final int STEP = 1 << 16;

  private final OutputBuffer out;

  StreamOutput(OutputBuffer out) {
    this.out = out;
  }

  @Override
  public void write(int one) {
    out.reserve(1)[out.position()] = (byte) one;
    out.advance(1);
  }

  @Override
  public void write(byte[] bytes, int from, int count) {
    out.put(ByteBuffer.wrap(bytes, from, count));
  }

  /** What remains of a buffer, as a stream. */
  static InputStream of(ByteBuffer bytes) {
    return new ByteArrayInputStream(
        bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
  }

  /** Puts out all that a stream gives, and takes memory for it step by step. */
  static void drain(InputStream from, OutputBuffer into) throws IOException {
    while (into.room() > 0) {
      long step = Math.min(Math.max(into.capacity(), STEP), into.room());
      byte[] target = into.reserve(step);
      int count = from.read(target, into.position(), (int) step);
      if (count < 0) {
        return;
      }
      into.advance(count);
    }
    if (from.read() >= 0) {
      into.reserve(1);
    }
  }
}
