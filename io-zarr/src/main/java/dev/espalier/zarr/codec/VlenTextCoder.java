package dev.espalier.zarr.codec;

import dev.espalier.io.codec.OutputBuffer;
import dev.espalier.model.data.Block;
import dev.espalier.model.data.TextBlock;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.RequestException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Writes and reads the texts of a chunk. Both directions report what is no Unicode text. */
final class VlenTextCoder extends VlenCoder {
  private static final int WORD = Integer.BYTES;

  private final CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();
  private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
  private CharBuffer characters = CharBuffer.allocate(256);

  VlenTextCoder(int count, int maxSize) {
    super("text", count, maxSize);
  }

  @Override
  void put(Block block, int index, OutputBuffer encoded) {
    String text = ((TextBlock) block).texts()[index];
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

  @Override
  void take(ByteBuffer bytes, int length, Block block, int index) {
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
    ((TextBlock) block).texts()[index] = characters.flip().toString();
  }
}
