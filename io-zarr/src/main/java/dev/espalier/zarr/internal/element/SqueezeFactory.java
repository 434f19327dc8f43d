package dev.espalier.zarr.internal.element;

import dev.espalier.io.codec.CodecConfiguration;
import dev.espalier.io.codec.CodecDeclaration;
import dev.espalier.model.shape.Shape;
import dev.espalier.zarr.codec.ArrayToArrayCodec;
import dev.espalier.zarr.codec.ChunkRepresentation;
import dev.espalier.zarr.codec.CodecFactory;

/**
 * The codec {@code zarrs.squeeze}: the same elements in the same order, without the dimensions of
 * extent 1. Only zarrs writes it; what it says can be said with {@code reshape} as well.
 */
public final class SqueezeFactory implements CodecFactory.OfArrays {
  private static final Shape ONE = Shape.of(1);

  /** For the service loader. */
  public SqueezeFactory() {}

  @Override
  public CodecDeclaration declaration() {
    return CodecDeclaration.of(
        "zarrs.squeeze",
        "The same elements in the same order, without dimensions of extent 1; written by zarrs.");
  }

  @Override
  public ArrayToArrayCodec bind(CodecConfiguration configuration, ChunkRepresentation decoded) {
    long[] extents = decoded.shape().stream().filter(extent -> extent != 1).toArray();
    Shape squeezed = extents.length == 0 ? ONE : Shape.of(extents);
    return new ReshapeCodec(decoded.shape(), decoded.withShape(squeezed));
  }
}
