package dev.espalier.model.form;

import dev.espalier.model.finding.Rule;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.schema.rule.CoreRules;
import dev.espalier.model.schema.value.Constraint;
import dev.espalier.model.schema.value.Field;
import dev.espalier.model.schema.value.ValueChoice;
import dev.espalier.model.schema.value.ValueSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads what values have to be. */
final class ValueReader {
  private static final List<String> WORDS =
      List.of("string", "number", "integer", "boolean", "any", "object");
  private static final List<String> TYPES =
      List.of(
          "string", "number", "integer", "boolean", "any", "object", "list", "tuple", "map",
          "union", "cases");
  private static final String A_WORD =
      "string, number, integer, boolean, any or object, or an object with a type";
  private static final String A_TYPE = "one of " + String.join(", ", TYPES);

  private final RuleReader rules;
  private final ConstraintReader constraints;
  private final Budget budget;

  ValueReader(Reading reading) {
    this.rules = reading.rules();
    this.constraints = new ConstraintReader(reading);
    this.budget = reading.budget();
  }

  List<Field> fields(At at) {
    List<Field> fields = new ArrayList<>();
    at.entries("an object of attributes").forEach((name, value) -> fields.add(field(name, value)));
    return fields;
  }

  /** A value with the constraints of a list. */
  ValueSchema constrained(ValueSchema bare, At at) {
    return constrained(bare, constraints.list(at), at);
  }

  private Field field(String name, At at) {
    if (at.value() instanceof JsonString) {
      return Field.required(name, value(at));
    }
    Keys keys = new Keys(at, "a type, or an object with a type");
    Optional<Rule> presence = Presences.ofField(keys.get("presence"), rules);
    Optional<JsonValue> absent = keys.get("default").map(At::value);
    String text = keys.text("text", "");
    ValueSchema value = value(keys);
    keys.finish();
    return new Field(name, presence, value, absent, text);
  }

  private ValueSchema value(At at) {
    if (at.value() instanceof JsonString) {
      return budget.within(at, () -> word(at));
    }
    Keys keys = new Keys(at, "a type, or an object with a type");
    ValueSchema value = value(keys);
    keys.finish();
    return value;
  }

  private static ValueSchema word(At at) {
    String word = at.word(WORDS, A_WORD).orElse("any");
    return switch (word) {
      case "any" -> ValueSchema.any("");
      case "object" -> ValueSchema.object(CoreRules.ATTRIBUTE_TYPE);
      default -> scalar(word).orElseThrow();
    };
  }

  private static Optional<ValueSchema> scalar(String type) {
    for (ValueSchema.Kind kind : ValueSchema.Kind.values()) {
      if (kind.name().toLowerCase(Locale.ROOT).equals(type)) {
        return Optional.of(new ValueSchema.Scalar(CoreRules.ATTRIBUTE_TYPE, kind, List.of()));
      }
    }
    return Optional.empty();
  }

  private ValueSchema value(Keys keys) {
    ValueSchema bare =
        budget.within(
            keys.at(),
            () ->
                keys.required("type", A_TYPE)
                    .map(at -> bare(at, keys))
                    .orElse(ValueSchema.any("")));
    return constrained(bare, constraints.beside(keys), keys.at());
  }

  private static ValueSchema constrained(ValueSchema bare, List<Constraint> constraints, At at) {
    ValueSchema value = bare;
    for (Constraint constraint : constraints) {
      try {
        value = value.with(constraint);
      } catch (IllegalArgumentException e) {
        at.refuse(String.valueOf(e.getMessage()), "remove it, or change the type");
      }
    }
    return value;
  }

  private ValueSchema bare(At at, Keys keys) {
    Optional<String> known = at.word(TYPES, A_TYPE);
    if (known.isEmpty()) {
      keys.forgive();
    }
    String word = known.orElse("any");
    if (word.equals("any")) {
      return ValueSchema.any(keys.text("words", ""));
    }
    Rule rule = rules.under(keys, "under", CoreRules.ATTRIBUTE_TYPE);
    Optional<ValueSchema> scalar = scalar(word);
    if (scalar.isPresent()) {
      return new ValueSchema.Scalar(rule, ((ValueSchema.Scalar) scalar.get()).kind(), List.of());
    }
    return switch (word) {
      case "list" ->
          ValueSchema.list(
              rule,
              keys.required("elements", "what each element is")
                  .map(this::value)
                  .orElse(ValueSchema.any("")));
      case "tuple" -> new ValueSchema.Tuple(rule, all(keys, "elements"), List.of());
      case "object" -> object(rule, keys);
      case "map" ->
          new ValueSchema.MapOf(
              rule,
              keys.required("values", "what each member is")
                  .map(this::value)
                  .orElse(ValueSchema.any("")),
              List.of());
      case "union" -> union(at, keys);
      default -> cases(rule, keys);
    };
  }

  private ValueSchema union(At at, Keys keys) {
    List<ValueSchema> alternatives = all(keys, "alternatives");
    if (alternatives.isEmpty()) {
      at.refuse("a union without alternatives matches nothing");
      return ValueSchema.any("");
    }
    Rule rule = rules.under(keys, "under", CoreRules.CHOICE);
    return new ValueSchema.Union(rule, alternatives, List.of());
  }

  private List<ValueSchema> all(Keys keys, String key) {
    return keys.required(key, "a list of what there may be")
        .map(at -> at.elements("a list of types").stream().map(this::value).toList())
        .orElse(List.of());
  }

  private ValueSchema.Obj object(Rule rule, Keys keys) {
    List<Field> fields = keys.get("fields").map(this::fields).orElse(List.of());
    return new ValueSchema.Obj(rule, fields, !keys.flag("closed"), List.of());
  }

  private ValueSchema cases(Rule rule, Keys keys) {
    Optional<At> by = keys.required("by", "an object with the field that decides");
    List<Field> fields = by.map(this::fields).orElse(List.of());
    if (fields.size() != 1) {
      by.ifPresent(at -> at.refuse("one field decides, not " + fields.size()));
      return ValueSchema.any("");
    }
    Map<String, ValueSchema.Obj> cases = new LinkedHashMap<>();
    keys.required("cases", "the cases by text")
        .ifPresent(
            at ->
                at.entries("an object of cases")
                    .forEach((text, one) -> cases.put(text, caseOf(one))));
    Optional<ValueSchema.Obj> otherwise = keys.get("otherwise").map(this::caseOf);
    return new ValueChoice(rule, fields.get(0), cases, otherwise, List.of());
  }

  private ValueSchema.Obj caseOf(At at) {
    ValueSchema value = value(at);
    if (value instanceof ValueSchema.Obj object) {
      return object;
    }
    at.mistakes().wrong(at, "an object of type object");
    return ValueSchema.object(CoreRules.ATTRIBUTE_TYPE);
  }
}
