package dev.espalier.zarr.internal.compress;

import dev.espalier.io.codec.BytesToBytesCodec;
import dev.espalier.io.codec.BytesToBytesCoder;
import dev.espalier.io.codec.OutputBuffer;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.json.JsonNull;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import java.nio.ByteBuffer;

/**
 * The codec {@code numcodecs.shuffle}: bytes of elements sorted by their place in the element,
 * which makes them alike for a compressor.
 *
 * @param elementSize bytes of an element; 0 and 1 leave everything as it is
 */
record ShuffleCodec(int elementSize) implements BytesToBytesCodec {
  private static final String ELEMENT_SIZE = "elementsize";

  @Override
  public long maxEncodedSize(long decodedSize) {
    return decodedSize;
  }

  @Override
  public boolean isFixedSize() {
    return true;
  }

  @Override
  public JsonObject completed(JsonObject asked) {
    return asked.get(ELEMENT_SIZE).orElse(JsonNull.NULL) == JsonNull.NULL
        ? asked.with(ELEMENT_SIZE, JsonValue.of(elementSize))
        : asked;
  }

  @Override
  public BytesToBytesCoder newCoder() {
    return new ShuffleCoder(Math.max(elementSize, 1));
  }

  private record ShuffleCoder(int elementSize) implements BytesToBytesCoder {
    @Override
    public void encode(ByteBuffer decoded, OutputBuffer encoded) {
      int size = decoded.remaining();
      if (size % elementSize != 0) {
        throw new UnsupportedException(
            "shuffling " + size + " bytes, which are not whole elements of " + elementSize);
      }
      byte[] target = encoded.reserve(size);
      int from = decoded.arrayOffset() + decoded.position();
      ByteShuffle.shuffle(
          decoded.array(), from, target, encoded.position(), size / elementSize, elementSize);
      encoded.advance(size);
    }

    @Override
    public void decode(ByteBuffer encoded, OutputBuffer decoded) {
      int size = encoded.remaining();
      if (size % elementSize != 0) {
        throw new CorruptException(
            "expected a multiple of " + elementSize + " bytes, found " + size);
      }
      byte[] target = decoded.reserve(size);
      int from = encoded.arrayOffset() + encoded.position();
      ByteShuffle.unshuffle(
          encoded.array(), from, target, decoded.position(), size / elementSize, elementSize);
      decoded.advance(size);
    }
  }
}
