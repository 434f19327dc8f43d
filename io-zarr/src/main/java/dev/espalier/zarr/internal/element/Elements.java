package dev.espalier.zarr.internal.element;

import dev.espalier.io.codec.CodecConfiguration;
import dev.espalier.model.fill.BitsFill;
import dev.espalier.model.fill.FillValue;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.schema.value.ValueWords;
import dev.espalier.model.type.DataType;
import dev.espalier.zarr.codec.ChunkRepresentation;
import dev.espalier.zarr.internal.number.NumberType;

/** What codecs that compute ask of the elements of a chunk, with messages that name the codec. */
public final class Elements {
  private Elements() {}

  /**
   * The numbers of a data type.
   *
   * @throws IllegalArgumentException if its elements are neither integers nor floats
   */
  public static NumberType numbers(CodecConfiguration configuration, DataType type) {
    return NumberType.of(type)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "codec \""
                        + configuration.codec()
                        + "\" takes integers and floats, not "
                        + type));
  }

  /**
   * The bytes of a chunk's fill value, least significant first.
   *
   * @throws IllegalArgumentException if its bits are not known
   */
  public static byte[] fillBytes(CodecConfiguration configuration, ChunkRepresentation chunk) {
    if (chunk.fill() instanceof BitsFill bits) {
      return bits.littleEndianBytes();
    }
    throw new IllegalArgumentException(
        "codec \""
            + configuration.codec()
            + "\" cannot encode fill value "
            + chunk.fill().toJson()
            + " of data type "
            + chunk.type());
  }

  /** Chunks of the same shape with other elements. */
  public static ChunkRepresentation chunk(
      ChunkRepresentation decoded, DataType type, byte[] fillBytes) {
    return new ChunkRepresentation(type, decoded.shape(), BitsFill.of(type, fillBytes));
  }

  /**
   * The bytes of one element from the form that fill values have in documents.
   *
   * @param member the parameter that it stands in
   * @throws IllegalArgumentException if it is not of that type
   */
  public static byte[] scalar(
      CodecConfiguration configuration, String member, DataType type, JsonValue value) {
    try {
      if (FillValue.parse(type, value) instanceof BitsFill bits) {
        return bits.littleEndianBytes();
      }
    } catch (IllegalArgumentException e) {
      throw wrongScalar(configuration, member, type, value);
    }
    throw wrongScalar(configuration, member, type, value);
  }

  /** The failure for a fill value that cannot be encoded. */
  public static IllegalArgumentException wrongFill(
      CodecConfiguration configuration, ChunkRepresentation chunk, String reason) {
    return new IllegalArgumentException(
        "codec \""
            + configuration.codec()
            + "\": fill value "
            + chunk.fill().toJson()
            + " cannot be encoded: "
            + reason);
  }

  private static IllegalArgumentException wrongScalar(
      CodecConfiguration configuration, String member, DataType type, JsonValue value) {
    return configuration.wrong(
        member, ValueWords.show(value) + " to be an element of data type " + type);
  }
}
