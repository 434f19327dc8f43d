package dev.espalier.zarr.internal.compress.blosc;

import dev.espalier.io.codec.BytesToBytesCodec;
import dev.espalier.io.codec.BytesToBytesCodecFactory;
import dev.espalier.io.codec.CodecConfiguration;
import dev.espalier.io.codec.CodecDeclaration;
import dev.espalier.io.codec.Parameter;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.schema.value.Field;

/**
 * Makes codecs {@code blosc}.
 *
 * @see <a href="https://zarr-specs.readthedocs.io/en/latest/v3/codecs/blosc/index.html">Zarr v3,
 *     blosc codec</a>
 */
public final class BloscFactory implements BytesToBytesCodecFactory {
  @Override
  public CodecDeclaration declaration() {
    return CodecDeclaration.of(
        "blosc",
        "Blocks of shuffled elements, compressed by one of several compressors.",
        Field.required("cname", BloscNames.COMPRESSORS).describedAs("what compresses"),
        Field.required("clevel", Parameter.integer(0, 9)).describedAs("how hard to compress"),
        Field.required("shuffle", Parameter.text("noshuffle", "shuffle", "bitshuffle"))
            .describedAs("how bytes of elements are sorted before"),
        Field.optional("typesize", Parameter.orNull(Parameter.integer(1)))
            .describedAs("bytes of an element; those of the array's where it is left out"),
        Field.optional("blocksize", Parameter.integer(0))
            .orElse(JsonValue.of(0))
            .describedAs("bytes that are compressed at a time; 0 leaves it to the codec"));
  }

  @Override
  public BytesToBytesCodec create(CodecConfiguration configuration) {
    Shuffle shuffle = Shuffle.named(configuration.text("shuffle"));
    return BloscNames.codec(configuration, shuffle, BloscForm.ZARR);
  }
}
