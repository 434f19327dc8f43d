package dev.espalier.zarr.v2;

import dev.espalier.json.JsonLimits;
import dev.espalier.model.fill.BinaryFill;
import dev.espalier.model.fill.BitsFill;
import dev.espalier.model.fill.FillValue;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonNull;
import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.type.DataType;
import dev.espalier.model.type.FixedLengthType;
import dev.espalier.model.type.RawBits;
import dev.espalier.model.type.StructType;
import dev.espalier.model.type.TimeType;
import dev.espalier.zarr.internal.field.Field;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * Reads fill values, those that other implementations spell in their own way among them: whole
 * numbers with a fraction, numbers as strings, and 0 for everything that is no number.
 *
 * @see <a href="https://zarr-specs.readthedocs.io/en/latest/v2/v2.0.html#fill-value-encoding">Zarr
 *     v2, fill value encoding</a>
 */
final class FillReader {
  /** Integers of 64 bits have 20 digits; an exponent must not make a longer one of it. */
  private static final int MOST_DIGITS = 40;

  /** As long as numbers may be that are no strings; the time to read one grows with its square. */
  private static final int LONGEST_NUMBER = JsonLimits.DEFAULT.maxNumberLength();

  /** So many characters of Base64 are three bytes. */
  private static final int BASE64_GROUP = 4;

  private FillReader() {}

  /** The fill value of a type; nothing where it is {@code null}. */
  static Optional<FillValue> read(Dtype dtype, Field field) {
    if (field.value() == JsonNull.NULL) {
      return Optional.empty();
    }
    DataType type = dtype.type();
    if (isZero(field.value()) && !(type instanceof CoreType) && !(type instanceof TimeType)) {
      return Optional.of(FillValue.zero(type));
    }
    if (type.isBinary()) {
      return Optional.of(BinaryFill.of(base64(field)));
    }
    if (isBytes(type)) {
      return Optional.of(bits(dtype, field));
    }
    try {
      return Optional.of(FillValue.parse(type, spelled(type, field.value())));
    } catch (IllegalArgumentException e) {
      throw field.invalid(String.valueOf(e.getMessage()));
    }
  }

  /** Whether the fill values of a type are bytes in Base64. */
  static boolean isBytes(DataType type) {
    return type instanceof RawBits
        || type instanceof StructType
        || (type instanceof FixedLengthType fixed && fixed.form() != FixedLengthType.Form.UTF32);
  }

  private static boolean isZero(JsonValue value) {
    return value instanceof JsonNumber number && number.isWhole() && number.toDouble() == 0;
  }

  private static FillValue bits(Dtype dtype, Field field) {
    byte[] bytes = base64(field);
    int size = dtype.itemSize();
    boolean padded = dtype.type() instanceof FixedLengthType;
    if (bytes.length != 0 && (bytes.length > size || (bytes.length < size && !padded))) {
      throw field.wrong((padded ? "at most " : "") + size + " bytes in Base64");
    }
    byte[] element = Arrays.copyOf(bytes, size);
    return BitsFill.of(dtype.type(), NumberOrder.littleEndian(dtype, element));
  }

  /** Reads padded Base64: what is not padded may well be the bytes as plain text. */
  private static byte[] base64(Field field) {
    String text = field.text();
    if (text.length() % BASE64_GROUP != 0) {
      throw field.wrong("bytes in Base64, padded to a multiple of 4 characters");
    }
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw field.wrong("bytes in Base64");
    }
  }

  /** The value as Zarr v3 spells it. */
  private static JsonValue spelled(DataType type, JsonValue value) {
    if (type instanceof TimeType) {
      return integer(number(value));
    }
    if (!(type instanceof CoreType core)) {
      return value;
    }
    return switch (core.kind()) {
      case SIGNED, UNSIGNED -> integer(number(value));
      case BOOLEAN -> truth(integer(number(value)));
      case FLOAT -> number(value);
      case COMPLEX -> complex(value);
    };
  }

  private static JsonValue complex(JsonValue value) {
    if (value instanceof JsonArray pair) {
      return new JsonArray(pair.elements().stream().map(FillReader::number).toList());
    }
    return number(value) instanceof JsonNumber real ? JsonArray.of(real, JsonValue.of(0)) : value;
  }

  private static JsonValue truth(JsonValue value) {
    if (value.equals(JsonValue.of(0)) || value.equals(JsonValue.of(1))) {
      return JsonValue.of(value.equals(JsonValue.of(1)));
    }
    return value;
  }

  /** A number that is spelled as a string. */
  private static JsonValue number(JsonValue value) {
    if (value instanceof JsonString text && text.value().length() <= LONGEST_NUMBER) {
      try {
        return new JsonNumber(text.value());
      } catch (IllegalArgumentException e) {
        return value;
      }
    }
    return value;
  }

  /** A whole number that is spelled with a fraction or an exponent. */
  private static JsonValue integer(JsonValue value) {
    if (!(value instanceof JsonNumber number) || number.isInteger() || !number.isWhole()) {
      return value;
    }
    BigDecimal whole = number.toBigDecimal().stripTrailingZeros();
    return (long) whole.precision() - whole.scale() <= MOST_DIGITS
        ? new JsonNumber(whole.toBigIntegerExact().toString())
        : value;
  }
}
