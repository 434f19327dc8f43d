package dev.espalier.zarr.internal.compress;

import dev.espalier.io.codec.BytesToBytesCodec;
import dev.espalier.io.codec.BytesToBytesCodecFactory;
import dev.espalier.io.codec.CodecConfiguration;
import dev.espalier.io.codec.CodecDeclaration;
import dev.espalier.io.codec.Parameter;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.schema.value.Field;

/**
 * Makes codecs {@code numcodecs.lz4}. The library has no acceleration; blocks that are compressed
 * without it are as good to everybody who reads them.
 */
public final class Lz4Factory implements BytesToBytesCodecFactory {
  @Override
  public CodecDeclaration declaration() {
    return CodecDeclaration.of(
        "numcodecs.lz4",
        "The number of bytes, and one block of LZ4.",
        Field.optional("acceleration", Parameter.integer(Integer.MIN_VALUE, Integer.MAX_VALUE))
            .orElse(JsonValue.of(1))
            .describedAs("how fast to compress; without effect here"));
  }

  @Override
  public BytesToBytesCodec create(CodecConfiguration configuration) {
    return new Lz4Codec();
  }
}
