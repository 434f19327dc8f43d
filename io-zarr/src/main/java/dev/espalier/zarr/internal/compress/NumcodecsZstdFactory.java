package dev.espalier.zarr.internal.compress;

import dev.espalier.io.codec.BytesToBytesCodec;
import dev.espalier.io.codec.BytesToBytesCodecFactory;
import dev.espalier.io.codec.CodecConfiguration;
import dev.espalier.io.codec.CodecDeclaration;
import dev.espalier.io.codec.Parameter;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.schema.value.Field;

/**
 * Makes codecs {@code numcodecs.zstd}: those of {@code zstd}, but for the parameters. Levels beyond
 * the highest and the lowest stand for those, as numcodecs has it.
 */
public final class NumcodecsZstdFactory implements BytesToBytesCodecFactory {
  @Override
  public CodecDeclaration declaration() {
    return CodecDeclaration.of(
        "numcodecs.zstd",
        "Frames of Zstandard, RFC 8878.",
        Field.optional("level", Parameter.integer(Integer.MIN_VALUE, Integer.MAX_VALUE))
            .orElse(JsonValue.of(0))
            .describedAs("how hard to compress, from -131072 to 22; 0 stands for 3"),
        Field.optional("checksum", Parameter.flag())
            .orElse(JsonValue.of(false))
            .describedAs("whether a frame carries a checksum of its content"));
  }

  @Override
  public BytesToBytesCodec create(CodecConfiguration configuration) {
    long level = Math.max(-131_072, Math.min(configuration.integer("level"), 22));
    return new ZstdCodec((int) level, configuration.flag("checksum"));
  }
}
