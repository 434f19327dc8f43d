package dev.espalier.zarr.internal.compress;

import dev.espalier.model.error.CorruptException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** The header of a gzip member, RFC 1952 section 2.3. */
final class GzipHeader {
  static final byte MAGIC_1 = 0x1f;
  static final byte MAGIC_2 = (byte) 0x8b;

  private static final int HAS_CHECKSUM = 2;
  private static final int HAS_EXTRA = 4;
  private static final int HAS_NAME = 8;
  private static final int HAS_COMMENT = 16;
  private static final int RESERVED = 0xe0;
  private static final int TIME_FLAGS_SYSTEM = 6;

  private GzipHeader() {}

  /** Moves a little-endian buffer behind the header. */
  static void skip(ByteBuffer bytes) {
    int start = bytes.position();
    try {
      read(bytes, start);
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      throw new CorruptException("the gzip header at byte " + start + " ends too early", e);
    }
  }

  private static void read(ByteBuffer bytes, int start) {
    int first = bytes.get() & 0xff;
    int second = bytes.get() & 0xff;
    if (first != MAGIC_1 || second != (MAGIC_2 & 0xff)) {
      throw new CorruptException(
          String.format(
              "expected a gzip member (1f 8b) at byte %d, found %02x %02x", start, first, second));
    }
    int method = bytes.get();
    int flags = bytes.get();
    if (method != Deflater.DEFLATED || (flags & RESERVED) != 0) {
      throw new CorruptException(
          "gzip header with method " + method + " and flags " + flags + "; expected method 8");
    }
    advance(bytes, TIME_FLAGS_SYSTEM);
    if ((flags & HAS_EXTRA) != 0) {
      advance(bytes, bytes.getShort() & 0xffff);
    }
    if ((flags & HAS_NAME) != 0) {
      skipText(bytes);
    }
    if ((flags & HAS_COMMENT) != 0) {
      skipText(bytes);
    }
    if ((flags & HAS_CHECKSUM) != 0) {
      checkChecksum(bytes, start);
    }
  }

  private static void advance(ByteBuffer bytes, int count) {
    bytes.position(bytes.position() + count);
  }

  private static void skipText(ByteBuffer bytes) {
    while (bytes.get() != 0) {
      // The text ends with a zero.
    }
  }

  private static void checkChecksum(ByteBuffer bytes, int start) {
    CRC32 crc = new CRC32();
    crc.update(bytes.slice(start, bytes.position() - start));
    int stored = bytes.getShort() & 0xffff;
    int computed = (int) crc.getValue() & 0xffff;
    if (stored != computed) {
      throw new CorruptException(
          String.format(
              "expected checksum 0x%04x of the gzip header as stored, found 0x%04x",
              stored, computed));
    }
  }
}
