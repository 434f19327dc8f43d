package dev.espalier.model.type;

import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import java.util.Locale;
import java.util.OptionalLong;

/** The JSON form of floats, between bits and text; sizes are 2, 4 or 8 bytes. */
final class FloatForm {
  private static final long HALF_NAN = 0x7e00L;
  private static final long FLOAT_NAN = 0x7fc00000L;
  private static final long DOUBLE_NAN = 0x7ff8000000000000L;

  private FloatForm() {}

  static JsonValue toJson(long bits, int size) {
    double value = toDouble(bits, size);
    if (Double.isNaN(value)) {
      return bits == canonicalNan(size)
          ? JsonValue.of("NaN")
          : JsonValue.of("0x" + hex(bits, size));
    }
    if (Double.isInfinite(value)) {
      return JsonValue.of(value);
    }
    return new JsonNumber(size == 8 ? Double.toString(value) : Float.toString((float) value));
  }

  static OptionalLong parse(JsonValue value, int size) {
    if (value instanceof JsonNumber number) {
      return OptionalLong.of(round(number, size));
    }
    if (!(value instanceof JsonString text)) {
      return OptionalLong.empty();
    }
    return switch (text.value()) {
      case "NaN" -> OptionalLong.of(canonicalNan(size));
      case "Infinity", "+Infinity" -> OptionalLong.of(infinity(size));
      case "-Infinity" -> OptionalLong.of(infinity(size) | (1L << (8 * size - 1)));
      default -> parseHex(text.value(), size);
    };
  }

  private static OptionalLong parseHex(String text, int size) {
    return text.matches("0[xX][0-9a-fA-F]{" + 2 * size + "}")
        ? OptionalLong.of(Long.parseUnsignedLong(text.substring(2), 16))
        : OptionalLong.empty();
  }

  private static String hex(long bits, int size) {
    String digits = Long.toHexString(bits).toLowerCase(Locale.ROOT);
    return "0".repeat(2 * size - digits.length()) + digits;
  }

  /**
   * Rounds half to even, straight from the decimal text: going through a wider float rounds twice.
   */
  private static long round(JsonNumber number, int size) {
    return switch (size) {
      case 2 -> Float16.parse(number) & 0xffffL;
      case 4 -> Float.floatToRawIntBits(Float.parseFloat(number.text())) & 0xffffffffL;
      default -> Double.doubleToRawLongBits(Double.parseDouble(number.text()));
    };
  }

  private static double toDouble(long bits, int size) {
    return switch (size) {
      case 2 -> Float16.toFloat((short) bits);
      case 4 -> Float.intBitsToFloat((int) bits);
      default -> Double.longBitsToDouble(bits);
    };
  }

  private static long canonicalNan(int size) {
    return size == 2 ? HALF_NAN : size == 4 ? FLOAT_NAN : DOUBLE_NAN;
  }

  private static long infinity(int size) {
    return size == 2 ? 0x7c00L : size == 4 ? 0x7f800000L : 0x7ff0000000000000L;
  }
}
