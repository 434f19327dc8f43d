package dev.espalier.zarr.internal.compress;

import dev.espalier.io.codec.BytesToBytesCodec;
import dev.espalier.io.codec.BytesToBytesCodecFactory;
import dev.espalier.io.codec.CodecConfiguration;
import dev.espalier.io.codec.CodecDeclaration;
import dev.espalier.io.codec.Parameter;
import dev.espalier.model.schema.value.Field;

/** Makes codecs {@code numcodecs.shuffle}. */
public final class ShuffleFactory implements BytesToBytesCodecFactory {
  @Override
  public CodecDeclaration declaration() {
    return CodecDeclaration.of(
        "numcodecs.shuffle",
        "First the first bytes of all elements, then the second ones, and so on.",
        Field.optional("elementsize", Parameter.orNull(Parameter.integer(0)))
            .describedAs("bytes of an element; those of the array's where it is left out"));
  }

  @Override
  public BytesToBytesCodec create(CodecConfiguration configuration) {
    long size =
        configuration.has("elementsize")
            ? configuration.integer("elementsize")
            : configuration.elementSize();
    return new ShuffleCodec((int) Math.min(size, Integer.MAX_VALUE));
  }
}
