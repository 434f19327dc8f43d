package dev.espalier.zarr.internal.numcodecs;

import dev.espalier.io.codec.CodecConfiguration;
import dev.espalier.io.codec.CodecDeclaration;
import dev.espalier.io.codec.Parameter;
import dev.espalier.model.schema.value.Field;
import dev.espalier.zarr.codec.ArrayToArrayCodec;
import dev.espalier.zarr.codec.ChunkRepresentation;
import dev.espalier.zarr.codec.CodecFactory;
import dev.espalier.zarr.internal.element.ElementwiseCodec;
import dev.espalier.zarr.internal.number.FloatType;
import dev.espalier.zarr.internal.number.NumberType;

/**
 * The filter {@code quantize}: floats of which some decimal digits behind the point are kept.
 *
 * @see <a href="https://numcodecs.readthedocs.io/en/stable/filter/quantize.html">numcodecs,
 *     Quantize</a>
 */
public final class QuantizeFactory implements CodecFactory.OfArrays {
  /** Far more digits than any number has. */
  private static final int MOST_DIGITS = 300;

  private static final double BITS_OF_A_DIGIT = Math.log(10) / Math.log(2);

  private static final String DIGITS = "digits";
  private static final String DECODED = "dtype";
  private static final String ENCODED = "astype";

  /** For the service loader. */
  public QuantizeFactory() {}

  @Override
  public CodecDeclaration declaration() {
    return CodecDeclaration.of(
        "numcodecs.quantize",
        "The floats, rounded to a number of decimal digits, in bits that compress.",
        Field.required(DIGITS, Parameter.integer(-MOST_DIGITS, MOST_DIGITS))
            .describedAs("how many decimal digits behind the point are kept at least"),
        FilterType.declared(DECODED, "the type of the chunk"),
        FilterType.declared(ENCODED, "the type of what is stored, by default that of the chunk"));
  }

  @Override
  public ArrayToArrayCodec bind(CodecConfiguration configuration, ChunkRepresentation decoded) {
    NumberType from = FilterType.ofChunk(configuration, DECODED, decoded.type());
    NumberType to = FilterType.named(configuration, ENCODED, from.type());
    if (!(from instanceof FloatType floats) || !(to instanceof FloatType stored)) {
      throw new IllegalArgumentException(
          "codec \""
              + configuration.codec()
              + "\" takes and stores floats, not "
              + from.type()
              + " as "
              + to.type());
    }
    int bits = (int) Math.ceil(configuration.integer(DIGITS) * BITS_OF_A_DIGIT);
    Quantization coding = new Quantization(floats, stored, floats.result(Math.scalb(1.0, bits)));
    return ElementwiseCodec.bindFilter(configuration, decoded, stored.type(), coding);
  }
}
