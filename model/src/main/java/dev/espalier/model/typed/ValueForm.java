package dev.espalier.model.typed;

import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonBoolean;
import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * How values of a Java type are read from JSON and become JSON again.
 *
 * <p>Implementations hold no state and are safe for use by several threads at once.
 *
 * @param <T> the Java type
 */
public interface ValueForm<T> {
  /**
   * Reads a value.
   *
   * @throws dev.espalier.model.error.InvalidHierarchyException if it is none; {@link
   *     ValueInput#unreadable} makes it
   */
  T read(ValueInput input);

  /** The value as JSON. */
  JsonValue write(T value);

  /** A form made of its two directions. */
  static <T> ValueForm<T> of(Function<ValueInput, T> reader, Function<T, JsonValue> writer) {
    return new ValueForm<>() {
      @Override
      public T read(ValueInput input) {
        return reader.apply(input);
      }

      @Override
      public JsonValue write(T value) {
        return writer.apply(value);
      }
    };
  }

  /** Any JSON value as it is. */
  static ValueForm<JsonValue> json() {
    return of(ValueInput::json, value -> value);
  }

  /** Texts. */
  static ValueForm<String> text() {
    return of(
        input -> {
          if (input.json() instanceof JsonString text) {
            return text.value();
          }
          throw input.unreadable("a string");
        },
        JsonValue::of);
  }

  /** Truth values. */
  static ValueForm<Boolean> bool() {
    return of(
        input -> {
          if (input.json() instanceof JsonBoolean truth) {
            return truth.value();
          }
          throw input.unreadable("true or false");
        },
        JsonValue::of);
  }

  /** Integers of 32 bits, however they are spelled. */
  static ValueForm<Integer> int32() {
    return of(
        input -> {
          long value = input.integer("an integer that fits 32 bits");
          if (value != (int) value) {
            throw input.unreadable("an integer that fits 32 bits");
          }
          return (int) value;
        },
        JsonValue::of);
  }

  /** Integers of 64 bits, however they are spelled. */
  static ValueForm<Long> int64() {
    return of(input -> input.integer("an integer that fits 64 bits"), JsonValue::of);
  }

  /** Numbers, as the nearest double. */
  static ValueForm<Double> float64() {
    return of(input -> input.number().toDouble(), JsonValue::of);
  }

  /** Numbers, exactly. */
  static ValueForm<BigDecimal> decimal() {
    return of(
        input -> {
          try {
            return input.number().toBigDecimal();
          } catch (ArithmeticException e) {
            throw input.unreadable("a number whose exponent fits 32 bits");
          }
        },
        value -> new JsonNumber(value.toString()));
  }

  /** Lists. */
  static <T> ValueForm<List<T>> listOf(ValueForm<T> element) {
    return of(
        input -> input.elements().stream().map(element::read).toList(),
        values -> new JsonArray(values.stream().map(element::write).toList()));
  }

  /** Objects whose members all are alike. */
  static <T> ValueForm<Map<String, T>> mapOf(ValueForm<T> value) {
    return of(
        input -> {
          Map<String, T> values = new LinkedHashMap<>();
          input.members().forEach((name, member) -> values.put(name, value.read(member)));
          return Collections.unmodifiableMap(values);
        },
        values -> {
          JsonObject.Builder object = JsonObject.builder();
          values.forEach((name, one) -> object.put(name, value.write(one)));
          return object.build();
        });
  }

  /**
   * Texts that stand for values.
   *
   * @param values the values by their texts, no value twice
   */
  static <T> ValueForm<T> named(Map<String, T> values) {
    Map<T, String> texts = new LinkedHashMap<>();
    values.forEach((text, value) -> texts.put(value, text));
    Map<String, T> byText = Map.copyOf(values);
    return of(
        input -> {
          T value = byText.get(text().read(input));
          if (value == null) {
            throw input.unreadable("one of " + new ArrayList<>(texts.values()));
          }
          return value;
        },
        value -> JsonValue.of(String.valueOf(texts.get(value))));
  }
}
