package dev.espalier.zarr.internal.compress;

import dev.espalier.io.codec.BytesToBytesCodec;
import dev.espalier.io.codec.BytesToBytesCodecFactory;
import dev.espalier.io.codec.CodecConfiguration;
import dev.espalier.io.codec.CodecDeclaration;
import dev.espalier.io.codec.Parameter;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.schema.value.Field;

/** Makes codecs {@code numcodecs.gzip}: those of {@code gzip}, but for the parameter. */
public final class NumcodecsGzipFactory implements BytesToBytesCodecFactory {
  @Override
  public CodecDeclaration declaration() {
    return CodecDeclaration.of(
        "numcodecs.gzip",
        "Files of gzip, RFC 1952.",
        Field.optional("level", Parameter.integer(-1, 9))
            .orElse(JsonValue.of(1))
            .describedAs("how hard to compress; -1 stands for 6"));
  }

  @Override
  public BytesToBytesCodec create(CodecConfiguration configuration) {
    return new GzipCodec((int) configuration.integer("level"));
  }
}
