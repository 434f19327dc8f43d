package dev.espalier.zarr.internal.checksum;

import dev.espalier.io.codec.BytesToBytesCodec;
import dev.espalier.io.codec.BytesToBytesCodecFactory;
import dev.espalier.io.codec.CodecConfiguration;
import dev.espalier.io.codec.CodecDeclaration;
import dev.espalier.io.codec.Parameter;
import dev.espalier.model.json.JsonNull;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.schema.value.Field;
import dev.espalier.model.schema.value.ValueSchema;

/** Makes codecs {@code numcodecs.jenkins_lookup3}. */
public final class Lookup3Factory implements BytesToBytesCodecFactory {
  @Override
  public CodecDeclaration declaration() {
    return CodecDeclaration.of(
        "numcodecs.jenkins_lookup3",
        "The bytes, followed by Bob Jenkins' hash lookup3 of them.",
        Field.optional("initval", Parameter.integer(0, 0xffffffffL))
            .orElse(JsonValue.of(0))
            .describedAs("what the hash starts with"),
        Field.optional("prefix", ValueSchema.any("").oneOf(JsonNull.NULL))
            .describedAs(
                "bytes that are hashed before; JSON has no form for them, so there are none"));
  }

  @Override
  public BytesToBytesCodec create(CodecConfiguration configuration) {
    int seed = (int) configuration.integer("initval");
    return new ChecksumCodec(() -> new Lookup3(seed), false);
  }
}
