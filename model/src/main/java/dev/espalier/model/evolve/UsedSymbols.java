package dev.espalier.model.evolve;

import dev.espalier.model.schema.Member;
import dev.espalier.model.schema.NodeSchema;
import dev.espalier.model.schema.Schema;
import dev.espalier.model.schema.array.Dimension;
import dev.espalier.model.schema.value.Constraint;
import dev.espalier.model.schema.value.Field;
import dev.espalier.model.schema.value.ValueChoice;
import dev.espalier.model.schema.value.ValueSchema;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/** Collects the symbols that a group or an array uses itself. */
final class UsedSymbols {
  private final Schema schema;
  private final Set<String> symbols = new LinkedHashSet<>();
  private final Set<String> followed = new HashSet<>();

  private boolean deep;

  private UsedSymbols(Schema schema) {
    this.schema = schema;
  }

  static SymbolPairs.Scope of(Schema schema, NodeSchema.Group group) {
    UsedSymbols used = new UsedSymbols(schema);
    used.value(group.attributes());
    for (Member member : group.members()) {
      used.node(member.node());
    }
    return new SymbolPairs.Scope(new LinkedHashSet<>(group.dimensions()), used.symbols);
  }

  static SymbolPairs.Scope of(Schema schema, NodeSchema.Array array) {
    UsedSymbols used = new UsedSymbols(schema);
    used.node(array);
    return new SymbolPairs.Scope(Set.of(), used.symbols);
  }

  /** Whether a node or anything below it uses symbols. */
  static boolean anywhere(Schema schema, NodeSchema node) {
    UsedSymbols used = new UsedSymbols(schema);
    used.deep = true;
    used.node(node);
    return !used.symbols.isEmpty();
  }

  private void node(NodeSchema node) {
    if (deep && node instanceof NodeSchema.Group group) {
      value(group.attributes());
      group.members().forEach(member -> node(member.node()));
    } else if (node instanceof NodeSchema.Array array) {
      value(array.attributes());
      for (Dimension dimension : array.dimensions().list()) {
        symbols.addAll(dimension.extent().symbols());
      }
    } else if (node instanceof NodeSchema.Choice choice) {
      choice.alternatives().values().forEach(this::node);
    } else if (node instanceof NodeSchema.Reference reference
        && followed.add(reference.definition())) {
      node(schema.resolve(reference));
    }
  }

  private void value(ValueSchema value) {
    for (Constraint constraint : value.constraints()) {
      if (constraint instanceof Constraint.EqualsExtent equal) {
        symbols.addAll(equal.extent().symbols());
      } else if (constraint instanceof Constraint.NamesDimension named) {
        symbols.add(named.symbol());
      }
    }
    if (value instanceof ValueSchema.ListOf list) {
      value(list.element());
    } else if (value instanceof ValueSchema.Tuple tuple) {
      tuple.elements().forEach(this::value);
    } else if (value instanceof ValueSchema.MapOf map) {
      value(map.value());
    } else if (value instanceof ValueSchema.Union union) {
      union.alternatives().forEach(this::value);
    } else if (value instanceof ValueSchema.Obj object) {
      object.fields().stream().map(Field::value).forEach(this::value);
    } else if (value instanceof ValueChoice choice) {
      value(choice.by().value());
      choice.cases().values().forEach(this::value);
      choice.otherwise().ifPresent(this::value);
    }
  }
}
