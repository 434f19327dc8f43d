package dev.espalier.model.type;

import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/**
 * The form that the Zarr v3 specification gives one element in JSON: the form of fill values.
 *
 * <p>Integers are numbers; floats are numbers, {@code "NaN"}, {@code "Infinity"}, {@code
 * "-Infinity"}, or the bit pattern {@code "0x..."} where a NaN is not the canonical one; complex
 * numbers are pairs; raw bits are lists of bytes.
 */
public final class ElementForm {
  private ElementForm() {}

  /**
   * The JSON form of an element.
   *
   * @param type a core type or raw bits
   * @param littleEndian bytes that hold the element, least significant first within each number
   * @param offset where the element starts, in bytes
   */
  public static JsonValue toJson(DataType type, byte[] littleEndian, int offset) {
    if (type instanceof RawBits raw) {
      return rawToJson(raw, littleEndian, offset);
    }
    if (!(type instanceof CoreType core)) {
      throw new IllegalArgumentException("elements of " + type + " have no known form");
    }
    int size = core.componentSize();
    long bits = readBits(littleEndian, offset, size);
    return switch (core.kind()) {
      case BOOLEAN -> JsonValue.of(bits != 0);
      case SIGNED -> JsonValue.of((bits << (64 - 8 * size)) >> (64 - 8 * size));
      case UNSIGNED -> new JsonNumber(Long.toUnsignedString(bits));
      case FLOAT -> FloatForm.toJson(bits, size);
      case COMPLEX ->
          JsonArray.of(
              FloatForm.toJson(bits, size),
              FloatForm.toJson(readBits(littleEndian, offset + size, size), size));
    };
  }

  private static JsonValue rawToJson(RawBits raw, byte[] bytes, int offset) {
    int size = raw.bits() / 8;
    List<JsonValue> values = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      values.add(JsonValue.of(bytes[offset + i] & 0xff));
    }
    return new JsonArray(values);
  }

  private static long readBits(byte[] bytes, int offset, int size) {
    long bits = 0;
    for (int i = size - 1; i >= 0; i--) {
      bits = (bits << 8) | (bytes[offset + i] & 0xff);
    }
    return bits;
  }
}
