package dev.espalier.zarr.codec;

import dev.espalier.io.codec.OutputBuffer;
import dev.espalier.model.data.Block;
import dev.espalier.model.data.TextBlock;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.RequestException;
import dev.espalier.model.error.UnsupportedException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Writes and reads the texts of a chunk. Both directions report what is no Unicode text. */
final class VlenUtf8Coder implements ArrayToBytesCodec.Coder {
  private static final int WORD = Integer.BYTES;

  private final int count;
  private final int maxSize;
  private final CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();
  private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
  private CharBuffer characters = CharBuffer.allocate(256);

  VlenUtf8Coder(int count, int maxSize) {
    this.count = count;
    this.maxSize = maxSize;
  }

  @Override
  public void encode(Block decoded, OutputBuffer encoded) {
    int start = encoded.size();
    encoded.putIntLittleEndian(count);
    for (String text : ((TextBlock) decoded).texts()) {
      encode(text, encoded);
      if (encoded.size() - start > maxSize) {
        throw new UnsupportedException(
            "a chunk of "
                + count
                + " texts of more than "
                + maxSize
                + " bytes; use smaller chunks");
      }
    }
  }

  @Override
  public void decode(ByteBuffer encoded, Block decoded) {
    ByteBuffer bytes = encoded.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    int found = nextWord(bytes, "the number of texts");
    if (found != count) {
      throw new CorruptException(
          "expected " + count + " texts, found " + Integer.toUnsignedString(found));
    }
    String[] texts = ((TextBlock) decoded).texts();
    for (int i = 0; i < count; i++) {
      int length = nextWord(bytes, "the length of text " + i);
      if (length < 0 || length > bytes.remaining()) {
        throw new CorruptException(
            "expected "
                + Integer.toUnsignedString(length)
                + " bytes of text "
                + i
                + ", found "
                + bytes.remaining());
      }
      texts[i] = decode(bytes, length, i);
    }
    if (bytes.hasRemaining()) {
      throw new CorruptException(
          "expected an end after " + count + " texts, found " + bytes.remaining() + " more bytes");
    }
  }

  private void encode(String text, OutputBuffer encoded) {
    long most = 3L * text.length();
    byte[] target = encoded.reserve(WORD + most);
    ByteBuffer bytes = ByteBuffer.wrap(target, encoded.position() + WORD, (int) most);
    encoder.reset();
    CoderResult result = encoder.encode(CharBuffer.wrap(text), bytes, true);
    if (result.isError()) {
      throw new RequestException(
          "a text holds half of a surrogate pair, which UTF-8 cannot express; mend the text");
    }
    int length = bytes.position() - encoded.position() - WORD;
    encoded.putIntLittleEndian(length);
    encoded.advance(length);
  }

  private String decode(ByteBuffer bytes, int length, int index) {
    if (characters.capacity() < length) {
      characters = CharBuffer.allocate(Math.max(length, 2 * characters.capacity()));
    }
    characters.clear();
    decoder.reset();
    ByteBuffer text = bytes.slice(bytes.position(), length);
    if (decoder.decode(text, characters, true).isError()) {
      throw new CorruptException(
          "text "
              + index
              + " is not UTF-8: malformed at byte "
              + text.position()
              + " of "
              + length);
    }
    bytes.position(bytes.position() + length);
    return characters.flip().toString();
  }

  private static int nextWord(ByteBuffer bytes, String what) {
    if (bytes.remaining() < WORD) {
      throw new CorruptException("expected 4 bytes for " + what + ", found " + bytes.remaining());
    }
    return bytes.getInt();
  }
}
