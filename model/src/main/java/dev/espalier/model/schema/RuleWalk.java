package dev.espalier.model.schema;

import dev.espalier.model.finding.Rule;
import dev.espalier.model.schema.array.Dimension;
import dev.espalier.model.schema.array.Dimensions;
import dev.espalier.model.schema.array.ElementRule;
import dev.espalier.model.schema.rule.CoreRules;
import dev.espalier.model.schema.value.Field;
import dev.espalier.model.schema.value.ValueChoice;
import dev.espalier.model.schema.value.ValueSchema;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects the rules of a declaration. */
final class RuleWalk {
  private final Set<Rule> rules = new LinkedHashSet<>();

  private RuleWalk() {}

  static List<Rule> rulesOf(Schema schema) {
    RuleWalk walk = new RuleWalk();
    walk.node(schema.root());
    schema.definitions().values().forEach(walk::node);
    return List.copyOf(walk.rules);
  }

  static List<Rule> rulesOf(NodeSchema node) {
    RuleWalk walk = new RuleWalk();
    walk.node(node);
    return List.copyOf(walk.rules);
  }

  private void node(NodeSchema schema) {
    if (schema instanceof NodeSchema.Group group) {
      group(group);
    } else if (schema instanceof NodeSchema.Array array) {
      array(array);
    } else if (schema instanceof NodeSchema.Choice choice) {
      rules.add(choice.rule());
      choice.alternatives().values().forEach(this::node);
    }
  }

  private void group(NodeSchema.Group group) {
    rules.add(group.rule());
    attributes(group.attributes());
    for (Member member : group.members()) {
      member.presence().ifPresent(rules::add);
      node(member.node());
    }
    if (!group.open()) {
      rules.add(CoreRules.MEMBER_UNDECLARED);
    }
    group.rules().forEach(rule -> rules.addAll(rule.rules()));
  }

  private void array(NodeSchema.Array array) {
    rules.add(array.rule());
    attributes(array.attributes());
    if (!array.dataTypes().names().isEmpty()) {
      rules.add(array.dataTypes().rule());
    }
    dimensions(array.dimensions());
    array.fillValue().ifPresent(value -> rules.add(CoreRules.ARRAY_FILL_VALUE));
    array.layout().chunks().filter(wish -> wish.hard()).ifPresent(wish -> rules.add(wish.rule()));
    array.layout().shards().filter(wish -> wish.hard()).ifPresent(wish -> rules.add(wish.rule()));
    array.layout().codecs().filter(wish -> wish.hard()).ifPresent(wish -> rules.add(wish.rule()));
    array.elements().stream().map(ElementRule::rule).forEach(rules::add);
    array.rules().forEach(rule -> rules.addAll(rule.rules()));
  }

  private void dimensions(Dimensions dimensions) {
    if (dimensions.equals(Dimensions.any())) {
      return;
    }
    rules.add(dimensions.rank());
    for (Dimension dimension : dimensions.list()) {
      if (!dimension.extent().symbols().isEmpty()) {
        rules.add(CoreRules.DIMENSION_CONFLICT);
      }
      if (!dimension.isRest()) {
        rules.add(dimensions.extents());
      }
      dimension.name().ifPresent(name -> rules.add(dimensions.names()));
    }
  }

  /** The attributes of a node are an object whatever is in them, so that rule is never broken. */
  private void attributes(ValueSchema.Obj object) {
    object.fields().forEach(this::field);
    if (!object.open()) {
      rules.add(CoreRules.ATTRIBUTE_UNDECLARED);
    }
    object.constraints().forEach(constraint -> rules.addAll(constraint.rules()));
  }

  private void value(ValueSchema schema) {
    if (schema instanceof ValueSchema.Scalar scalar) {
      rules.add(scalar.rule());
    } else if (schema instanceof ValueSchema.ListOf list) {
      rules.add(list.rule());
      value(list.element());
    } else if (schema instanceof ValueSchema.Tuple tuple) {
      rules.add(tuple.rule());
      tuple.elements().forEach(this::value);
    } else if (schema instanceof ValueSchema.MapOf map) {
      rules.add(map.rule());
      value(map.value());
    } else if (schema instanceof ValueSchema.Union union) {
      rules.add(union.rule());
      union.alternatives().forEach(this::value);
    } else if (schema instanceof ValueSchema.Obj object) {
      rules.add(object.rule());
      attributes(object);
      return;
    } else if (schema instanceof ValueChoice choice) {
      rules.add(choice.rule());
      field(choice.decisive());
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
