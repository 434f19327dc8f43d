package dev.espalier.zarr.internal.compress;

import dev.espalier.io.codec.BytesToBytesCoder;
import dev.espalier.io.codec.OutputBuffer;
import dev.espalier.model.error.CorruptException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads gzip members. The JDK's streams allocate for each chunk and overlook what
 * follows the last member, so that only its compressor and checksum are used.
 */
final class GzipCoder implements BytesToBytesCoder {
  /** No time and no operating system, so that equal chunks give equal bytes. */
  private static final byte[] HEADER = {
    GzipHeader.MAGIC_1, GzipHeader.MAGIC_2, Deflater.DEFLATED, 0, 0, 0, 0, 0, 0, (byte) 255
  };

  private static final int TRAILER = 8;
  private static final int STEP = 1 << 16;

  private final int level;
  private final CRC32 crc = new CRC32();
  private @Nullable Deflater deflater;
  private @Nullable Inflater inflater;

  GzipCoder(int level) {
    this.level = level;
  }

  @Override
  public void encode(ByteBuffer decoded, OutputBuffer encoded) {
    crc.reset();
    crc.update(decoded.duplicate());
    encoded.put(ByteBuffer.wrap(HEADER));
    Deflater used = deflater();
    used.reset();
    used.setInput(decoded.duplicate());
    used.finish();
    while (!used.finished()) {
      byte[] target = encoded.reserve(STEP);
      encoded.advance(used.deflate(target, encoded.position(), encoded.capacity()));
    }
    encoded.putIntLittleEndian((int) crc.getValue());
    encoded.putIntLittleEndian(decoded.remaining());
  }

  @Override
  public void decode(ByteBuffer encoded, OutputBuffer decoded) {
    ByteBuffer bytes = encoded.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    do {
      decodeMember(bytes, decoded);
    } while (bytes.hasRemaining());
  }

  @Override
  public void close() {
    if (deflater != null) {
      deflater.end();
    }
    if (inflater != null) {
      inflater.end();
    }
  }

  private void decodeMember(ByteBuffer bytes, OutputBuffer decoded) {
    GzipHeader.skip(bytes);
    int start = decoded.position();
    inflate(bytes, decoded);
    int count = decoded.position() - start;
    crc.reset();
    crc.update(decoded.reserve(0), start, count);
    if (bytes.remaining() < TRAILER) {
      throw new CorruptException(
          "expected 8 bytes of checksum and size at the end of a gzip member, found "
              + bytes.remaining());
    }
    int storedCrc = bytes.getInt();
    int storedCount = bytes.getInt();
    if (storedCount != count) {
      throw new CorruptException(
          "expected "
              + Integer.toUnsignedString(storedCount)
              + " bytes in a gzip member as stored, found "
              + count);
    }
    if (storedCrc != (int) crc.getValue()) {
      throw new CorruptException(
          String.format(
              "expected checksum 0x%08x as stored, found 0x%08x over %d bytes",
              storedCrc, crc.getValue(), count));
    }
  }

  private void inflate(ByteBuffer bytes, OutputBuffer decoded) {
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

  private Deflater deflater() {
    Deflater used = deflater;
    if (used == null) {
      used = new Deflater(level, true);
      deflater = used;
    }
    return used;
  }

  private Inflater inflater() {
    Inflater used = inflater;
    if (used == null) {
      used = new Inflater(true);
      inflater = used;
    }
    return used;
  }
}
