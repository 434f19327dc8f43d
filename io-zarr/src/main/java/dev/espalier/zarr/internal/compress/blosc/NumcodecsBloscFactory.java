package dev.espalier.zarr.internal.compress.blosc;

import dev.espalier.io.codec.BytesToBytesCodec;
import dev.espalier.io.codec.BytesToBytesCodecFactory;
import dev.espalier.io.codec.CodecConfiguration;
import dev.espalier.io.codec.CodecDeclaration;
import dev.espalier.io.codec.Parameter;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.schema.value.Field;

/**
 * Makes codecs {@code numcodecs.blosc}. Members that are not declared are ignored: writers in Java
 * add the number of threads that they used, and nothing there could change what the bytes mean, as
 * a header says all that reading needs.
 */
public final class NumcodecsBloscFactory implements BytesToBytesCodecFactory {
  private static final int BYTES = 1;
  private static final int BITS = 2;
  private static final int AUTO = -1;

  @Override
  public CodecDeclaration declaration() {
    return CodecDeclaration.of(
            "numcodecs.blosc",
            "Blocks of shuffled elements, compressed by one of several compressors.",
            Field.optional("cname", BloscNames.COMPRESSORS)
                .orElse(JsonValue.of("lz4"))
                .describedAs("what compresses"),
            Field.optional("clevel", Parameter.integer(0, 9))
                .orElse(JsonValue.of(5))
                .describedAs("how hard to compress"),
            Field.optional("shuffle", Parameter.integer(AUTO, BITS))
                .orElse(JsonValue.of(BYTES))
                .describedAs(
                    "what is sorted before: 0 nothing, 1 bytes, 2 bits, -1 bits of elements of one"
                        + " byte and bytes of larger ones"),
            Field.optional("blocksize", Parameter.integer(Integer.MIN_VALUE, Integer.MAX_VALUE))
                .orElse(JsonValue.of(0))
                .describedAs("bytes that are compressed at a time; 0 leaves it to the codec"),
            Field.optional("typesize", Parameter.orNull(Parameter.integer(1)))
                .describedAs("bytes of an element; those of the array's where it is left out"))
        .ignoringOthers();
  }

  @Override
  public BytesToBytesCodec create(CodecConfiguration configuration) {
    int shuffle = (int) configuration.integer("shuffle");
    int typeSize =
        configuration.has("typesize")
            ? (int) Math.min(configuration.integer("typesize"), Integer.MAX_VALUE)
            : configuration.elementSize();
    if (shuffle == AUTO) {
      shuffle = typeSize == 1 ? BITS : BYTES;
    }
    return BloscNames.codec(configuration, shuffle(shuffle), BloscForm.NUMCODECS);
  }

  private static Shuffle shuffle(int number) {
    return switch (number) {
      case BITS -> Shuffle.BITS;
      case BYTES -> Shuffle.BYTES;
      default -> Shuffle.NONE;
    };
  }
}
