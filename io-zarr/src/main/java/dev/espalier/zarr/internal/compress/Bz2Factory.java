package dev.espalier.zarr.internal.compress;

import dev.espalier.io.codec.BytesToBytesCodec;
import dev.espalier.io.codec.BytesToBytesCodecFactory;
import dev.espalier.io.codec.CodecConfiguration;
import dev.espalier.io.codec.CodecDeclaration;
import dev.espalier.io.codec.Parameter;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.schema.value.Field;

/** Makes codecs {@code numcodecs.bz2}. */
public final class Bz2Factory implements BytesToBytesCodecFactory {
  @Override
  public CodecDeclaration declaration() {
    return CodecDeclaration.of(
        "numcodecs.bz2",
        "Files of bzip2.",
        Field.optional("level", Parameter.integer(1, 9))
            .orElse(JsonValue.of(1))
            .describedAs("hundreds of kilobytes that are compressed at a time"));
  }

  @Override
  public BytesToBytesCodec create(CodecConfiguration configuration) {
    return new Bz2Codec((int) configuration.integer("level"));
  }
}
