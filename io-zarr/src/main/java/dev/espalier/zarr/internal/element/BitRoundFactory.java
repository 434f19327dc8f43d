package dev.espalier.zarr.internal.element;

import dev.espalier.io.codec.CodecConfiguration;
import dev.espalier.io.codec.CodecDeclaration;
import dev.espalier.io.codec.Parameter;
import dev.espalier.model.schema.value.Field;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.type.DataType;
import dev.espalier.model.type.TimeType;
import dev.espalier.zarr.codec.ArrayToArrayCodec;
import dev.espalier.zarr.codec.ChunkRepresentation;
import dev.espalier.zarr.codec.CodecFactory;
import dev.espalier.zarr.internal.number.FloatType;
import dev.espalier.zarr.internal.number.IntegerType;
import dev.espalier.zarr.internal.number.NumberType;

/**
 * The codec {@code bitround}: numbers keep their highest bits, so that the others compress well.
 *
 * @see <a href="https://github.com/zarr-developers/zarr-extensions/tree/main/codecs/bitround">
 *     zarr-extensions, bitround codec</a>
 */
public final class BitRoundFactory implements CodecFactory.OfArrays {
  private static final String KEPT = "keepbits";

  /** For the service loader. */
  public BitRoundFactory() {}

  @Override
  public CodecDeclaration declaration() {
    return CodecDeclaration.of(
        "bitround",
        "The numbers, rounded to a few of their highest bits.",
        Field.required(KEPT, Parameter.integer(1, Integer.MAX_VALUE))
            .describedAs(
                "how many bits of the mantissa are kept, or of an integer from the highest that"
                    + " is set"));
  }

  @Override
  public ArrayToArrayCodec bind(CodecConfiguration configuration, ChunkRepresentation decoded) {
    return bound(configuration, decoded);
  }

  /** The codec under any name. */
  public static ArrayToArrayCodec bound(
      CodecConfiguration configuration, ChunkRepresentation decoded) {
    DataType type = decoded.type();
    // Times are counted in integers of 64 bits.
    DataType numbers = type instanceof TimeType ? CoreType.INT64 : type;
    NumberType number =
        NumberType.componentOf(numbers)
            .filter(BitRoundFactory::isRounded)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "codec \""
                            + configuration.codec()
                            + "\" takes integers, floats and complex numbers, not "
                            + type));
    int kept = (int) Math.min(configuration.integer(KEPT), Long.SIZE);
    int components = type.byteSize().orElseThrow() / number.size();
    BitRounding rounding =
        number instanceof FloatType floats
            ? BitRounding.ofFloats(floats, kept, components)
            : BitRounding.ofIntegers((IntegerType) number, kept, components);
    return ElementwiseCodec.bind(configuration, decoded, type, rounding);
  }

  /** Formats without infinities have other patterns that must not come of rounding. */
  private static boolean isRounded(NumberType number) {
    return !(number instanceof FloatType floats) || floats.format().infinity().isPresent();
  }
}
