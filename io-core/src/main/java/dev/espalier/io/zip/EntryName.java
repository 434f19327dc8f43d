package dev.espalier.io.zip;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.espalier.io.store.StoreKey;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * The name of an entry.
 *
 * <p>It is in UTF-8 where the entry says so, or a field beside it that belongs to it; else where it
 * can be read so, as much that writes archives does not say it. What is left has the characters of
 * some PC, and nobody knows which.
 *
 * @param text what it says, made harmless where it cannot be read
 * @param isReadable whether its characters are known
 */
record EntryName(String text, boolean isReadable) {
  private static final int UTF_8_FLAG = 1 << 11;
  private static final int UNICODE_NAME_FIELD = 0x7075;
  private static final int UNICODE_NAME_HEAD_BYTES = 5;

  static EntryName of(ByteBuffer bytes, int flags, ByteBuffer extra) {
    if ((flags & UTF_8_FLAG) == 0) {
      Optional<String> beside = unicodeBeside(bytes, extra);
      if (beside.isPresent()) {
        return new EntryName(beside.get(), true);
      }
    }
    byte[] raw = new byte[bytes.remaining()];
    bytes.duplicate().get(raw);
    if (isAscii(raw)) {
      return new EntryName(new String(raw, US_ASCII), true); // as nearly all are, and at once
    }
    try {
      return new EntryName(UTF_8.newDecoder().decode(bytes.duplicate()).toString(), true);
    } catch (CharacterCodingException e) {
      return new EntryName(UTF_8.decode(bytes.duplicate()).toString(), false);
    }
  }

  private static boolean isAscii(byte[] name) {
    for (byte character : name) {
      if (character < 0) {
        return false;
      }
    }
    return true;
  }

  /** The name in a field of its own, which counts where the field was made for the other name. */
  private static Optional<String> unicodeBeside(ByteBuffer bytes, ByteBuffer extra) {
    ByteBuffer field = ExtraFields.find(extra, UNICODE_NAME_FIELD);
    if (field.remaining() < UNICODE_NAME_HEAD_BYTES) {
      return Optional.empty();
    }
    CRC32 crc = new CRC32();
    crc.update(bytes.duplicate());
    int expected = field.order(ByteOrder.LITTLE_ENDIAN).getInt(1);
    if (field.get(0) != 1 || (int) crc.getValue() != expected) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          UTF_8.newDecoder().decode(field.position(UNICODE_NAME_HEAD_BYTES)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** Whether it is that of a directory, which has no bytes of its own. */
  boolean isDirectory() {
    return text.endsWith("/");
  }

  /** Why it is not that of a value, if so. */
  Optional<String> problem() {
    if (!isReadable) {
      return Optional.of("is not written in UTF-8");
    }
    if (text.indexOf('\\') >= 0) {
      return Optional.of("has a backslash where archives have a slash");
    }
    return StoreKey.problemWith(text);
  }
}
