package dev.espalier.io.codec;

import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.pattern.TextPattern;
import dev.espalier.model.schema.value.Constraint;
import dev.espalier.model.schema.value.Field;
import dev.espalier.model.schema.value.ValueChoice;
import dev.espalier.model.schema.value.ValueSchema;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Optional;

/** Whether a value is what a declaration says; held by a test against the JSON Schema of it. */
final class ParameterCheck {
  private ParameterCheck() {}

  static boolean fits(ValueSchema schema, JsonValue value) {
    return isOfKind(schema, value)
        && schema.constraints().stream().allMatch(constraint -> holds(constraint, value));
  }

  /** The object that a choice makes of the members that are there, if it knows their case. */
  static Optional<ValueSchema.Obj> caseOf(ValueChoice choice, JsonObject members) {
    Optional<JsonValue> decisive = members.get(choice.by().name()).or(() -> choice.by().absent());
    if (decisive.isPresent() && decisive.get() instanceof JsonString text) {
      ValueSchema.Obj found = choice.cases().get(text.value());
      return found == null ? choice.otherwise() : Optional.of(found);
    }
    return choice.otherwise();
  }

  private static boolean isOfKind(ValueSchema schema, JsonValue value) {
    if (schema instanceof ValueSchema.Scalar scalar) {
      // A document that spells 3 as 3.0 is refused, although JSON Schema sees no difference.
      return scalar.kind() == ValueSchema.Kind.INTEGER
          ? value instanceof JsonNumber number && number.isInteger()
          : scalar.kind().holds(value);
    }
    if (schema instanceof ValueSchema.ListOf list) {
      return value instanceof JsonArray array
          && array.elements().stream().allMatch(element -> fits(list.element(), element));
    }
    if (schema instanceof ValueSchema.Tuple tuple) {
      return value instanceof JsonArray array && fits(tuple, array);
    }
    if (schema instanceof ValueSchema.Union union) {
      return union.alternatives().stream().anyMatch(one -> fits(one, value));
    }
    if (schema instanceof ValueSchema.MapOf map) {
      return value instanceof JsonObject object
          && object.members().values().stream().allMatch(member -> fits(map.value(), member));
    }
    if (schema instanceof ValueSchema.Obj declared) {
      return value instanceof JsonObject object && fits(declared, object);
    }
    if (schema instanceof ValueChoice choice) {
      return value instanceof JsonObject object
          && fits(choice.decisive(), object)
          && caseOf(choice, object)
              .filter(one -> fits(one, object.without(choice.by().name())))
              .isPresent();
    }
    return true;
  }

  private static boolean fits(ValueSchema.Tuple tuple, JsonArray array) {
    boolean fits = array.size() == tuple.elements().size();
    for (int i = 0; fits && i < array.size(); i++) {
      fits = fits(tuple.elements().get(i), array.elements().get(i));
    }
    return fits;
  }

  private static boolean fits(ValueSchema.Obj declared, JsonObject object) {
    return declared.fields().stream().allMatch(field -> fits(field, object))
        && (declared.open()
            || declared.fields().stream().filter(field -> object.has(field.name())).count()
                == object.members().size());
  }

  private static boolean fits(Field field, JsonObject object) {
    return object
        .get(field.name())
        .map(member -> fits(field.value(), member))
        .orElse(field.presence().isEmpty());
  }

  private static boolean holds(Constraint constraint, JsonValue value) {
    if (constraint instanceof Constraint.OneOf oneOf) {
      return oneOf.values().contains(value);
    }
    if (constraint instanceof Constraint.Bounds bounds) {
      return value instanceof JsonNumber number && within(bounds, number);
    }
    if (constraint instanceof Constraint.Length length) {
      int size = value instanceof JsonArray array ? array.size() : 0;
      return size >= length.min() && size <= length.max().orElse(Integer.MAX_VALUE);
    }
    if (constraint instanceof Constraint.Matches matches) {
      return value instanceof JsonString text
          && matches.pattern().test(text.value()) == TextPattern.Verdict.MATCHES;
    }
    if (constraint instanceof Constraint.Distinct distinct && distinct.field().isEmpty()) {
      return value instanceof JsonArray array
          && new HashSet<>(array.elements()).size() == array.size();
    }
    throw new IllegalArgumentException(
        "parameters of codecs have no rule as " + constraint.rules() + "; check it with code");
  }

  private static boolean within(Constraint.Bounds bounds, JsonNumber number) {
    BigDecimal value;
    try {
      value = number.toBigDecimal();
    } catch (ArithmeticException e) {
      return false;
    }
    int aboveMin = bounds.min().map(value::compareTo).orElse(1);
    int belowMax = bounds.max().map(max -> max.compareTo(value)).orElse(1);
    return (bounds.minIncluded() ? aboveMin >= 0 : aboveMin > 0)
        && (bounds.maxIncluded() ? belowMax >= 0 : belowMax > 0);
  }
}
