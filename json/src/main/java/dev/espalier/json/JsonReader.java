package dev.espalier.json;

import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.StorageException;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads JSON text into model values: strictly, with the order of members and the spelling of
 * numbers kept.
 *
 * <p>A name that an object holds twice, a name with half of a surrogate pair, bytes that are no
 * UTF-8, and anything after the value are errors. One leniency: the bare words {@code NaN}, {@code
 * Infinity} and {@code -Infinity}, which Python writes although JSON has no such numbers, are read
 * as strings of that spelling.
 *
 * <p>All methods throw {@link CorruptException} for what is not JSON and {@link
 * UnsupportedException} for what is beyond the limits; the messages give line and column and leave
 * it to the caller to say which document it was.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259</a>
 */
public final class JsonReader {
  private static final char BYTE_ORDER_MARK = '\ufeff';

  /** Longer documents are mostly those that repeat many others, which are often alike. */
  private static final int MANY_BYTES = 64 << 10;

  private JsonReader() {}

  /** Reads a document within the usual limits. */
  public static JsonValue parse(byte[] utf8) {
    return parse(utf8, JsonLimits.DEFAULT);
  }

  /** Reads a document. */
  public static JsonValue parse(byte[] utf8, JsonLimits limits) {
    return parse(utf8, limits, CommonTexts.ofOne());
  }

  /**
   * Reads one of several documents that are much alike.
   *
   * @param common the same for all of them
   */
  public static JsonValue parse(byte[] utf8, JsonLimits limits, CommonTexts common) {
    checkLength(utf8.length, limits);
    return (utf8.length < MANY_BYTES
            ? Optional.<JsonValue>empty()
            : AlikeObjects.read(utf8, limits, common))
        .orElseGet(() -> parse(decode(utf8), limits, common));
  }

  /** Reads a document within the usual limits. */
  public static JsonValue parse(String text) {
    return parse(text, JsonLimits.DEFAULT);
  }

  /** Reads a document. */
  public static JsonValue parse(String text, JsonLimits limits) {
    return parse(text, limits, CommonTexts.ofOne());
  }

  private static JsonValue parse(String text, JsonLimits limits, CommonTexts common) {
    checkLength(text.length(), limits);
    boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
    return TokenReader.read(
        marked ? text.substring(1) : text, limits, TokenReader.Shared.of(limits, common));
  }

  /** Reads a stream that holds one document, within the usual limits; the caller closes it. */
  public static JsonValue parse(InputStream utf8) {
    return parse(utf8, JsonLimits.DEFAULT);
  }

  /**
   * Reads a stream that holds one document; the caller closes it.
   *
   * @throws StorageException if the stream fails
   */
  public static JsonValue parse(InputStream utf8, JsonLimits limits) {
    byte[] bytes;
    try {
      int oneTooMany = limits.maxBytes() == Integer.MAX_VALUE ? 0 : 1;
      bytes = utf8.readNBytes(limits.maxBytes() + oneTooMany);
    } catch (IOException e) {
      throw new StorageException(
          StorageException.Access.READ, "cannot read a JSON document: " + e.getMessage(), e);
    }
    return parse(bytes, limits);
  }

  private static void checkLength(int length, JsonLimits limits) {
    if (length > limits.maxBytes()) {
      throw new UnsupportedException(
          "the JSON document is longer than the limit of " + limits.maxBytes() + " bytes");
    }
  }

  /** Decodes strictly, because a replacement character would hide damage. */
  static String decode(byte[] utf8) {
    if (isAscii(utf8)) {
      return new String(utf8, StandardCharsets.ISO_8859_1);
    }
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer from = ByteBuffer.wrap(utf8);
    CharBuffer to = CharBuffer.allocate(utf8.length);
    CoderResult result = decoder.decode(from, to, true);
    if (result.isError()) {
      try {
        result.throwException();
      } catch (CharacterCodingException e) {
        throw new CorruptException(
            "not JSON: byte " + from.position() + " is not part of a UTF-8 character", e);
      }
    }
    return to.flip().toString();
  }

  private static boolean isAscii(byte[] utf8) {
    int anyBit = 0;
    for (byte b : utf8) {
      anyBit |= b;
    }
    return anyBit >= 0;
  }
}
