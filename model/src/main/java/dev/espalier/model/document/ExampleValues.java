package dev.espalier.model.document;

import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.schema.value.Constraint;
import dev.espalier.model.schema.value.Field;
import dev.espalier.model.schema.value.Selector;
import dev.espalier.model.schema.value.ValueChoice;
import dev.espalier.model.schema.value.ValueSchema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Makes up values that fit a schema, as far as data alone says what fits. */
final class ExampleValues {
  private static final int MOST_ELEMENTS = 100;

  private final ExampleExtents extents;
  private final Function<String, String> pathTo;

  /**
   * Makes up the attributes of one node.
   *
   * @param pathTo gives the path, relative to the node, of a node that fits a definition
   */
  ExampleValues(ExampleExtents extents, Function<String, String> pathTo) {
    this.extents = extents;
    this.pathTo = pathTo;
  }

  /** The attributes that are demanded, and those that are wanted for another reason. */
  JsonObject attributes(ValueSchema.Obj object, List<String> wanted) {
    return object(object, wanted, Map.of(), 0);
  }

  /**
   * A value.
   *
   * @param name the field that it is for
   * @param number how many values like it were made up before; values of other numbers differ
   */
  private JsonValue value(
      ValueSchema schema, String name, Map<String, JsonValue> forced, int number) {
    Optional<JsonValue> fixed =
        schema.constraints().stream().flatMap(c -> fixed(c, number)).findFirst();
    if (fixed.isPresent()) {
      return fixed.get();
    }
    if (schema instanceof ValueSchema.Scalar scalar) {
      return scalar(scalar, name, number);
    }
    if (schema instanceof ValueSchema.ListOf list) {
      return list(list, name);
    }
    if (schema instanceof ValueSchema.Tuple tuple) {
      List<JsonValue> elements = new ArrayList<>();
      for (ValueSchema element : tuple.elements()) {
        elements.add(value(element, name, Map.of(), elements.size()));
      }
      return new JsonArray(elements);
    }
    if (schema instanceof ValueSchema.Obj object) {
      return object(object, List.of(), forced, number);
    }
    if (schema instanceof ValueChoice choice) {
      return choice(choice, forced, number);
    }
    if (schema instanceof ValueSchema.Union union) {
      return value(union.alternatives().get(0), name, forced, number);
    }
    return schema instanceof ValueSchema.MapOf ? JsonObject.empty() : text(name, number);
  }

  private Stream<JsonValue> fixed(Constraint constraint, int number) {
    if (constraint instanceof Constraint.OneOf oneOf && !oneOf.values().isEmpty()) {
      return Stream.of(oneOf.values().get(number % oneOf.values().size()));
    }
    if (constraint instanceof Constraint.EqualsExtent equal) {
      return Stream.of(JsonValue.of(extents.of(equal.extent())));
    }
    if (constraint instanceof Constraint.NamesDimension named) {
      return Stream.of(JsonValue.of(named.symbol()));
    }
    if (constraint instanceof Constraint.Refers refers) {
      return Stream.of(JsonValue.of(pathTo.apply(refers.target())));
    }
    return constraint instanceof Constraint.Matches matches
        ? PatternSample.of(matches.pattern()).map(JsonValue::of).stream()
        : Stream.empty();
  }

  private static JsonString text(String name, int number) {
    return new JsonString(number == 0 ? name : name + number);
  }

  private static JsonValue scalar(ValueSchema.Scalar scalar, String name, int number) {
    return switch (scalar.kind()) {
      case STRING -> text(name, number);
      case BOOLEAN -> JsonValue.of(true);
      case NUMBER, INTEGER -> number(scalar, number);
    };
  }

  private static JsonNumber number(ValueSchema.Scalar scalar, int number) {
    BigDecimal value = BigDecimal.ONE;
    for (Constraint constraint : scalar.constraints()) {
      if (constraint instanceof Constraint.Bounds bounds) {
        value = within(bounds, value, scalar.kind() == ValueSchema.Kind.INTEGER);
      }
    }
    BigDecimal differing = value.add(BigDecimal.valueOf(number));
    boolean holds =
        scalar.constraints().stream()
            .allMatch(c -> !(c instanceof Constraint.Bounds b) || isWithin(b, differing));
    return new JsonNumber((holds ? differing : value).toPlainString());
  }

