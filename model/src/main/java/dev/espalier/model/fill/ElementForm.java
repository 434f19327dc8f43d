package dev.espalier.model.fill;

import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.type.DataType;
import dev.espalier.model.type.FixedLengthType;
import dev.espalier.model.type.NarrowType;
import dev.espalier.model.type.RawBits;
import dev.espalier.model.type.StructType;
import dev.espalier.model.type.TimeType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The form that specifications give one element of fixed size in JSON: the form of fill values.
 *
 * <p>Integers and counts of time are numbers; floats are numbers, {@code "NaN"}, {@code
 * "Infinity"}, {@code "-Infinity"}, or the bit pattern {@code "0x..."} where a NaN is not the
 * canonical one; complex numbers are pairs; raw bits are lists of bytes; texts are strings; byte
 * strings are strings in Base64; structs are objects with a member for each field.
 */
public final class ElementForm {
  private static final int CODE_POINT = Integer.BYTES;
  private static final int NO_CHARACTER = 0xfffd;

  /** So many characters of Base64 are three bytes. */
  private static final int BASE64_GROUP = 4;

  private ElementForm() {}

  /**
   * The JSON form of an element. What is no code point in a text is shown as U+FFFD.
   *
   * @param type a type of fixed size
   * @param littleEndian bytes that hold the element, least significant first within each number
   * @param offset where the element starts, in bytes
   */
  public static JsonValue toJson(DataType type, byte[] littleEndian, int offset) {
    if (type instanceof CoreType || type instanceof NarrowType) {
      NumberForm form = numberOf(type);
      return form.kind() == CoreType.Kind.COMPLEX
          ? JsonArray.of(
              form.toJson(littleEndian, offset), form.toJson(littleEndian, offset + form.size()))
          : form.toJson(littleEndian, offset);
    } else if (type instanceof RawBits raw) {
      List<JsonValue> values = new ArrayList<>();
      for (int i = 0; i < raw.bits() / 8; i++) {
        values.add(JsonValue.of(littleEndian[offset + i] & 0xff));
      }
      return new JsonArray(values);
    } else if (type instanceof TimeType) {
      return TIME.toJson(littleEndian, offset);
    } else if (type instanceof FixedLengthType fixed) {
      return fixedToJson(fixed, littleEndian, offset);
    } else if (type instanceof StructType struct) {
      JsonObject.Builder object = JsonObject.builder();
      int at = offset;
      for (StructType.Field field : struct.fields()) {
        object.put(field.name(), toJson(field.type(), littleEndian, at));
        at += field.type().byteSize().orElseThrow();
      }
      return object.build();
    }
    throw new IllegalArgumentException("elements of " + type + " have no known form");
  }

  /**
   * Writes the element that a JSON value stands for. Of structs, the form that older zarr-python
   * wrote is read as well: all bytes in Base64.
   *
   * @throws IllegalArgumentException if it is none of that type; the message says what was expected
   */
  static void parse(DataType type, JsonValue value, byte[] littleEndian, int offset) {
    if (type instanceof CoreType || type instanceof NarrowType) {
      parseNumber(type, value, littleEndian, offset);
    } else if (type instanceof RawBits raw) {
      parseRaw(raw, value, littleEndian, offset);
    } else if (type instanceof TimeType) {
      JsonValue count =
          value.equals(JsonValue.of("NaT")) ? JsonValue.of(TimeType.NOT_A_TIME) : value;
      if (!TIME.parse(count, littleEndian, offset)) {
        throw wrong(type, value, TIME.expected() + ", or \"NaT\"");
      }
    } else if (type instanceof FixedLengthType fixed) {
      parseFixed(fixed, value, littleEndian, offset);
    } else if (type instanceof StructType struct) {
      parseStruct(struct, value, littleEndian, offset);
    } else {
      throw new IllegalArgumentException("elements of " + type + " have no known form");
    }
  }

