package dev.espalier.zarr.internal.numcodecs;

import dev.espalier.io.codec.CodecConfiguration;
import dev.espalier.io.codec.Parameter;
import dev.espalier.model.schema.value.Field;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.type.DataType;
import dev.espalier.model.type.TimeType;
import dev.espalier.zarr.internal.number.FloatType;
import dev.espalier.zarr.internal.number.IntegerType;
import dev.espalier.zarr.internal.number.NumberType;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The data types that filters name as NumPy does: {@code "<f8"}, {@code "|u1"}, {@code "int32"}.
 * The byte order says nothing about the numbers; how they are stored, another codec decides.
 */
final class FilterType {
  private static final String EXPECTED =
      "a type of integers or floats as NumPy spells it, such as \"<f4\"";
  private static final Pattern CODE = Pattern.compile("[<>|=]?([iuf])([1248])");

  private FilterType() {}

  /** A parameter that may be left out, as the type of the chunk says it. */
  static Field declared(String member, String text) {
    return Field.optional(member, Parameter.orNull(Parameter.text())).describedAs(text);
  }

  /**
   * The numbers of chunks as a filter takes them: the type that it names, and that of the chunk,
   * differ in no more than the sign.
   *
   * @param member the parameter that names the type
   */
  static NumberType ofChunk(CodecConfiguration configuration, String member, DataType chunk) {
    NumberType named = named(configuration, member, chunk);
    boolean same = named.type().equals(chunk);
    boolean bothIntegers =
        named instanceof IntegerType
            && NumberType.of(counted(chunk)).orElse(null) instanceof IntegerType integers
            && integers.size() == named.size();
    if (!same && !bothIntegers) {
      throw configuration.wrong(member, "that of the chunk, which is " + chunk);
    }
    return named;
  }

  /** Times are counted in integers of 64 bits. */
  private static DataType counted(DataType type) {
    return type instanceof TimeType ? CoreType.INT64 : type;
  }

  /** The numbers of a type that a filter names. */
  static NumberType named(CodecConfiguration configuration, String member, DataType absent) {
    if (!configuration.has(member)) {
      return NumberType.of(counted(absent))
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "codec \""
                          + configuration.codec()
                          + "\" takes integers and floats, not "
                          + absent));
    }
    return parse(configuration.text(member))
        .flatMap(NumberType::of)
        .orElseThrow(() -> configuration.wrong(member, EXPECTED));
  }

  /** The type in which NumPy computes with numbers of two types, if one of them is a float. */
  static Optional<FloatType> common(NumberType one, NumberType other) {
    if (one instanceof FloatType a && other instanceof FloatType b) {
      return Optional.of(a.size() >= b.size() ? a : b);
    }
    if (one instanceof FloatType floats) {
      return Optional.of(common(floats, (IntegerType) other));
    }
    return other instanceof FloatType floats
        ? Optional.of(common(floats, (IntegerType) one))
        : Optional.empty();
  }

  /** The smallest float type that holds both. */
  private static FloatType common(FloatType floats, IntegerType integers) {
    int least = integers.size() >= 4 ? 8 : 2 * integers.size();
    return floats.size() >= least ? floats : floatOf(least);
  }

  /** The floats that take so many bytes. */
  static FloatType floatOf(int size) {
    CoreType type = size == 2 ? CoreType.FLOAT16 : size == 4 ? CoreType.FLOAT32 : CoreType.FLOAT64;
    return (FloatType) NumberType.of(type).orElseThrow();
  }

  private static Optional<DataType> parse(String name) {
    Matcher matcher = CODE.matcher(name);
    if (!matcher.matches()) {
      // The names without a byte order are those of the newer format.
      return CoreType.withId(name.toLowerCase(Locale.ROOT)).map(type -> type);
    }
    String kind =
        switch (matcher.group(1)) {
          case "i" -> "int";
          case "u" -> "uint";
          default -> "float";
        };
    int bits = Byte.SIZE * Integer.parseInt(matcher.group(2));
    return CoreType.withId(kind + bits).map(type -> type);
  }
}
