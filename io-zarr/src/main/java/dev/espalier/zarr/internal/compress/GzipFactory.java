package dev.espalier.zarr.internal.compress;

import dev.espalier.io.codec.BytesToBytesCodec;
import dev.espalier.io.codec.BytesToBytesCodecFactory;
import dev.espalier.io.codec.CodecConfiguration;
import dev.espalier.io.codec.CodecDeclaration;
import dev.espalier.io.codec.Parameter;
import dev.espalier.model.schema.value.Field;

/** Makes codecs {@code gzip}. */
public final class GzipFactory implements BytesToBytesCodecFactory {
  @Override
  public CodecDeclaration declaration() {
    return CodecDeclaration.of(
        "gzip",
        "Files of gzip, RFC 1952.",
        Field.required("level", Parameter.integer(0, 9)).describedAs("how hard to compress"));
  }

  @Override
  public BytesToBytesCodec create(CodecConfiguration configuration) {
    return new GzipCodec((int) configuration.integer("level"));
  }
}
