package dev.espalier.model.type;

import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonBoolean;
import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** Reads fill values from their JSON form. */
final class FillValueForm {
  private FillValueForm() {}

  static FillValue parse(DataType type, JsonValue value) {
    if (type instanceof CoreType core) {
      return BitsFill.of(core, parseCore(core, value));
    }
    if (type instanceof RawBits raw) {
      return BitsFill.of(raw, parseRaw(raw, value));
    }
    if (type.isText()) {
      if (value instanceof JsonString text) {
        return new TextFill(text.value());
      }
      throw wrong(type, value, "a string");
    }
    return new OpaqueFill(value);
  }

  private static byte[] parseCore(CoreType type, JsonValue value) {
    byte[] bytes = new byte[type.size()];
    int component = type.componentSize();
    switch (type.kind()) {
      case BOOLEAN -> {
        if (!(value instanceof JsonBoolean bool)) {
          throw wrong(type, value, "true or false");
        }
        bytes[0] = (byte) (bool.value() ? 1 : 0);
      }
      case SIGNED, UNSIGNED -> write(bytes, 0, component, parseInteger(type, value));
      case FLOAT -> write(bytes, 0, component, parseFloat(type, value));
      case COMPLEX -> {
        if (!(value instanceof JsonArray pair) || pair.size() != 2) {
          throw wrong(type, value, "a pair of floats");
        }
        write(bytes, 0, component, parseFloat(type, pair.elements().get(0)));
        write(bytes, component, component, parseFloat(type, pair.elements().get(1)));
      }
    }
    return bytes;
  }

  private static long parseInteger(CoreType type, JsonValue value) {
    boolean signed = type.kind() == CoreType.Kind.SIGNED;
    int bits = 8 * type.size();
    BigInteger low = signed ? BigInteger.ONE.shiftLeft(bits - 1).negate() : BigInteger.ZERO;
    BigInteger high = BigInteger.ONE.shiftLeft(signed ? bits - 1 : bits).subtract(BigInteger.ONE);
    Optional<BigInteger> number =
        value instanceof JsonNumber n ? n.asBigInteger() : Optional.empty();
    if (number.isEmpty() || number.get().compareTo(low) < 0 || number.get().compareTo(high) > 0) {
      throw wrong(type, value, "an integer from " + low + " to " + high);
    }
    return number.get().longValue();
  }

  private static long parseFloat(CoreType type, JsonValue value) {
    return FloatForm.parse(value, type.componentSize())
        .orElseThrow(
            () ->
                wrong(
                    type,
                    value,
                    "a number, \"NaN\", \"Infinity\", \"-Infinity\" or \"0x\" and "
                        + 2 * type.componentSize()
                        + " hexadecimal digits"));
  }

  private static byte[] parseRaw(RawBits type, JsonValue value) {
    int size = type.bits() / 8;
    if (!(value instanceof JsonArray array) || array.size() != size) {
      throw wrong(type, value, "a list of " + size + " bytes");
    }
    byte[] bytes = new byte[size];
    List<JsonValue> elements = array.elements();
    for (int i = 0; i < size; i++) {
      long number = elements.get(i) instanceof JsonNumber n ? n.asLong().orElse(-1) : -1;
      if (number < 0 || number > 255) {
        throw wrong(type, value, "a list of bytes from 0 to 255");
      }
      bytes[i] = (byte) number;
    }
    return bytes;
  }

  private static void write(byte[] bytes, int offset, int size, long bits) {
    for (int i = 0; i < size; i++) {
      bytes[offset + i] = (byte) (bits >>> (8 * i));
    }
  }

  private static IllegalArgumentException wrong(DataType type, JsonValue value, String expected) {
    String found = value.toString();
    return new IllegalArgumentException(
        "fill value "
            + (found.length() <= 60 ? found : found.substring(0, 60) + "...")
            + " is not of data type "
            + type
            + "; expected "
            + expected);
  }
}