  /**
   * The bytes that a list of numbers or a text in Base64 stands for. The latter is padded: one that
   * is not may well be the bytes as plain text.
   */
  static Optional<byte[]> bytesOf(JsonValue value) {
    if (value instanceof JsonString text) {
      if (text.value().length() % BASE64_GROUP != 0) {
        return Optional.empty();
      }
      try {
        return Optional.of(Base64.getDecoder().decode(text.value()));
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }
    if (!(value instanceof JsonArray array)) {
      return Optional.empty();
    }
    byte[] bytes = new byte[array.size()];
    for (int i = 0; i < bytes.length; i++) {
      long number = array.elements().get(i) instanceof JsonNumber n ? n.asLong().orElse(-1) : -1;
      if (number < 0 || number > 255) {
        return Optional.empty();
      }
      bytes[i] = (byte) number;
    }
    return Optional.of(bytes);
  }

  static IllegalArgumentException wrong(DataType type, JsonValue value, String expected) {
    String found = value.toString();
    return new IllegalArgumentException(
        "fill value "
            + (found.length() <= 60 ? found : found.substring(0, 60) + "...")
            + " is not of data type "
            + type
            + "; expected "
            + expected);
  }

  private static final NumberForm TIME =
      NumberForm.integer(CoreType.Kind.SIGNED, Long.SIZE, Long.BYTES);

  private static NumberForm numberOf(DataType type) {
    if (type instanceof CoreType core) {
      return new NumberForm(
          core.kind(), 8 * core.componentSize(), core.componentSize(), core.floatFormat());
    }
    NarrowType narrow = (NarrowType) type;
    return new NumberForm(
        narrow.kind(), narrow.componentBits(), narrow.componentSize(), narrow.floatFormat());
  }

  private static void parseNumber(DataType type, JsonValue value, byte[] bytes, int offset) {
    NumberForm form = numberOf(type);
    if (form.kind() != CoreType.Kind.COMPLEX) {
      if (!form.parse(value, bytes, offset)) {
        throw wrong(type, value, form.expected());
      }
      return;
    }
    if (!(value instanceof JsonArray pair) || pair.size() != 2) {
      throw wrong(type, value, "a pair of floats");
    }
    for (int i = 0; i < 2; i++) {
      JsonValue part = pair.elements().get(i);
      if (!form.parse(part, bytes, offset + i * form.size())) {
        throw wrong(type, part, form.expected());
      }
    }
  }

  private static void parseRaw(RawBits type, JsonValue value, byte[] target, int offset) {
    int size = type.bits() / 8;
    if (!(value instanceof JsonArray array) || array.size() != size) {
      throw wrong(type, value, "a list of " + size + " bytes");
    }
    byte[] bytes =
        bytesOf(value).orElseThrow(() -> wrong(type, value, "a list of bytes from 0 to 255"));
    System.arraycopy(bytes, 0, target, offset, size);
  }

  private static JsonValue fixedToJson(FixedLengthType type, byte[] bytes, int offset) {
    int end = offset + type.length();
    if (type.form() != FixedLengthType.Form.RAW) {
      while (end > offset && bytes[end - 1] == 0) {
        end--;
      }
    }
    if (type.form() != FixedLengthType.Form.UTF32) {
      byte[] used = Arrays.copyOfRange(bytes, offset, end);
      return JsonValue.of(Base64.getEncoder().encodeToString(used));
    }
    StringBuilder text = new StringBuilder();
    for (int at = offset; at < end; at += CODE_POINT) {
      int point = 0;
      for (int i = CODE_POINT - 1; i >= 0; i--) {
        point = (point << 8) | (bytes[at + i] & 0xff);
      }
      boolean isCharacter =
          Character.isValidCodePoint(point)
              && !(point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
      text.appendCodePoint(isCharacter ? point : NO_CHARACTER);
    }
    return JsonValue.of(text.toString());
  }

  private static void parseFixed(FixedLengthType type, JsonValue value, byte[] target, int offset) {
    boolean text = type.form() == FixedLengthType.Form.UTF32;
    Optional<byte[]> bytes = text ? codePoints(value) : bytesOf(value);
    boolean exact = type.form() == FixedLengthType.Form.RAW;
    if (bytes.isEmpty()
        || bytes.get().length > type.length()
        || (exact && bytes.get().length != type.length())) {
      throw wrong(
          type,
          value,
          text
              ? "a string of at most " + type.length() / CODE_POINT + " code points"
              : (exact ? "" : "at most ") + type.length() + " bytes in Base64");
    }
    System.arraycopy(bytes.get(), 0, target, offset, bytes.get().length);
  }

  private static Optional<byte[]> codePoints(JsonValue value) {
    if (!(value instanceof JsonString text)
        || !StandardCharsets.UTF_8.newEncoder().canEncode(text.value())) {
      return Optional.empty();
    }
    int[] points = text.value().codePoints().toArray();
    byte[] bytes = new byte[Math.multiplyExact(points.length, CODE_POINT)];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (points[i / CODE_POINT] >>> (8 * (i % CODE_POINT)));
    }
    return Optional.of(bytes);
  }

  private static void parseStruct(StructType type, JsonValue value, byte[] target, int offset) {
    int size = type.byteSize().orElseThrow();
    if (value instanceof JsonString) {
      byte[] bytes =
          bytesOf(value)
              .filter(all -> all.length == size)
              .orElseThrow(() -> wrong(type, value, size + " bytes in Base64, or an object"));
      System.arraycopy(bytes, 0, target, offset, size);
      extendShortNumbers(type, target, offset);
      return;
    }
    List<String> names = type.fields().stream().map(StructType.Field::name).toList();
    if (!(value instanceof JsonObject object)
        || !object.members().keySet().equals(Set.copyOf(names))) {
      throw wrong(type, value, "an object with the members " + JsonArray.ofStrings(names));
    }
    int at = offset;
    for (StructType.Field field : type.fields()) {
      parse(field.type(), object.get(field.name()).orElseThrow(), target, at);
      at += field.type().byteSize().orElseThrow();
    }
  }

  /** Makes bits that say nothing what they are where a number is parsed. */
  private static void extendShortNumbers(DataType type, byte[] bytes, int offset) {
    if (type instanceof StructType struct) {
      int at = offset;
      for (StructType.Field field : struct.fields()) {
        extendShortNumbers(field.type(), bytes, at);
        at += field.type().byteSize().orElseThrow();
      }
    } else if (type instanceof NarrowType) {
      parse(type, toJson(type, bytes, offset), bytes, offset);
    }
  }
}
