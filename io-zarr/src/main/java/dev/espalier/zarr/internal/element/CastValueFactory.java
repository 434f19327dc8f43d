package dev.espalier.zarr.internal.element;

import dev.espalier.io.codec.CodecConfiguration;
import dev.espalier.io.codec.CodecDeclaration;
import dev.espalier.io.codec.Parameter;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonNull;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.schema.value.Field;
import dev.espalier.model.schema.value.ValueSchema;
import dev.espalier.model.type.DataType;
import dev.espalier.zarr.codec.ArrayToArrayCodec;
import dev.espalier.zarr.codec.ChunkRepresentation;
import dev.espalier.zarr.codec.CodecFactory;
import dev.espalier.zarr.internal.number.Beyond;
import dev.espalier.zarr.internal.number.FloatType;
import dev.espalier.zarr.internal.number.NumberCast;
import dev.espalier.zarr.internal.number.NumberType;
import dev.espalier.zarr.internal.number.Rounding;
import dev.espalier.zarr.internal.number.ScalarMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The codec {@code cast_value}: the same numbers in another data type.
 *
 * @see <a href="https://github.com/zarr-developers/zarr-extensions/tree/main/codecs/cast_value">
 *     zarr-extensions, cast_value codec</a>
 */
public final class CastValueFactory implements CodecFactory.OfArrays {
  private static final String TYPE = "data_type";
  private static final String ROUNDING = "rounding";
  private static final String RANGE = "out_of_range";
  private static final String MAP = "scalar_map";
  private static final String ENCODE = "encode";
  private static final String DECODE = "decode";

  /** For the service loader. */
  public CastValueFactory() {}

  @Override
  public CodecDeclaration declaration() {
    ValueSchema pairs =
        Parameter.orNull(
            Parameter.list(
                Parameter.list(ValueSchema.any("an element in the form of fill values"))));
    ValueSchema maps =
        Parameter.object(Field.optional(ENCODE, pairs), Field.optional(DECODE, pairs));
    return CodecDeclaration.of(
        "cast_value",
        "The same numbers in another data type.",
        Field.required(TYPE, ValueSchema.any("a data type of integers or floats"))
            .describedAs("the data type of what is stored"),
        Field.optional(
                ROUNDING,
                Parameter.text(
                    Arrays.stream(Rounding.values()).map(Rounding::word).toArray(String[]::new)))
            .orElse(JsonValue.of(Rounding.NEAREST_EVEN.word()))
            .describedAs("what becomes of values between two numbers of the data type"),
        Field.optional(RANGE, Parameter.orNull(Parameter.text("clamp", "wrap")))
            .describedAs("what becomes of values beyond the data type; they are refused if absent"),
        Field.optional(MAP, Parameter.orNull(maps))
            .describedAs("values that are not cast, each with what it becomes"));
  }

  @Override
  public ArrayToArrayCodec bind(CodecConfiguration configuration, ChunkRepresentation decoded) {
    NumberType from = Elements.numbers(configuration, decoded.type());
    NumberType to = Elements.numbers(configuration, dataType(configuration));
    Rounding rounding = rounding(configuration);
    Beyond beyond = beyond(configuration, to);
    Map<String, JsonValue> maps = maps(configuration);
    NumberCast forth =
        new NumberCast(from, to, rounding, beyond, map(configuration, maps, ENCODE, from, to));
    NumberCast back =
        new NumberCast(to, from, rounding, beyond, map(configuration, maps, DECODE, to, from));
    ElementwiseCodec codec =
        ElementwiseCodec.bind(configuration, decoded, to.type(), new CastCoding(forth, back));
    checkFill(configuration, decoded, codec.encoded(), back);
    return codec;
  }

  private static DataType dataType(CodecConfiguration configuration) {
    try {
      return DataType.fromJson(configuration.member(TYPE).orElseThrow());
    } catch (IllegalArgumentException e) {
      throw configuration.wrong(TYPE, "a data type of integers or floats");
    }
  }

  private static Rounding rounding(CodecConfiguration configuration) {
    String word = configuration.text(ROUNDING);
    return Arrays.stream(Rounding.values())
        .filter(rounding -> rounding.word().equals(word))
        .findFirst()
        .orElseThrow();
  }

  private static Beyond beyond(CodecConfiguration configuration, NumberType to) {
    String word = configuration.has(RANGE) ? configuration.text(RANGE) : "";
    if (word.equals("wrap") && to instanceof FloatType) {
      throw configuration.wrong(RANGE, "\"clamp\" or nothing, as " + to.type() + " cannot wrap");
    }
    return switch (word) {
      case "clamp" -> Beyond.CLAMPED;
      case "wrap" -> Beyond.WRAPPED;
      default -> Beyond.REFUSED;
    };
  }

  private static Map<String, JsonValue> maps(CodecConfiguration configuration) {
    return ((JsonObject) configuration.member(MAP).orElse(JsonObject.empty())).members();
  }

  private static ScalarMap map(
      CodecConfiguration configuration,
      Map<String, JsonValue> maps,
      String direction,
      NumberType from,
      NumberType to) {
    JsonValue value = maps.get(direction);
    if (value == null || value == JsonNull.NULL) {
      return ScalarMap.empty();
    }
    List<Map.Entry<byte[], byte[]>> entries = new ArrayList<>();
    for (JsonValue entry : ((JsonArray) value).elements()) {
      if (!(entry instanceof JsonArray pair) || pair.size() != 2) {
        throw configuration.wrong(
            MAP, "in \"" + direction + "\" pairs, of " + from.type() + " and of " + to.type());
      }
      entries.add(
          Map.entry(
              Elements.scalar(configuration, MAP, from.type(), pair.elements().get(0)),
              Elements.scalar(configuration, MAP, to.type(), pair.elements().get(1))));
    }
    return ScalarMap.of(from, entries);
  }

  /** Elements that are not stored are as good as others: they have to come back as they were. */
  private static void checkFill(
      CodecConfiguration configuration,
      ChunkRepresentation decoded,
      ChunkRepresentation encoded,
      NumberCast back) {
    byte[] fill = Elements.fillBytes(configuration, decoded);
    byte[] again = new byte[fill.length];
    try {
      back.run(Elements.fillBytes(configuration, encoded), again, 1, IllegalArgumentException::new);
    } catch (IllegalArgumentException e) {
      throw Elements.wrongFill(configuration, decoded, "it does not come back: " + e.getMessage());
    }
    if (!isSameNumber(decoded.type(), fill, again)) {
      throw Elements.wrongFill(
          configuration,
          decoded,
          "it comes back as " + Elements.chunk(decoded, decoded.type(), again).fill().toJson());
    }
  }

  private static boolean isSameNumber(DataType type, byte[] one, byte[] other) {
    if (Arrays.equals(one, other)) {
      return true;
    }
    if (!(NumberType.of(type).orElseThrow() instanceof FloatType floats)) {
      return false;
    }
    double[] values = new double[2];
    floats.read(one, 0, values, 1);
    double first = values[0];
    floats.read(other, 0, values, 1);
    // NaNs are all the same here, and so are both zeros.
    return Double.compare(first + 0.0, values[0] + 0.0) == 0;
  }
}
