package dev.espalier.zarr.internal.numcodecs;

import dev.espalier.io.codec.CodecConfiguration;
import dev.espalier.io.codec.CodecDeclaration;
import dev.espalier.io.codec.Parameter;
import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.schema.value.Field;
import dev.espalier.zarr.codec.ArrayToArrayCodec;
import dev.espalier.zarr.codec.ChunkRepresentation;
import dev.espalier.zarr.codec.CodecFactory;
import dev.espalier.zarr.internal.element.ElementwiseCodec;
import dev.espalier.zarr.internal.number.NumberType;

/**
 * The filter {@code fixedscaleoffset}: numbers less an offset, multiplied, rounded, and stored in
 * another type.
 *
 * @see <a href="https://numcodecs.readthedocs.io/en/stable/filter/fixedscaleoffset.html">numcodecs,
 *     FixedScaleOffset</a>
 */
public final class FixedScaleOffsetFactory implements CodecFactory.OfArrays {
  private static final String OFFSET = "offset";
  private static final String SCALE = "scale";
  private static final String DECODED = "dtype";
  private static final String ENCODED = "astype";

  /** For the service loader. */
  public FixedScaleOffsetFactory() {}

  @Override
  public CodecDeclaration declaration() {
    return CodecDeclaration.of(
        "numcodecs.fixedscaleoffset",
        "The numbers, less an offset, multiplied by a scale, and rounded to integers.",
        Field.required(OFFSET, Parameter.number()).describedAs("what is subtracted first"),
        Field.required(SCALE, Parameter.number()).describedAs("what is multiplied by then"),
        FilterType.declared(DECODED, "the type of the chunk"),
        FilterType.declared(ENCODED, "the type of what is stored, by default that of the chunk"));
  }

  @Override
  public ArrayToArrayCodec bind(CodecConfiguration configuration, ChunkRepresentation decoded) {
    NumberType from = FilterType.ofChunk(configuration, DECODED, decoded.type());
    NumberType to = FilterType.named(configuration, ENCODED, from.type());
    JsonNumber offset = finite(configuration, OFFSET);
    JsonNumber scale = finite(configuration, SCALE);
    if (scale.toDouble() == 0) {
      throw configuration.wrong(SCALE, "a number that is not 0");
    }
    FixedScale coding = new FixedScale(from, to, offset, scale);
    return ElementwiseCodec.bindFilter(configuration, decoded, to.type(), coding);
  }

  private static JsonNumber finite(CodecConfiguration configuration, String member) {
    JsonNumber number = (JsonNumber) configuration.member(member).orElseThrow();
    if (Double.isInfinite(number.toDouble())) {
      throw configuration.wrong(member, "a number that a double can hold");
    }
    return number;
  }
}
