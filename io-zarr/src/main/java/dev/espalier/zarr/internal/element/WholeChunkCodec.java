package dev.espalier.zarr.internal.element;

import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.zarr.codec.ArrayToArrayCodec;
import dev.espalier.zarr.codec.ChunkRepresentation;

/** A codec of which an element can be decoded only together with the whole chunk. */
public abstract class WholeChunkCodec implements ArrayToArrayCodec {
  private final ChunkRepresentation decoded;
  private final ChunkRepresentation encoded;

  /** A codec that turns one kind of chunks into another one. */
  protected WholeChunkCodec(ChunkRepresentation decoded, ChunkRepresentation encoded) {
    this.decoded = decoded;
    this.encoded = encoded;
  }

  @Override
  public final ChunkRepresentation encoded() {
    return encoded;
  }

  @Override
  public final Region decodableRegion(Region wanted) {
    return Region.all(decoded.shape());
  }

  @Override
  public final Region encodedRegion(Region region) {
    return Region.all(encoded.shape());
  }

  @Override
  public final Shape decodedShape(Shape shape) {
    return decoded.shape();
  }
}
