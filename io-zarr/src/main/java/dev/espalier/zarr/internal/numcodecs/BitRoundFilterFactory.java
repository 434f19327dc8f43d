package dev.espalier.zarr.internal.numcodecs;

import dev.espalier.io.codec.CodecConfiguration;
import dev.espalier.io.codec.CodecDeclaration;
import dev.espalier.io.codec.Parameter;
import dev.espalier.model.schema.value.Field;
import dev.espalier.zarr.codec.ArrayToArrayCodec;
import dev.espalier.zarr.codec.ChunkRepresentation;
import dev.espalier.zarr.codec.CodecFactory;
import dev.espalier.zarr.internal.element.BitRoundFactory;

/**
 * The filter {@code bitround}: the codec of that name, of which also no bit of the mantissa may be
 * kept.
 *
 * @see <a href="https://numcodecs.readthedocs.io/en/stable/filter/bitround.html">numcodecs,
 *     BitRound</a>
 */
public final class BitRoundFilterFactory implements CodecFactory.OfArrays {
  /** For the service loader. */
  public BitRoundFilterFactory() {}

  @Override
  public CodecDeclaration declaration() {
    return CodecDeclaration.of(
        "numcodecs.bitround",
        "The floats, rounded to a few of the highest bits of the mantissa.",
        Field.required("keepbits", Parameter.integer(0, Integer.MAX_VALUE))
            .describedAs("how many bits of the mantissa are kept"));
  }

  @Override
  public ArrayToArrayCodec bind(CodecConfiguration configuration, ChunkRepresentation decoded) {
    return BitRoundFactory.bound(configuration, decoded);
  }
}
