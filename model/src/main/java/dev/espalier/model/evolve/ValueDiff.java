package dev.espalier.model.evolve;

import dev.espalier.model.finding.Rule;
import dev.espalier.model.schema.rule.CoreRules;
import dev.espalier.model.schema.value.Field;
import dev.espalier.model.schema.value.ValueChoice;
import dev.espalier.model.schema.value.ValueSchema;
import dev.espalier.model.schema.value.ValueSchema.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compares what a value had to be with what it has to be. */
final class ValueDiff {
  private final Comparison comparison;

  private ValueDiff(Comparison comparison) {
    this.comparison = comparison;
  }

  /** The attributes of a node, which are an object whatever is in them. */
  static void attributes(
      Comparison comparison, Spot spot, ValueSchema.Obj older, ValueSchema.Obj newer) {
    FieldDiff.compare(comparison, spot, older, newer);
    ConstraintDiff.compare(comparison, spot, older.constraints(), newer.constraints());
  }

  static void compare(Comparison comparison, Spot spot, ValueSchema older, ValueSchema newer) {
    new ValueDiff(comparison).compare(spot, older, newer);
  }

  private void compare(Spot spot, ValueSchema older, ValueSchema newer) {
    if (older instanceof ValueSchema.Union || newer instanceof ValueSchema.Union) {
      unions(spot, older, newer);
    } else {
      if (older.getClass() == newer.getClass() && !(older instanceof ValueSchema.Any)) {
        comparison.rule(spot, "being " + words(newer), rule(older), rule(newer));
      }
      if (parts(spot, older, newer)) {
        ConstraintDiff.compare(comparison, spot, older.constraints(), newer.constraints());
      }
    }
  }

  /** Compares all but constraints; says whether the constraints are worth a look. */
  private boolean parts(Spot spot, ValueSchema older, ValueSchema newer) {
    if (newer instanceof ValueSchema.Any) {
      if (!(older instanceof ValueSchema.Any)) {
        comparison.widened(spot, change(older, newer), rule(older));
      }
      return true;
    }
    if (older instanceof ValueSchema.Scalar one && newer instanceof ValueSchema.Scalar other) {
      return scalars(spot, one, other);
    }
    if (older instanceof ValueSchema.ListOf one && newer instanceof ValueSchema.ListOf other) {
      compare(spot.field("*"), one.element(), other.element());
      return true;
    }
    if (older instanceof ValueSchema.MapOf one && newer instanceof ValueSchema.MapOf other) {
      compare(spot.field("*"), one.value(), other.value());
      return true;
    }
    if (older instanceof ValueSchema.Obj one && newer instanceof ValueSchema.Obj other) {
      FieldDiff.compare(comparison, spot, one, other);
      return true;
    }
    if (older instanceof ValueChoice one && newer instanceof ValueChoice other) {
      return cases(spot, one, other);
    }
    if (older instanceof ValueSchema.Tuple one
        && newer instanceof ValueSchema.Tuple other
        && one.elements().size() == other.elements().size()) {
      for (int i = 0; i < one.elements().size(); i++) {
        compare(spot.field(Integer.toString(i)), one.elements().get(i), other.elements().get(i));
      }
      return true;
    }
    return across(spot, older, newer);
  }

  private boolean scalars(Spot spot, ValueSchema.Scalar older, ValueSchema.Scalar newer) {
    if (older.kind() == newer.kind()) {
      return true;
    }
    if (older.kind() == Kind.INTEGER && newer.kind() == Kind.NUMBER) {
      comparison.widened(spot, change(older, newer), older.rule());
      return true;
    }
    comparison.narrowed(spot, change(older, newer), newer.rule());
    return false;
  }

  /** Kinds that are unlike and yet may take each other in. */
  private boolean across(Spot spot, ValueSchema older, ValueSchema newer) {
    boolean covered = false;
    if (older instanceof ValueSchema.Tuple tuple && newer instanceof ValueSchema.ListOf list) {
      covered = tuple.elements().stream().allMatch(one -> covers(spot, one, list.element()));
    } else if (older instanceof ValueSchema.Obj object && newer instanceof ValueSchema.MapOf map) {
      covered =
          !object.open()
              && object.fields().stream().allMatch(f -> covers(spot, f.value(), map.value()));
    } else if (older instanceof ValueSchema.MapOf map && newer instanceof ValueSchema.Obj object) {
      covered =
          object.open()
              && object.fields().stream()
                  .allMatch(
                      f ->
                          !Comparison.isMust(f.presence()) && covers(spot, map.value(), f.value()));
    }
    if (covered) {
      comparison.rule(spot, "being " + words(newer), rule(older), rule(newer));
      comparison.widened(spot, change(older, newer), rule(older));
    } else {
      comparison.narrowed(spot, change(older, newer), rule(newer));
    }
    return covered;
  }

