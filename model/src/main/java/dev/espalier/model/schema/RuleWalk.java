package dev.espalier.model.schema;

import dev.espalier.model.finding.Rule;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects the rules of a declaration. */
final class RuleWalk {
  private final Set<Rule> rules = new LinkedHashSet<>();

  private RuleWalk() {}

  static List<Rule> rulesOf(NodeSchema schema) {
    RuleWalk walk = new RuleWalk();
    walk.rules.add(schema.rule());
    walk.value(schema.attributes());
    return List.copyOf(walk.rules);
  }

  private void value(ValueSchema schema) {
    if (schema instanceof ValueSchema.Scalar scalar) {
      rules.add(scalar.rule());
    } else if (schema instanceof ValueSchema.ListOf list) {
      rules.add(list.rule());
      value(list.element());
    } else if (schema instanceof ValueSchema.Obj object) {
      rules.add(object.rule());
      object.fields().forEach(this::field);
    } else if (schema instanceof ValueSchema.Choice choice) {
      rules.add(choice.rule());
      field(choice.by());
      choice.cases().values().forEach(this::value);
      choice.otherwise().ifPresent(this::value);
    }
    schema.constraints().forEach(constraint -> rules.addAll(constraint.rules()));
  }

  private void field(Field field) {
    field.presence().ifPresent(rules::add);
    value(field.value());
  }
}
