package dev.espalier.zarr.internal.element;

import dev.espalier.io.codec.CodecConfiguration;
import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.Block;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.RequestException;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.DataType;
import dev.espalier.zarr.codec.ArrayToArrayCodec;
import dev.espalier.zarr.codec.ChunkRepresentation;

/** A codec that encodes each element on its own, whatever the others are. */
public final class ElementwiseCodec implements ArrayToArrayCodec {
  private final ChunkRepresentation encoded;
  private final ElementCoding coding;

  private ElementwiseCodec(ChunkRepresentation encoded, ElementCoding coding) {
    this.encoded = encoded;
    this.coding = coding;
  }

  /**
   * Binds a codec to chunks, whose fill value is encoded as all elements are.
   *
   * @param encodedType the type of what the elements become
   * @throws IllegalArgumentException if the fill value cannot be encoded
   */
  public static ElementwiseCodec bind(
      CodecConfiguration configuration,
      ChunkRepresentation decoded,
      DataType encodedType,
      ElementCoding coding) {
    byte[] encodedFill;
    try {
      encodedFill = encodedFill(configuration, decoded, encodedType, coding);
    } catch (IllegalArgumentException e) {
      throw Elements.wrongFill(configuration, decoded, String.valueOf(e.getMessage()));
    }
    return new ElementwiseCodec(Elements.chunk(decoded, encodedType, encodedFill), coding);
  }

  /**
   * Binds a filter of numcodecs to chunks. It knows nothing of fill values, so that one that it
   * cannot encode does not matter to it: zero stands for it in what is encoded.
   */
  public static ElementwiseCodec bindFilter(
      CodecConfiguration configuration,
      ChunkRepresentation decoded,
      DataType encodedType,
      ElementCoding coding) {
    byte[] encodedFill;
    try {
      encodedFill = encodedFill(configuration, decoded, encodedType, coding);
    } catch (IllegalArgumentException e) {
      encodedFill = new byte[encodedType.byteSize().orElseThrow()];
    }
    return new ElementwiseCodec(Elements.chunk(decoded, encodedType, encodedFill), coding);
  }

  private static byte[] encodedFill(
      CodecConfiguration configuration,
      ChunkRepresentation decoded,
      DataType encodedType,
      ElementCoding coding) {
    byte[] fill = Elements.fillBytes(configuration, decoded);
    byte[] encodedFill = new byte[encodedType.byteSize().orElseThrow()];
    coding.encode(fill, encodedFill, 1, IllegalArgumentException::new);
    return encodedFill;
  }

  @Override
  public ChunkRepresentation encoded() {
    return encoded;
  }

  @Override
  public Region encodedRegion(Region decoded) {
    return decoded;
  }

  @Override
  public Shape decodedShape(Shape shape) {
    return shape;
  }

  @Override
  public void encode(Block decoded, Block into) {
    coding.encode(bytes(decoded), bytes(into), count(decoded), RequestException::new);
  }

  @Override
  public void decode(Block source, Block decoded) {
    coding.decode(bytes(source), bytes(decoded), count(decoded), CorruptException::new);
  }

  private static byte[] bytes(Block block) {
    return ((BitsBlock) block).bytes();
  }

  private static int count(Block block) {
    return (int) block.shape().elementCount();
  }
}
