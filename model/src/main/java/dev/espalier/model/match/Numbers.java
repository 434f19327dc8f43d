package dev.espalier.model.match;

import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Compares numbers by value: {@code 1}, {@code 1.0} and {@code 1e0} are the same. */
final class Numbers {
  private static final int SHORT = 16;

  /** No number of 64 bits has more digits; beyond, nothing is expanded. */
  private static final int MOST_DIGITS = 20;

  private Numbers() {}

  /** The exact value, unless the exponent is beyond what Java can hold. */
  static Optional<BigDecimal> exact(JsonNumber number) {
    try {
      return Optional.of(number.toBigDecimal());
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
  }

  /** The integer that a number is, however it is spelled, if it fits 64 bits. */
  static OptionalLong whole(JsonNumber number) {
    OptionalLong plain = number.asLong();
    if (plain.isPresent() || !number.isWhole()) {
      return plain;
    }
    try {
      return exact(number)
          .filter(value -> value.precision() - (long) value.scale() < MOST_DIGITS)
          .map(value -> OptionalLong.of(value.longValueExact()))
          .orElse(OptionalLong.empty());
    } catch (ArithmeticException e) {
      return OptionalLong.empty();
    }
  }

  /** Whether no two elements of a short list are equal, as far as a quick look tells. */
  static boolean surelyDiffer(JsonArray list) {
    List<JsonValue> elements = list.elements();
    if (elements.size() > SHORT) {
      return false;
    }
    for (int i = 1; i < elements.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (!surelyDiffer(elements.get(i), elements.get(j))) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean surelyDiffer(JsonValue left, JsonValue right) {
    if (left instanceof JsonString text && right instanceof JsonString other) {
      return !text.value().equals(other.value());
    }
    if (left instanceof JsonObject object && right instanceof JsonObject other) {
      if (object.members().size() != other.members().size()) {
        return true;
      }
      for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
        JsonValue same = other.members().get(member.getKey());
        if (same == null || surelyDiffer(member.getValue(), same)) {
          return true;
        }
      }
      return false;
    }
    // Numbers may be spelled in several ways, and lists may hold them: that takes a longer look.
    return left.getClass() != right.getClass();
  }

  /** The same value with one spelling for each number, so that equality compares values. */
  static JsonValue normalized(JsonValue value) {
    if (value instanceof JsonNumber number) {
      return exact(number).<JsonValue>map(Numbers::spelled).orElse(number);
    }
    if (value instanceof JsonArray array) {
      return new JsonArray(array.elements().stream().map(Numbers::normalized).toList());
    }
    if (value instanceof JsonObject object) {
      Map<String, JsonValue> members = new LinkedHashMap<>();
      object.members().forEach((name, member) -> members.put(name, normalized(member)));
      return new JsonObject(members);
    }
    return value;
  }

  private static JsonNumber spelled(BigDecimal number) {
    return new JsonNumber(number.signum() == 0 ? "0" : number.stripTrailingZeros().toString());
  }
}
