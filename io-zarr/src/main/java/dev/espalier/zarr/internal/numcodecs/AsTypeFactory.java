package dev.espalier.zarr.internal.numcodecs;

import dev.espalier.io.codec.CodecConfiguration;
import dev.espalier.io.codec.CodecDeclaration;
import dev.espalier.io.codec.Parameter;
import dev.espalier.model.schema.value.Field;
import dev.espalier.zarr.codec.ArrayToArrayCodec;
import dev.espalier.zarr.codec.ChunkRepresentation;
import dev.espalier.zarr.codec.CodecFactory;
import dev.espalier.zarr.internal.element.CastCoding;
import dev.espalier.zarr.internal.element.ElementwiseCodec;
import dev.espalier.zarr.internal.number.NumberType;

/**
 * The filter {@code astype}: numbers of another type.
 *
 * @see <a href="https://numcodecs.readthedocs.io/en/stable/filter/astype.html">numcodecs,
 *     AsType</a>
 */
public final class AsTypeFactory implements CodecFactory.OfArrays {
  private static final String ENCODED = "encode_dtype";
  private static final String DECODED = "decode_dtype";

  /** For the service loader. */
  public AsTypeFactory() {}

  @Override
  public CodecDeclaration declaration() {
    return CodecDeclaration.of(
        "numcodecs.astype",
        "The numbers as those of another type, with fractions and high bits cut off.",
        Field.required(ENCODED, Parameter.text()).describedAs("the type of what is stored"),
        FilterType.declared(DECODED, "the type of the chunk"));
  }

  @Override
  public ArrayToArrayCodec bind(CodecConfiguration configuration, ChunkRepresentation decoded) {
    NumberType from = FilterType.ofChunk(configuration, DECODED, decoded.type());
    NumberType to = FilterType.named(configuration, ENCODED, decoded.type());
    CastCoding coding = new CastCoding(Casts.of(from, to), Casts.of(to, from));
    return ElementwiseCodec.bindFilter(configuration, decoded, to.type(), coding);
  }
}