  private static BigDecimal within(Constraint.Bounds bounds, BigDecimal value, boolean whole) {
    if (isWithin(bounds, value)) {
      return value;
    }
    BigDecimal step = BigDecimal.ONE;
    List<BigDecimal> candidates = new ArrayList<>();
    bounds
        .min()
        .ifPresent(
            min ->
                candidates.addAll(
                    List.of(
                        min,
                        min.setScale(0, RoundingMode.CEILING),
                        min.setScale(0, RoundingMode.FLOOR).add(step))));
    bounds
        .max()
        .ifPresent(
            max ->
                candidates.addAll(
                    List.of(
                        max,
                        max.setScale(0, RoundingMode.FLOOR),
                        max.setScale(0, RoundingMode.CEILING).subtract(step))));
    if (bounds.min().isPresent() && bounds.max().isPresent()) {
      candidates.add(bounds.min().get().add(bounds.max().get()).divide(BigDecimal.valueOf(2)));
    }
    return candidates.stream()
        .filter(c -> isWithin(bounds, c) && (!whole || c.stripTrailingZeros().scale() <= 0))
        .findFirst()
        .orElse(value);
  }

  private static boolean isWithin(Constraint.Bounds bounds, BigDecimal value) {
    int low = bounds.min().map(value::compareTo).orElse(1);
    int high = bounds.max().map(value::compareTo).orElse(-1);
    return (low > 0 || (low == 0 && bounds.minIncluded()))
        && (high < 0 || (high == 0 && bounds.maxIncluded()));
  }

  private JsonArray list(ValueSchema.ListOf list, String name) {
    List<JsonValue> elements = new ArrayList<>();
    for (Constraint constraint : list.constraints()) {
      if (constraint instanceof Constraint.Counted counted) {
        count(list.element(), name, counted, elements);
      }
    }
    int least = 1;
    for (Constraint constraint : list.constraints()) {
      if (constraint instanceof Constraint.Length length) {
        least = Math.min(Math.max(least, length.min()), length.max().orElse(MOST_ELEMENTS));
      }
    }
    while (elements.size() < Math.min(least, MOST_ELEMENTS)) {
      elements.add(value(list.element(), name, Map.of(), elements.size()));
    }
    return new JsonArray(elements);
  }

  /** Adds elements until as many are of a sort as there have to be. */
  private void count(
      ValueSchema element, String name, Constraint.Counted counted, List<JsonValue> elements) {
    Selector selector = counted.selector();
    long there = elements.stream().filter(selector::selects).count();
    for (long i = there;
        i < Math.min(counted.min(), MOST_ELEMENTS) && !selector.texts().isEmpty();
        i++) {
      JsonValue text = JsonValue.of(selector.texts().get(0));
      elements.add(value(element, name, Map.of(selector.field(), text), elements.size()));
    }
  }

  private JsonObject object(
      ValueSchema.Obj object, List<String> wanted, Map<String, JsonValue> forced, int number) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    for (Field field : object.fields()) {
      JsonValue given = forced.get(field.name());
      if (given != null) {
        members.put(field.name(), given);
      } else if (field.presence().isPresent() || wanted.contains(field.name())) {
        members.put(field.name(), field(field, number));
      }
    }
    return new JsonObject(members);
  }

  private JsonValue field(Field field, int number) {
    return field.absent().isPresent() && number == 0
        ? field.absent().get()
        : value(field.value(), field.name(), Map.of(), number);
  }

  private JsonObject choice(ValueChoice choice, Map<String, JsonValue> forced, int number) {
    String by = choice.by().name();
    JsonValue decisive = forced.get(by);
    if (decisive == null) {
      decisive =
          choice.cases().isEmpty()
              ? value(choice.by().value(), by, Map.of(), number)
              : JsonValue.of(choice.cases().keySet().iterator().next());
    }
    JsonObject.Builder out = JsonObject.builder().put(by, decisive);
    Optional<ValueSchema.Obj> chosen =
        decisive instanceof JsonString text
            ? Optional.ofNullable(choice.cases().get(text.value())).or(choice::otherwise)
            : Optional.empty();
    chosen.ifPresent(object -> out.putAll(object(object, List.of(), forced, number)));
    return out.build();
  }
}