  private boolean covers(Spot spot, ValueSchema older, ValueSchema newer) {
    return !comparison.attempt(() -> compare(spot, older, newer)).isBreaking();
  }

  private void unions(Spot spot, ValueSchema older, ValueSchema newer) {
    Coverage<ValueSchema> coverage =
        new Coverage<>(comparison, spot, (one, other) -> compare(spot, one, other));
    if (older instanceof ValueSchema.Union one && newer instanceof ValueSchema.Union other) {
      comparison.rule(spot, "being " + words(newer), one.rule(), other.rule());
      coverage.compare(numbered(one), numbered(other));
    } else if (coverage.covers(numbered(older), numbered(newer))) {
      comparison.widened(spot, change(older, newer), rule(older));
    } else {
      comparison.narrowed(spot, change(older, newer), rule(newer));
    }
    ConstraintDiff.compare(
        comparison,
        spot,
        older instanceof ValueSchema.Union ? older.constraints() : List.of(),
        newer instanceof ValueSchema.Union ? newer.constraints() : List.of());
  }

  private static Map<String, ValueSchema> numbered(ValueSchema schema) {
    if (!(schema instanceof ValueSchema.Union union)) {
      return Map.of("", schema);
    }
    Map<String, ValueSchema> alternatives = new LinkedHashMap<>();
    for (ValueSchema one : union.alternatives()) {
      String name = words(one);
      alternatives.put(alternatives.containsKey(name) ? name + alternatives.size() : name, one);
    }
    return alternatives;
  }

  private boolean cases(Spot spot, ValueChoice older, ValueChoice newer) {
    if (!older.by().name().equals(newer.by().name())) {
      comparison.narrowed(
          spot,
          "what decides was \"" + older.by().name() + "\" and is \"" + newer.by().name() + "\"",
          newer.rule());
      return false;
    }
    Spot by = spot.field(newer.by().name());
    PresenceDiff.presence(comparison, by, older.by().presence(), newer.by().presence());
    compare(by, older.by().value(), newer.by().value());
    new CaseDiff(comparison, spot).compare(older, newer);
    return true;
  }

  private static String change(ValueSchema older, ValueSchema newer) {
    return words(older) + " became " + words(newer);
  }

  static Rule rule(ValueSchema schema) {
    if (schema instanceof ValueSchema.Scalar scalar) {
      return scalar.rule();
    }
    if (schema instanceof ValueSchema.ListOf list) {
      return list.rule();
    }
    if (schema instanceof ValueSchema.Tuple tuple) {
      return tuple.rule();
    }
    if (schema instanceof ValueSchema.Obj object) {
      return object.rule();
    }
    if (schema instanceof ValueSchema.MapOf map) {
      return map.rule();
    }
    if (schema instanceof ValueSchema.Union union) {
      return union.rule();
    }
    return schema instanceof ValueChoice choice ? choice.rule() : CoreRules.ATTRIBUTE_TYPE;
  }

  static String words(ValueSchema schema) {
    if (schema instanceof ValueSchema.Scalar scalar) {
      return scalar.kind().toString();
    }
    if (schema instanceof ValueSchema.ListOf) {
      return "a list";
    }
    if (schema instanceof ValueSchema.Tuple tuple) {
      return "a list of " + tuple.elements().size();
    }
    if (schema instanceof ValueSchema.MapOf) {
      return "a map";
    }
    if (schema instanceof ValueSchema.Any) {
      return "any value";
    }
    if (schema instanceof ValueSchema.Union) {
      return "one of several";
    }
    return schema instanceof ValueChoice choice
        ? "an object by \"" + choice.by().name() + "\""
        : "an object";
  }

  /** A field of the newer schema only. */
  static boolean isRequired(Field field) {
    return Comparison.isMust(field.presence());
  }
}
