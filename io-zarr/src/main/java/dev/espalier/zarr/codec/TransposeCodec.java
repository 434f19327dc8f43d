package dev.espalier.zarr.codec;

import dev.espalier.io.codec.CodecConfiguration;
import dev.espalier.io.codec.CodecDeclaration;
import dev.espalier.io.codec.Parameter;
import dev.espalier.model.data.Block;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.schema.value.Field;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * The codec {@code transpose}: dimension {@code i} of the encoded chunk is dimension {@code
 * order[i]} of the decoded one.
 *
 * @see <a href="https://zarr-specs.readthedocs.io/en/latest/v3/codecs/transpose/index.html">Zarr
 *     v3, transpose codec</a>
 */
final class TransposeCodec implements ArrayToArrayCodec {
  private final ChunkRepresentation encoded;
  private final int[] order;
  private final int[] inverse;

  /** Makes them. */
  static final class Factory implements CodecFactory.OfArrays {
    @Override
    public CodecDeclaration declaration() {
      return CodecDeclaration.of(
          "transpose",
          "The dimensions in another order.",
          Field.required(
                  "order",
                  Parameter.either(
                      Parameter.list(Parameter.integer(0, Integer.MAX_VALUE)).distinct(),
                      Parameter.text("C", "F")))
              .describedAs(
                  "for each dimension of what is encoded, which one it was; old documents say F"
                      + " for the reverse order and C for none"));
    }

    @Override
    public ArrayToArrayCodec bind(CodecConfiguration configuration, ChunkRepresentation decoded) {
      int rank = decoded.shape().rank();
      String expected = "each of the numbers from 0 to " + (rank - 1) + " once";
      long[] order = order(configuration, rank);
      int[] permutation = new int[rank];
      boolean[] seen = new boolean[rank];
      boolean valid = order.length == rank;
      for (int i = 0; valid && i < rank; i++) {
        valid = order[i] < rank && !seen[(int) order[i]];
        if (valid) {
          permutation[i] = (int) order[i];
          seen[permutation[i]] = true;
        }
      }
      if (!valid) {
        throw configuration.wrong("order", expected);
      }
      return new TransposeCodec(decoded, permutation);
    }

    private static long[] order(CodecConfiguration configuration, int rank) {
      if (configuration.member("order").orElseThrow() instanceof JsonString letter) {
        LongStream dimensions = LongStream.range(0, rank);
        return letter.value().equals("C")
            ? dimensions.toArray()
            : dimensions.map(dimension -> rank - 1 - dimension).toArray();
      }
      return configuration.integers("order");
    }
  }

  private TransposeCodec(ChunkRepresentation decoded, int[] order) {
    this.order = order;
    this.inverse = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      inverse[order[i]] = i;
    }
    this.encoded = decoded.withShape(permute(decoded.shape(), order));
  }

  @Override
  public ChunkRepresentation encoded() {
    return encoded;
  }

  /** Letters are spelled out. */
  @Override
  public JsonObject completed(JsonObject asked) {
    return asked.get("order").orElse(asked) instanceof JsonString
        ? asked.with("order", JsonArray.ofLongs(Arrays.stream(order).asLongStream().toArray()))
        : asked;
  }

  @Override
  public Region encodedRegion(Region decoded) {
    long[] origin = new long[order.length];
    for (int i = 0; i < origin.length; i++) {
      origin[i] = decoded.start(order[i]);
    }
    return Region.of(origin, permute(decoded.shape(), order));
  }

  @Override
  public Shape decodedShape(Shape shape) {
    return permute(shape, inverse);
  }

  @Override
  public void encode(Block decoded, Block into) {
    Transposition.copy(decoded, into, order);
  }

  @Override
  public void decode(Block source, Block decoded) {
    Transposition.copy(source, decoded, inverse);
  }

  private static Shape permute(Shape shape, int[] order) {
    long[] extents = new long[order.length];
    for (int i = 0; i < extents.length; i++) {
      extents[i] = shape.extent(order[i]);
    }
    return Shape.of(extents);
  }
}
