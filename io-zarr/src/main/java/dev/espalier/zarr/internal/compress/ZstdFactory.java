package dev.espalier.zarr.internal.compress;

import dev.espalier.io.codec.BytesToBytesCodec;
import dev.espalier.io.codec.BytesToBytesCodecFactory;
import dev.espalier.io.codec.CodecConfiguration;
import dev.espalier.io.codec.CodecDeclaration;
import dev.espalier.io.codec.Parameter;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.schema.value.Field;

/** Makes codecs {@code zstd}. */
public final class ZstdFactory implements BytesToBytesCodecFactory {
  @Override
  public CodecDeclaration declaration() {
    return CodecDeclaration.of(
        "zstd",
        "Frames of Zstandard, RFC 8878.",
        Field.required("level", Parameter.integer(-131072, 22))
            .describedAs("how hard to compress; 0 stands for 3"),
        Field.optional("checksum", Parameter.flag())
            .orElse(JsonValue.of(false))
            .describedAs("whether a frame carries a checksum of its content"));
  }

  @Override
  public BytesToBytesCodec create(CodecConfiguration configuration) {
    return new ZstdCodec((int) configuration.integer("level"), configuration.flag("checksum"));
  }
}
