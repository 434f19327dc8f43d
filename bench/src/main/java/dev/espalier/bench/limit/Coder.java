package dev.espalier.bench.limit;

import dev.espalier.bench.array.ArrayCase;
import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.layout.CodecSpec;
import java.nio.ByteBuffer;
import java.util.List;

/** Turns rows of an array into an encoded chunk and back, for one thread, in buffers it keeps. */
interface Coder extends AutoCloseable {
  /** Encodes the chunk that starts somewhere; the result is valid until the next call. */
  ByteBuffer encode(byte[] array, long[] start);

  /** Where encoded bytes are read into: cleared, and large enough for any chunk. */
  ByteBuffer input();

  /** Decodes what {@link #input} holds up to its position, into its place in an array. */
  void decode(byte[] array, long[] start);

  /** Decodes what {@link #input} holds up to its position. */
  void decodeChunk(byte[] chunk);

  @Override
  void close();

  /** The coder for the codecs of an array. */
  static Coder of(ArrayCase array) {
    List<CodecSpec> compressors =
        array.codecs().stream().filter(codec -> !codec.name().equals("bytes")).toList();
    if (compressors.isEmpty()) {
      return new PlainCoder(array);
    }
    CodecSpec first = compressors.get(0);
    if (compressors.size() == 1 && first.name().equals("zstd")) {
      return new ZstdCoder(array, whole(first, "level"));
    }
    if (compressors.size() == 1 && first.name().equals("blosc")) {
      return new BloscCoder(array, first);
    }
    if (compressors.size() == 2
        && first.name().equals("numcodecs.shuffle")
        && compressors.get(1).name().equals("zstd")) {
      return new ShuffledZstdCoder(array, whole(compressors.get(1), "level"));
    }
    throw new IllegalArgumentException("no bare loop for " + array.codecs());
  }

  /** A parameter that is a whole number. */
  static int whole(CodecSpec codec, String name) {
    JsonNumber number = (JsonNumber) codec.configuration().get(name).orElseThrow();
    return Math.toIntExact(number.asLong().orElseThrow());
  }

  /** A parameter that is a text. */
  static String text(CodecSpec codec, String name) {
    return ((JsonString) codec.configuration().get(name).orElseThrow()).value();
  }
}
