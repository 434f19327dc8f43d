package dev.espalier.zarr.internal.compress;

import dev.espalier.io.codec.BytesToBytesCodec;
import dev.espalier.io.codec.BytesToBytesCodecFactory;
import dev.espalier.io.codec.CodecConfiguration;
import dev.espalier.io.codec.CodecDeclaration;
import dev.espalier.io.codec.Parameter;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.schema.value.Field;

/** Makes codecs {@code numcodecs.zlib}. */
public final class NumcodecsZlibFactory implements BytesToBytesCodecFactory {
  @Override
  public CodecDeclaration declaration() {
    return CodecDeclaration.of(
        "numcodecs.zlib",
        "Streams of zlib, RFC 1950.",
        Field.optional("level", Parameter.integer(-1, 9))
            .orElse(JsonValue.of(1))
            .describedAs("how hard to compress; -1 stands for 6"));
  }

  @Override
  public BytesToBytesCodec create(CodecConfiguration configuration) {
    return new ZlibCodec((int) configuration.integer("level"));
  }
}
