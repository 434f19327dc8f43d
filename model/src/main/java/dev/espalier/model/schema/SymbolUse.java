package dev.espalier.model.schema;

import dev.espalier.model.schema.array.Dimension;
import dev.espalier.model.schema.array.ElementRule;
import dev.espalier.model.schema.array.Extent;
import dev.espalier.model.schema.array.LinearExtent;
import dev.espalier.model.schema.value.Constraint;
import dev.espalier.model.schema.value.Field;
import dev.espalier.model.schema.value.ValueChoice;
import dev.espalier.model.schema.value.ValueSchema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds symbols that a declaration uses and that nothing can give a value. */
final class SymbolUse {
  private final Set<String> used = new LinkedHashSet<>();
  private final Set<String> bound = new HashSet<>();

  SymbolUse(NodeSchema root, Map<String, NodeSchema> definitions) {
    node(root);
    definitions.values().forEach(this::node);
  }

  List<SchemaMistake> mistakes() {
    List<SchemaMistake> mistakes = new ArrayList<>();
    for (String symbol : used) {
      if (!bound.contains(symbol)) {
        String message =
            "the dimension \""
                + symbol
                + "\" is used, but no array and no attribute says how long it is";
        mistakes.add(new SchemaMistake(SchemaMistake.About.DIMENSION, symbol, message));
      }
    }
    return mistakes;
  }

  private void node(NodeSchema schema) {
    if (schema instanceof NodeSchema.Group group) {
      used.addAll(group.dimensions());
      value(group.attributes());
      group.members().forEach(member -> node(member.node()));
    } else if (schema instanceof NodeSchema.Choice choice) {
      choice.alternatives().values().forEach(this::node);
    } else if (schema instanceof NodeSchema.Array array) {
      value(array.attributes());
      array.dimensions().list().stream().map(Dimension::extent).forEach(this::binding);
      array.elements().forEach(this::elements);
    }
  }

  private void elements(ElementRule rule) {
    if (rule instanceof ElementRule.First first) {
      used.addAll(first.value().symbols());
    } else if (rule instanceof ElementRule.Last last) {
      used.addAll(last.value().symbols());
    } else if (rule instanceof ElementRule.Sum sum) {
      used.addAll(sum.value().symbols());
    } else if (rule instanceof ElementRule.Within within) {
      within.below().ifPresent(extent -> used.addAll(extent.symbols()));
    }
  }

  private void binding(Extent extent) {
    used.addAll(extent.symbols());
    if (extent instanceof LinearExtent linear && linear.isSolvable()) {
      bound.addAll(linear.symbols());
    }
  }

  private void value(ValueSchema schema) {
    for (Constraint constraint : schema.constraints()) {
      if (constraint instanceof Constraint.EqualsExtent equal) {
        binding(equal.extent());
      } else if (constraint instanceof Constraint.NamesDimension named) {
        used.add(named.symbol());
        bound.add(named.symbol());
      }
    }
    if (schema instanceof ValueSchema.ListOf list) {
      value(list.element());
    } else if (schema instanceof ValueSchema.Tuple tuple) {
      tuple.elements().forEach(this::value);
    } else if (schema instanceof ValueSchema.MapOf map) {
      value(map.value());
    } else if (schema instanceof ValueSchema.Union union) {
      union.alternatives().forEach(this::value);
    } else if (schema instanceof ValueSchema.Obj object) {
      object.fields().stream().map(Field::value).forEach(this::value);
    } else if (schema instanceof ValueChoice choice) {
      value(choice.by().value());
      choice.cases().values().forEach(this::value);
      choice.otherwise().ifPresent(this::value);
    }
  }
}
