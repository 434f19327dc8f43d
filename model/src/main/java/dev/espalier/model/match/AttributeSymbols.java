package dev.espalier.model.match;

import dev.espalier.model.schema.value.Constraint;
import dev.espalier.model.schema.value.Field;
import dev.espalier.model.schema.value.ValueChoice;
import dev.espalier.model.schema.value.ValueSchema;
import java.util.LinkedHashSet;
import java.util.Set;

/** Collects the symbols that attributes speak of. */
final class AttributeSymbols {
  private final Set<String> symbols = new LinkedHashSet<>();

  private AttributeSymbols() {}

  static Set<String> of(ValueSchema schema) {
    AttributeSymbols walk = new AttributeSymbols();
    walk.value(schema);
    return walk.symbols;
  }

  private void value(ValueSchema schema) {
    for (Constraint constraint : schema.constraints()) {
      if (constraint instanceof Constraint.EqualsExtent equal) {
        symbols.addAll(equal.extent().symbols());
      } else if (constraint instanceof Constraint.NamesDimension named) {
        symbols.add(named.symbol());
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
      choice.cases().values().forEach(this::value);
      choice.otherwise().ifPresent(this::value);
    }
  }
}
