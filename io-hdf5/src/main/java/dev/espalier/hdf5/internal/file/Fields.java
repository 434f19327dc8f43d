package dev.espalier.hdf5.internal.file;

import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.UnsupportedException;
import io.jhdf.checksum.ChecksumUtils;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads the fields that the structures of the format are made of, from little-endian buffers. */
public final class Fields {
  /** The address of what was never stored: all bits set, whatever the width. */
  public static final long UNDEFINED = -1;

  private Fields() {}

  /**
   * An unsigned number.
   *
   * @param width how many bytes it takes, 1 to 8
   * @throws CorruptException if it needs more than 63 bits
   */
  public static long unsigned(ByteBuffer buffer, int width) {
    long value = bits(buffer, width);
    if (value < 0) {
      throw new CorruptException(
          "a size or count of " + Long.toUnsignedString(value) + " is impossible");
    }
    return value;
  }

  /** An unsigned number that has to fit an {@code int}. */
  public static int count(ByteBuffer buffer, int width) {
    long value = unsigned(buffer, width);
    if (value > Integer.MAX_VALUE) {
      throw new CorruptException("a size or count of " + value + " is more than can be there");
    }
    return (int) value;
  }

  /** An address, {@link #UNDEFINED} where nothing is stored. */
  public static long address(ByteBuffer buffer, int width) {
    long value = bits(buffer, width);
    long allSet = width == 8 ? -1 : (1L << (8 * width)) - 1;
    if (value == allSet) {
      return UNDEFINED;
    }
    if (value < 0) {
      throw new CorruptException("the address " + Long.toUnsignedString(value) + " is impossible");
    }
    return value;
  }

  /** The bits of a number of up to 8 bytes. */
  public static long bits(ByteBuffer buffer, int width) {
    long value = 0;
    for (int i = 0; i < width; i++) {
      value |= (buffer.get() & 0xffL) << (8 * i);
    }
    return value;
  }

  /** The next byte, unsigned. */
  public static int octet(ByteBuffer buffer) {
    return buffer.get() & 0xff;
  }

  /** Steps over bytes. */
  public static void skip(ByteBuffer buffer, int length) {
    slice(buffer, length);
  }

  /** The next bytes as a buffer of their own; the given one is moved behind them. */
  public static ByteBuffer slice(ByteBuffer buffer, int length) {
    if (length < 0 || length > buffer.remaining()) {
      throw new CorruptException(
          "a field of " + length + " bytes where only " + buffer.remaining() + " are left");
    }
    ByteBuffer slice = buffer.slice(buffer.position(), length).order(buffer.order());
    buffer.position(buffer.position() + length);
    return slice;
  }

  /** A copy of the next bytes. */
  public static byte[] take(ByteBuffer buffer, int length) {
    byte[] bytes = new byte[slice(buffer, length).remaining()];
    buffer.get(buffer.position() - length, bytes);
    return bytes;
  }

  /** The bytes up to a NUL, which is stepped over; all that are left where there is none. */
  public static byte[] untilNul(ByteBuffer buffer) {
    int start = buffer.position();
    int end = start;
    while (end < buffer.limit() && buffer.get(end) != 0) {
      end++;
    }
    byte[] bytes = new byte[end - start];
    buffer.get(start, bytes);
    buffer.position(Math.min(end + 1, buffer.limit()));
    return bytes;
  }

  /** Checks the four letters at the start of a structure, and its version. */
  public static void expect(ByteBuffer buffer, String letters, int version, long address) {
    String found = new String(take(buffer, 4), StandardCharsets.ISO_8859_1);
    if (!found.equals(letters)) {
      throw new CorruptException("no structure " + letters + " at address " + address);
    }
    int foundVersion = octet(buffer);
    if (foundVersion != version) {
      throw new UnsupportedException(
          "version " + foundVersion + " of structure " + letters + " at address " + address);
    }
  }

  /** Checks that the last four bytes are the checksum of those before them. */
  public static void verifyChecksum(ByteBuffer structure, String what, long address) {
    ByteBuffer whole = structure.duplicate().order(structure.order()).rewind();
    byte[] covered = take(whole, whole.limit() - 4);
    if (ChecksumUtils.checksum(covered) != whole.getInt()) {
      throw new CorruptException(what + " at address " + address + " does not fit its checksum");
    }
  }

  /** Bytes as UTF-8, of which ASCII is a part; nothing if they are not. */
  public static Optional<String> utf8(byte[] bytes, int offset, int length) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(bytes, offset, length))
              .toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** Bytes as UTF-8; where they are not, each is shown as one character, for messages. */
  public static String shown(byte[] bytes) {
    return utf8(bytes, 0, bytes.length)
        .orElseGet(() -> new String(bytes, StandardCharsets.ISO_8859_1));
  }
}
