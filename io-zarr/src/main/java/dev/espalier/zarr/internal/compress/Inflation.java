package dev.espalier.zarr.internal.compress;

import dev.espalier.io.codec.OutputBuffer;
import dev.espalier.model.error.CorruptException;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** Reads deflate streams, with an inflater that is kept between them. */
final class Inflation implements AutoCloseable {
  private static final int STEP = 1 << 16;

  private final boolean bare;
  private @Nullable Inflater inflater;

  /**
   * What reads streams of one kind.
   *
   * @param bare whether they are streams of RFC 1951 alone, without the header and the checksum of
   *     RFC 1950
   */
  Inflation(boolean bare) {
    this.bare = bare;
  }

  /** Reads one stream, and moves the buffer behind it. */
  void inflate(ByteBuffer bytes, OutputBuffer decoded) {
    Inflater used = inflater();
    used.reset();
    used.setInput(bytes);
    try {
      while (!used.finished()) {
        // Without room left, a stream can still come to its end, and nothing else.
        int count = used.inflate(room(decoded));
        decoded.advance(count);
        if (count == 0 && !used.finished()) {
          throw stuck(used, decoded);
        }
      }
    } catch (DataFormatException e) {
      throw new CorruptException("not a deflate stream: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    if (inflater != null) {
      inflater.end();
    }
  }

  /** A view of what has room in the output, empty if the limit is reached. */
  private static ByteBuffer room(OutputBuffer decoded) {
    byte[] target = decoded.reserve(Math.min(STEP, decoded.room()));
    return ByteBuffer.wrap(target, decoded.position(), decoded.capacity());
  }

  /** Says why nothing comes although the stream has not ended. */
  private static CorruptException stuck(Inflater used, OutputBuffer decoded) {
    if (used.needsDictionary()) {
      return new CorruptException("the deflate stream asks for a dictionary");
    }
    if (used.needsInput()) {
      return new CorruptException("the deflate stream ends too early");
    }
    return new CorruptException(
        "expected at most " + decoded.size() + " bytes of content, found more");
  }

  private Inflater inflater() {
    Inflater used = inflater;
    if (used == null) {
      used = new Inflater(bare);
      inflater = used;
    }
    return used;
  }
}
