package dev.espalier.zarr.codec;

import dev.espalier.io.codec.CodecConfiguration;
import dev.espalier.io.codec.CodecDeclaration;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.layout.CodecSpec;
import dev.espalier.model.schema.value.Field;
import dev.espalier.model.type.CoreType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * The codec {@code n5_default}: chunks as the format N5 stores them, behind a header that tells
 * their extents.
 *
 * @see <a href="https://github.com/zarr-developers/zarr-extensions/tree/main/codecs/n5_default">
 *     zarr-extensions, n5_default codec</a>
 */
final class N5BlockCodecFactory implements CodecFactory.OfBytes {
  private static final String CODECS = "codecs";

  private static final Set<CoreType> TYPES =
      Set.of(
          CoreType.INT8,
          CoreType.INT16,
          CoreType.INT32,
          CoreType.INT64,
          CoreType.UINT8,
          CoreType.UINT16,
          CoreType.UINT32,
          CoreType.UINT64,
          CoreType.FLOAT32,
          CoreType.FLOAT64);

  @Override
  public CodecDeclaration declaration() {
    return CodecDeclaration.of(
        "n5_default",
        "A block of the format N5: its extents, then the elements, the first dimension fastest.",
        Field.required(CODECS, CodecList.DECLARED)
            .describedAs(
                "what encodes the elements: transpose to the reverse order, bytes with the most"
                    + " significant first, and maybe one that compresses"));
  }

  @Override
  public ArrayToBytesCodec bind(
      CodecConfiguration configuration, ChunkRepresentation decoded, CodecRegistry codecs) {
    if (!(decoded.type() instanceof CoreType type) || !TYPES.contains(type)) {
      throw new IllegalArgumentException(
          "codec \"n5_default\" takes integers, float32 and float64, not " + decoded.type());
    }
    List<CodecSpec> specs = CodecList.read(configuration, CODECS);
    if (!isN5(specs, decoded.shape().rank(), type.size() > 1)) {
      throw configuration.wrong(
          CODECS,
          "\"transpose\" with the order "
              + reverseOrder(decoded.shape().rank())
              + ", \"bytes\" with \"big\", and at most one that takes bytes");
    }
    return new N5BlockCodec(decoded, specs, codecs);
  }

  private static boolean isN5(List<CodecSpec> specs, int rank, boolean hasByteOrder) {
    if (specs.size() < 2 || specs.size() > 3) {
      return false;
    }
    Optional<JsonValue> order = specs.get(0).configuration().get("order");
    Optional<JsonValue> endian = specs.get(1).configuration().get("endian");
    return specs.get(0).name().equals("transpose")
        && order.filter(reverseOrder(rank)::equals).isPresent()
        && specs.get(1).name().equals("bytes")
        && (!hasByteOrder || endian.filter(JsonValue.of("big")::equals).isPresent());
  }

  private static JsonArray reverseOrder(int rank) {
    return JsonArray.ofLongs(LongStream.range(0, rank).map(i -> rank - 1 - i).toArray());
  }
}
