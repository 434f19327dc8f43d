package dev.espalier.model.code;

import dev.espalier.model.finding.Rule;
import dev.espalier.model.schema.rule.CoreRules;
import dev.espalier.model.schema.value.Field;
import dev.espalier.model.schema.value.ValueChoice;
import dev.espalier.model.schema.value.ValueSchema;
import dev.espalier.model.schema.value.ValueWords;

/** Says what values have no form of their own. */
final class ValueWording {
  private ValueWording() {}

  static String of(ValueSchema value) {
    return ValueWords.describe(value);
  }

  static Rule rule(ValueSchema value) {
    if (value instanceof ValueSchema.Scalar scalar) {
      return scalar.rule();
    }
    if (value instanceof ValueSchema.ListOf list) {
      return list.rule();
    }
    if (value instanceof ValueSchema.MapOf map) {
      return map.rule();
    }
    if (value instanceof ValueSchema.Tuple tuple) {
      return tuple.rule();
    }
    if (value instanceof ValueSchema.Union union) {
      return union.rule();
    }
    if (value instanceof ValueSchema.Obj object) {
      return object.rule();
    }
    return value instanceof ValueChoice choice ? choice.rule() : CoreRules.ATTRIBUTE_TYPE;
  }

  /** Whether a choice is one by a text that has to be there, among cases that are all declared. */
  static boolean isPlain(ValueChoice choice) {
    ValueSchema.Scalar text = ValueSchema.string(CoreRules.ATTRIBUTE_TYPE);
    return choice.by().equals(Field.required(choice.by().name(), text))
        && choice.otherwise().isEmpty()
        && !choice.cases().isEmpty()
        && choice.cases().values().stream()
            .allMatch(one -> one.rule().equals(CoreRules.ATTRIBUTE_TYPE))
        && choice.cases().values().stream()
            .flatMap(one -> one.fields().stream())
            .noneMatch(field -> field.name().equals(choice.by().name()));
  }
}
