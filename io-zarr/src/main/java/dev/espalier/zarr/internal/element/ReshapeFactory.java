package dev.espalier.zarr.internal.element;

import dev.espalier.io.codec.CodecConfiguration;
import dev.espalier.io.codec.CodecDeclaration;
import dev.espalier.io.codec.Parameter;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.schema.value.Field;
import dev.espalier.model.shape.Shape;
import dev.espalier.zarr.codec.ArrayToArrayCodec;
import dev.espalier.zarr.codec.ChunkRepresentation;
import dev.espalier.zarr.codec.CodecFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * The codec {@code reshape}: the same elements in the same order, with other dimensions.
 *
 * @see <a href="https://github.com/zarr-developers/zarr-extensions/tree/main/codecs/reshape">
 *     zarr-extensions, reshape codec</a>
 */
public final class ReshapeFactory implements CodecFactory.OfArrays {
  private static final String SHAPE = "shape";
  private static final String EXPECTED =
      "a list, for each encoded dimension an extent, -1 for one of them, or a list of dimensions";

  /** For the service loader. */
  public ReshapeFactory() {}

  @Override
  public CodecDeclaration declaration() {
    return CodecDeclaration.of(
        "reshape",
        "The same elements in the same order, with other dimensions.",
        Field.required(
                SHAPE,
                Parameter.list(
                    Parameter.either(Parameter.integer(-1), Parameter.list(Parameter.integer(0)))))
            .describedAs(
                "for each dimension its extent, the dimensions that it is made of, or, for one of"
                    + " them, -1 for what is left"));
  }

  @Override
  public ArrayToArrayCodec bind(CodecConfiguration configuration, ChunkRepresentation decoded) {
    JsonArray list = (JsonArray) configuration.member(SHAPE).orElseThrow();
    return new Reading(configuration, list, decoded.shape()).codec(decoded);
  }

  /** The parameter on its way to a shape. */
  private static final class Reading {
    private final CodecConfiguration configuration;
    private final JsonArray list;
    private final Shape from;
    private final long[] extents;

    /** Of each encoded dimension the decoded ones that it is made of, where they are listed. */
    private final List<long[]> sources = new ArrayList<>();

    private int open = -1;
    private long nextSource;

    Reading(CodecConfiguration configuration, JsonArray list, Shape from) {
      this.configuration = configuration;
      this.list = list;
      this.from = from;
      this.extents = new long[list.size()];
    }

    ArrayToArrayCodec codec(ChunkRepresentation decoded) {
      for (int i = 0; i < extents.length; i++) {
        JsonValue element = list.elements().get(i);
        if (element instanceof JsonArray dimensions) {
          readDimensions(i, dimensions);
        } else {
          readExtent(i, element);
        }
      }
      closeOpen();
      Shape to = Shape.of(extents);
      if (count(to, 0, to.rank()) != from.elementCount()) {
        throw wrong(from.elementCount() + " elements as in " + from + ", not " + to);
      }
      checkSources(to);
      return new ReshapeCodec(decoded.shape(), decoded.withShape(to));
    }

    private void readExtent(int i, JsonValue element) {
      long extent = element instanceof JsonNumber number ? number.asLong().orElse(0) : 0;
      boolean isOpen = extent == -1 && open < 0;
      if (extent < 1 && !isOpen) {
        throw wrong(EXPECTED);
      }
      if (isOpen) {
        open = i;
      }
      extents[i] = Math.max(extent, 1);
      sources.add(new long[0]);
    }

    private void readDimensions(int i, JsonArray dimensions) {
      long[] source = new long[dimensions.size()];
      extents[i] = 1;
      for (int k = 0; k < source.length; k++) {
        source[k] =
            dimensions.elements().get(k) instanceof JsonNumber number
                ? number.asLong().orElse(-1)
                : -1;
        if (source[k] < nextSource || source[k] >= from.rank()) {
          throw wrong("dimensions of " + from + " in rising order, each at most once");
        }
        nextSource = source[k] + 1;
        extents[i] = Math.multiplyExact(extents[i], from.extent((int) source[k]));
      }
      sources.add(source);
    }

    private void closeOpen() {
      if (open < 0) {
        return;
      }
      long rest = count(Shape.of(extents), 0, extents.length);
      if (rest < 1 || from.elementCount() % rest != 0) {
        throw wrong(from.elementCount() + " elements as in " + from);
      }
      extents[open] = from.elementCount() / rest;
    }

    /** Dimensions that are listed have to be in front of, and behind, as much as where they go. */
    private void checkSources(Shape to) {
      for (int i = 0; i < extents.length; i++) {
        long[] source = sources.get(i);
        if (source.length == 0) {
          continue;
        }
        int first = (int) source[0];
        int end = (int) source[source.length - 1] + 1;
        if (count(to, 0, i) != count(from, 0, first)
            || count(to, i + 1, to.rank()) != count(from, end, from.rank())) {
          throw wrong(
              "as many elements in front of and behind dimension "
                  + i
                  + " of "
                  + to
                  + " as in front of and behind dimensions "
                  + JsonArray.ofLongs(source)
                  + " of "
                  + from);
        }
      }
    }

    /** How many elements some dimensions have, or -1 for more than can be counted. */
    private static long count(Shape shape, int start, int end) {
      long count = 1;
      for (int d = start; d < end; d++) {
        if (shape.extent(d) > Long.MAX_VALUE / count) {
          return -1;
        }
        count *= shape.extent(d);
      }
      return count;
    }

    private IllegalArgumentException wrong(String expected) {
      return configuration.wrong(SHAPE, expected);
    }
  }
}
