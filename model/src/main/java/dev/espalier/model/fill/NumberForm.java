package dev.espalier.model.fill;

import dev.espalier.model.json.JsonBoolean;
import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.type.CoreType.Kind;
import dev.espalier.model.type.FloatFormat;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The JSON form of one number of at most 64 bits.
 *
 * @param kind what the bits mean; a component of a complex number is a float
 * @param bits how many of them mean something
 * @param size how many bytes they take
 * @param format how floats are made up
 */
record NumberForm(Kind kind, int bits, int size, Optional<FloatFormat> format) {
  static NumberForm integer(Kind kind, int bits, int size) {
    return new NumberForm(kind, bits, size, Optional.empty());
  }

  static NumberForm floating(FloatFormat format) {
    return new NumberForm(Kind.FLOAT, format.bits(), format.byteSize(), Optional.of(format));
  }

  JsonValue toJson(byte[] littleEndian, int offset) {
    long raw = 0;
    for (int i = size - 1; i >= 0; i--) {
      raw = (raw << 8) | (littleEndian[offset + i] & 0xff);
    }
    int unused = Long.SIZE - bits;
    return switch (kind) {
      case BOOLEAN -> JsonValue.of(raw != 0);
      case SIGNED -> JsonValue.of((raw << unused) >> unused);
      case UNSIGNED -> new JsonNumber(Long.toUnsignedString((raw << unused) >>> unused));
      case FLOAT, COMPLEX -> floatToJson(format.orElseThrow(), (raw << unused) >>> unused);
    };
  }

  /**
   * Writes the number that a JSON value stands for; bits beyond those that mean something repeat
   * the sign.
   *
   * @return whether it is one
   */
  boolean parse(JsonValue value, byte[] littleEndian, int offset) {
    OptionalLong raw =
        switch (kind) {
          case BOOLEAN ->
              value instanceof JsonBoolean flag
                  ? OptionalLong.of(flag.value() ? 1 : 0)
                  : OptionalLong.empty();
          case SIGNED, UNSIGNED -> parseInteger(value);
          case FLOAT, COMPLEX -> parseFloat(format.orElseThrow(), value);
        };
    for (int i = 0; raw.isPresent() && i < size; i++) {
      littleEndian[offset + i] = (byte) (raw.getAsLong() >>> (8 * i));
    }
    return raw.isPresent();
  }

  /** What {@link #parse} takes, for messages. */
  String expected() {
    return switch (kind) {
      case BOOLEAN -> "true or false";
      case SIGNED, UNSIGNED -> "an integer from " + lowest() + " to " + highest();
      case FLOAT, COMPLEX ->
          "a number, \"NaN\", \"Infinity\", \"-Infinity\" or \"0x\" and "
              + 2 * size
              + " hexadecimal digits";
    };
  }

  private BigInteger lowest() {
    return kind == Kind.SIGNED ? BigInteger.ONE.shiftLeft(bits - 1).negate() : BigInteger.ZERO;
  }

  private BigInteger highest() {
    return BigInteger.ONE.shiftLeft(kind == Kind.SIGNED ? bits - 1 : bits).subtract(BigInteger.ONE);
  }

  private OptionalLong parseInteger(JsonValue value) {
    Optional<BigInteger> number =
        value instanceof JsonNumber n ? n.asBigInteger() : Optional.empty();
    return number.isEmpty()
            || number.get().compareTo(lowest()) < 0
            || number.get().compareTo(highest()) > 0
        ? OptionalLong.empty()
        : OptionalLong.of(number.get().longValue());
  }

  private static OptionalLong parseFloat(FloatFormat format, JsonValue value) {
    if (value instanceof JsonNumber number) {
      return format.parse(number);
    }
    if (!(value instanceof JsonString text)) {
      return OptionalLong.empty();
    }
    return switch (text.value()) {
      case "NaN" -> format.canonicalNan();
      case "Infinity", "+Infinity" -> format.infinity();
      case "-Infinity" -> negative(format, format.infinity());
      default -> parseHex(format, text.value());
    };
  }

  private static OptionalLong negative(FloatFormat format, OptionalLong bits) {
    return bits.isPresent() ? OptionalLong.of(bits.getAsLong() | format.signBit()) : bits;
  }

  private static OptionalLong parseHex(FloatFormat format, String text) {
    return text.matches("0[xX][0-9a-fA-F]{" + 2 * format.byteSize() + "}")
        ? OptionalLong.of(Long.parseUnsignedLong(text.substring(2), 16))
        : OptionalLong.empty();
  }

  private static JsonValue floatToJson(FloatFormat format, long raw) {
    double value = format.toDouble(raw);
    if (Double.isNaN(value)) {
      return OptionalLong.of(raw).equals(format.canonicalNan())
          ? JsonValue.of("NaN")
          : JsonValue.of("0x" + HexFormat.of().toHexDigits(raw, 2 * format.byteSize()));
    }
    if (Double.isInfinite(value)) {
      return JsonValue.of(value);
    }
    return new JsonNumber(
        format.bits() == Double.SIZE ? Double.toString(value) : Float.toString((float) value));
  }
}
