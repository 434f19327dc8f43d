package dev.espalier.model.match;

import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Compares numbers by value: {@code 1}, {@code 1.0} and {@code 1e0} are the same. */
final class Numbers {
  private Numbers() {}

  /** The exact value, unless the exponent is beyond what Java can hold. */
  static Optional<BigDecimal> exact(JsonNumber number) {
    try {
      return Optional.of(number.toBigDecimal());
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
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
