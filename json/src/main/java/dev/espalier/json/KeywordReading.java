package dev.espalier.json;

import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonBoolean;
import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.pattern.TextPattern;
import dev.espalier.model.schema.rule.CoreRules;
import dev.espalier.model.schema.value.Constraint;
import dev.espalier.model.schema.value.ValueSchema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads the keywords of one schema, and takes those that it has read from those that are left. */
final class KeywordReading {
  private static final int MOST_CHARACTERS = 10_000;

  private final SchemaReading reading;
  private final JsonObject schema;
  private final JsonPointer at;
  private final Set<JsonPointer> open;
  private final Set<String> left;

  KeywordReading(
      SchemaReading reading,
      JsonObject schema,
      JsonPointer at,
      Set<JsonPointer> open,
      Set<String> left) {
    this.reading = reading;
    this.schema = schema;
    this.at = at;
    this.open = open;
    this.left = left;
  }

  /**
   * Reads what can be read.
   *
   * @param known the type that the value is known to have, where it is
   */
  ValueSchema read(Optional<String> known) {
    Optional<String> type = text("type").or(() -> schema.has("type") ? Optional.empty() : known);
    if (type.isPresent() && !type.get().equals("null")) {
      left.remove("type");
      return values(constrained(ofType(type.get())));
    }
    Optional<ValueSchema> union = union();
    return values(union.orElseGet(() -> ValueSchema.any(words())));
  }

  private ValueSchema ofType(String type) {
    return switch (type) {
      case "string" -> ValueSchema.string(CoreRules.ATTRIBUTE_TYPE);
      case "number" -> ValueSchema.number(CoreRules.ATTRIBUTE_TYPE);
      case "integer" -> ValueSchema.integer(CoreRules.ATTRIBUTE_TYPE);
      case "boolean" -> ValueSchema.bool(CoreRules.ATTRIBUTE_TYPE);
      case "array" -> array();
      default -> new ObjectReading(this).read();
    };
  }

  private String words() {
    return text("description").orElse("any value");
  }

  /** What holds for values of every type. */
  private ValueSchema values(ValueSchema value) {
    ValueSchema out = value;
    if (schema.get("const").isPresent()) {
      left.remove("const");
      out = out.with(oneOf(List.of(schema.get("const").get())));
    }
    if (schema.get("enum").orElse(schema) instanceof JsonArray listed && listed.size() > 0) {
      left.remove("enum");
      out = out.with(oneOf(listed.elements()));
    }
    return out;
  }

  private static Constraint oneOf(List<JsonValue> values) {
    return new Constraint.OneOf(CoreRules.ATTRIBUTE_VALUE, values);
  }

  private ValueSchema constrained(ValueSchema value) {
    if (value instanceof ValueSchema.Scalar scalar) {
      return scalar.kind() == ValueSchema.Kind.STRING
          ? texts(scalar)
          : scalar.kind() == ValueSchema.Kind.BOOLEAN ? scalar : numbers(scalar);
    }
    return value;
  }

  private ValueSchema texts(ValueSchema value) {
    ValueSchema out = value;
    Optional<String> pattern = text("pattern").map(PatternForm::whole);
    if (pattern.isPresent() && isPattern(pattern.get())) {
      left.remove("pattern");
      out = out.matching(pattern.get(), "a text that matches " + text("pattern").orElse(""));
    }
    OptionalInt min = count("minLength");
    OptionalInt max = count("maxLength");
    boolean few = min.orElse(0) <= MOST_CHARACTERS && max.orElse(0) <= MOST_CHARACTERS;
    if (few
        && (min.isPresent() || max.isPresent())
        && max.orElse(MOST_CHARACTERS) >= min.orElse(0)) {
      left.removeAll(Set.of("minLength", "maxLength"));
      String most = max.isPresent() ? Integer.toString(max.getAsInt()) : "";
      String words =
          "a text of at least "
              + min.orElse(0)
              + (max.isPresent() ? " and at most " + most : "")
              + " characters";
      out = out.matching("[\\s\\S]{" + min.orElse(0) + "," + most + "}", words);
    }
    return out;
  }

  private static boolean isPattern(String regex) {
    try {
      return !new TextPattern(regex).regex().isEmpty() || regex.isEmpty();
    } catch (IllegalArgumentException e) {
      // Longer, deeper or of another dialect than patterns may be: it stays raw.
      return false;
    }
  }

  private ValueSchema numbers(ValueSchema value) {
    Optional<BigDecimal> min = number("minimum");
    Optional<BigDecimal> above = number("exclusiveMinimum");
    Optional<BigDecimal> max = number("maximum");
    Optional<BigDecimal> below = number("exclusiveMaximum");
    ValueSchema out = value;
    if (min.isPresent() || max.isPresent()) {
      out = out.with(new Constraint.Bounds(CoreRules.ATTRIBUTE_RANGE, min, true, max, true));
    }
    if (above.isPresent() || below.isPresent()) {
      out =
          out.with(
              new Constraint.Bounds(
                  CoreRules.ATTRIBUTE_RANGE, above, above.isEmpty(), below, below.isEmpty()));
    }
    return out;
  }

