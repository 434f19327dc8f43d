package dev.espalier.zarr.internal.numcodecs;

import dev.espalier.io.codec.CodecConfiguration;
import dev.espalier.io.codec.CodecDeclaration;
import dev.espalier.zarr.codec.ArrayToArrayCodec;
import dev.espalier.zarr.codec.ChunkRepresentation;
import dev.espalier.zarr.codec.CodecFactory;
import dev.espalier.zarr.internal.element.CastCoding;
import dev.espalier.zarr.internal.element.ElementwiseCodec;
import dev.espalier.zarr.internal.number.NumberType;

/**
 * The filter {@code delta}: the first number, then the difference of each to the one before it.
 *
 * @see <a href="https://numcodecs.readthedocs.io/en/stable/filter/delta.html">numcodecs, Delta</a>
 */
public final class DeltaFactory implements CodecFactory.OfArrays {
  private static final String DECODED = "dtype";
  private static final String ENCODED = "astype";

  /** For the service loader. */
  public DeltaFactory() {}

  @Override
  public CodecDeclaration declaration() {
    return CodecDeclaration.of(
        "numcodecs.delta",
        "The first number, then the difference of each to the one before it.",
        FilterType.declared(DECODED, "the type of the chunk"),
        FilterType.declared(ENCODED, "the type of what is stored, by default that of the chunk"));
  }

  @Override
  public ArrayToArrayCodec bind(CodecConfiguration configuration, ChunkRepresentation decoded) {
    NumberType from = FilterType.ofChunk(configuration, DECODED, decoded.type());
    NumberType to = FilterType.named(configuration, ENCODED, from.type());
    // A fill value has no neighbours: as the first of a chunk it would be cast alone.
    CastCoding first = new CastCoding(Casts.of(from, to), Casts.of(to, from));
    ChunkRepresentation encoded =
        ElementwiseCodec.bindFilter(configuration, decoded, to.type(), first).encoded();
    return new DeltaCodec(decoded, encoded, from, to);
  }
}
