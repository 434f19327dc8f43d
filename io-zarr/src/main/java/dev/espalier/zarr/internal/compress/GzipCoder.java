package dev.espalier.zarr.internal.compress;

import dev.espalier.io.codec.BytesToBytesCoder;
import dev.espalier.io.codec.OutputBuffer;
import dev.espalier.model.error.CorruptException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

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

  private final CRC32 crc = new CRC32();
  private final Deflation deflation;
  private final Inflation inflation = new Inflation(true);

  GzipCoder(int level) {
    this.deflation = new Deflation(level, true);
  }

  @Override
  public void encode(ByteBuffer decoded, OutputBuffer encoded) {
    crc.reset();
    crc.update(decoded.duplicate());
    encoded.put(ByteBuffer.wrap(HEADER));
    deflation.deflate(decoded, encoded);
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
    deflation.close();
    inflation.close();
  }

  private void decodeMember(ByteBuffer bytes, OutputBuffer decoded) {
    GzipHeader.skip(bytes);
    int start = decoded.position();
    inflation.inflate(bytes, decoded);
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
}