  private ValueSchema array() {
    ValueSchema.ListOf list =
        ValueSchema.list(CoreRules.ATTRIBUTE_TYPE, ValueSchema.any("any value"));
    Optional<JsonValue> items = schema.get("items");
    boolean isTuple = schema.has("prefixItems") || items.orElse(schema) instanceof JsonArray;
    if (isTuple) {
      return sized(tuple().orElse(list));
    }
    if (items.isPresent()) {
      left.remove("items");
      list =
          ValueSchema.list(
              CoreRules.ATTRIBUTE_TYPE,
              reading.value(items.get(), at.child("items"), open, Optional.empty()));
    }
    return sized(list);
  }

  /** A list of a fixed length whose elements are all told. */
  private Optional<ValueSchema> tuple() {
    String keyword = schema.has("prefixItems") ? "prefixItems" : "items";
    if (!(schema.get(keyword).orElse(schema) instanceof JsonArray told)) {
      return Optional.empty();
    }
    int size = told.size();
    String rest = keyword.equals("prefixItems") ? "items" : "additionalItems";
    JsonValue others = schema.get(rest).orElse(JsonBoolean.TRUE);
    boolean noMore = others == JsonBoolean.FALSE || count("maxItems").orElse(size + 1) == size;
    if (count("minItems").orElse(0) != size || !noMore) {
      return Optional.empty();
    }
    left.removeAll(Set.of(keyword, rest));
    List<ValueSchema> elements = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      JsonPointer place = at.child(keyword).child(i);
      elements.add(reading.value(told.elements().get(i), place, open, Optional.empty()));
    }
    return Optional.of(new ValueSchema.Tuple(CoreRules.ATTRIBUTE_TYPE, elements, List.of()));
  }

  private ValueSchema sized(ValueSchema value) {
    ValueSchema out = value;
    OptionalInt min = count("minItems");
    OptionalInt max = count("maxItems");
    if (min.isPresent() || max.isPresent()) {
      left.removeAll(Set.of("minItems", "maxItems"));
      out = out.with(new Constraint.Length(CoreRules.ATTRIBUTE_LENGTH, min.orElse(0), max));
    }
    if (schema.get("uniqueItems").isPresent()) {
      left.remove("uniqueItems");
      out = schema.get("uniqueItems").get() == JsonBoolean.TRUE ? out.distinct() : out;
    }
    return out;
  }

  /** Alternatives whose types differ, so that it does not matter how many of them fit. */
  private Optional<ValueSchema> union() {
    String keyword = schema.has("anyOf") ? "anyOf" : "oneOf";
    if (schema.has("type") || !(schema.get(keyword).orElse(schema) instanceof JsonArray listed)) {
      return Optional.empty();
    }
    List<ImportedSchema.RawKeyword> before = reading.raw();
    List<ValueSchema> alternatives = new ArrayList<>();
    for (int i = 0; i < listed.size(); i++) {
      JsonPointer place = at.child(keyword).child(i);
      alternatives.add(reading.value(listed.elements().get(i), place, open, Optional.empty()));
    }
    long kinds = alternatives.stream().map(KeywordReading::kindOf).distinct().count();
    boolean apart = kinds == alternatives.size();
    if (alternatives.isEmpty()
        || (keyword.equals("oneOf") && !apart)
        || alternatives.stream().anyMatch(ValueSchema.Any.class::isInstance)) {
      reading.forget(before);
      return Optional.empty();
    }
    left.remove(keyword);
    return Optional.of(new ValueSchema.Union(CoreRules.CHOICE, alternatives, List.of()));
  }

  /** A word for the sort of values that a schema is about; numbers and integers are one sort. */
  private static String kindOf(ValueSchema value) {
    if (value instanceof ValueSchema.Scalar scalar) {
      return scalar.kind() == ValueSchema.Kind.INTEGER ? "number" : scalar.kind().name();
    }
    return value instanceof ValueSchema.ListOf || value instanceof ValueSchema.Tuple
        ? "list"
        : value instanceof ValueSchema.Union ? "union" : "object";
  }

  JsonObject schema() {
    return schema;
  }

  Set<String> left() {
    return left;
  }

  /** The schema of a member of an object. */
  ValueSchema member(JsonValue member, String keyword, String name) {
    return reading.value(member, at.child(keyword).child(name), open, Optional.empty());
  }

  /** The schema of all members of an object. */
  ValueSchema members(JsonValue member) {
    return reading.value(member, at.child("additionalProperties"), open, Optional.empty());
  }

  private Optional<String> text(String keyword) {
    return schema.get(keyword).orElse(schema) instanceof JsonString text
        ? Optional.of(text.value())
        : Optional.empty();
  }

  private OptionalInt count(String keyword) {
    if (schema.get(keyword).orElse(schema) instanceof JsonNumber number
        && number.asLong().orElse(-1) >= 0
        && number.asLong().orElse(-1) <= Integer.MAX_VALUE) {
      return OptionalInt.of((int) number.asLong().getAsLong());
    }
    return OptionalInt.empty();
  }

  private Optional<BigDecimal> number(String keyword) {
    if (!(schema.get(keyword).orElse(schema) instanceof JsonNumber number)) {
      return Optional.empty();
    }
    try {
      BigDecimal exact = number.toBigDecimal();
      left.remove(keyword);
      return Optional.of(exact);
    } catch (ArithmeticException e) {
      // A number that is too large to be told exactly stays raw.
      return Optional.empty();
    }
  }
}
