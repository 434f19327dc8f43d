package dev.espalier.model.schema;

import dev.espalier.model.schema.value.Constraint;
import dev.espalier.model.schema.value.Field;
import dev.espalier.model.schema.value.ValueChoice;
import dev.espalier.model.schema.value.ValueSchema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Finds what makes a declaration meaningless as a whole. */
final class SchemaConsistency {
  private final Map<String, NodeSchema> definitions;
  private final Set<String> mistakes = new LinkedHashSet<>();

  /** Definitions that are known to end: each is walked once, however often it is referred to. */
  private final Set<String> ending = new HashSet<>();

  private SchemaConsistency(Map<String, NodeSchema> definitions) {
    this.definitions = definitions;
  }

  static void check(Identity identity, NodeSchema root, Map<String, NodeSchema> definitions) {
    SchemaConsistency check = new SchemaConsistency(definitions);
    check.node("the root", root);
    definitions.forEach((name, node) -> check.node("definition " + name, node));
    check.mistakes.addAll(new SymbolUse(root, definitions).mistakes());
    if (check.mistakes.isEmpty()) {
      check.finite("the root", root, new LinkedHashSet<>());
      definitions.forEach((name, node) -> check.finite(name, node, new LinkedHashSet<>()));
    }
    if (!check.mistakes.isEmpty()) {
      throw new IllegalArgumentException(
          "schema " + identity + ": " + String.join("; ", check.mistakes));
    }
  }

  private void node(String where, NodeSchema schema) {
    if (schema instanceof NodeSchema.Group group) {
      value(where, group.attributes());
      group.members().forEach(member -> node(where + ", member " + member.name(), member.node()));
      group.rules().forEach(rule -> rule(where, group, rule));
    } else if (schema instanceof NodeSchema.Array array) {
      value(where, array.attributes());
    } else if (schema instanceof NodeSchema.Choice choice) {
      choice.alternatives().forEach((name, one) -> node(where + ", alternative " + name, one));
    } else if (schema instanceof NodeSchema.Reference reference) {
      defined(where, reference.definition());
    }
  }

  private void defined(String where, String definition) {
    if (!definitions.containsKey(definition)) {
      mistakes.add(
          where
              + " refers to \""
              + definition
              + "\", which is not defined; defined are "
              + new ArrayList<>(definitions.keySet()));
    }
  }

  private void rule(String where, NodeSchema.Group group, NodeRule rule) {
    List<String> names = new ArrayList<>();
    if (rule instanceof NodeRule.SameDataType same) {
      names.addAll(same.members());
    } else if (rule instanceof NodeRule.SomeOf some) {
      names.addAll(some.names());
    } else if (rule instanceof NodeRule.Requires requires) {
      names.add(requires.given());
      names.addAll(requires.needed());
    }
    for (String name : names) {
      boolean declared =
          name.startsWith("@")
              ? group.attributes().fields().stream()
                  .anyMatch(f -> f.name().equals(name.substring(1)))
              : group.member(name).isPresent();
      if (!declared) {
        mistakes.add(where + " has a rule about \"" + name + "\", which it does not declare");
      }
    }
  }

  private void value(String where, ValueSchema schema) {
    for (Constraint constraint : schema.constraints()) {
      if (constraint instanceof Constraint.Refers refers) {
        defined(where, refers.target());
      }
    }
    if (schema instanceof ValueSchema.ListOf list) {
      value(where, list.element());
    } else if (schema instanceof ValueSchema.Tuple tuple) {
      tuple.elements().forEach(element -> value(where, element));
    } else if (schema instanceof ValueSchema.MapOf map) {
      value(where, map.value());
    } else if (schema instanceof ValueSchema.Union union) {
      union.alternatives().forEach(one -> value(where, one));
    } else if (schema instanceof ValueSchema.Obj object) {
      for (Field field : object.fields()) {
        value(where + ", attribute " + field.name(), field.value());
      }
    } else if (schema instanceof ValueChoice choice) {
      choice.cases().values().forEach(one -> value(where, one));
      choice.otherwise().ifPresent(one -> value(where, one));
    }
  }

  /** Whether some finite hierarchy can fit: a member that is required must not need itself. */
  private boolean finite(String where, NodeSchema schema, Set<String> open) {
    if (schema instanceof NodeSchema.Reference reference) {
      if (ending.contains(reference.definition())) {
        return true;
      }
      if (!open.add(reference.definition())) {
        mistakes.add(
            where
                + " never ends: "
                + String.join(" needs ", open)
                + " needs "
                + reference.definition()
                + "; make a member on the way optional");
        return false;
      }
      boolean ends =
          finite(where, Objects.requireNonNull(definitions.get(reference.definition())), open);
      open.remove(reference.definition());
      if (ends) {
        ending.add(reference.definition());
      }
      return ends;
    }
    if (schema instanceof NodeSchema.Group group) {
      return group.members().stream()
          .filter(Member::isRequired)
          .allMatch(member -> finite(where, member.node(), open));
    }
    if (schema instanceof NodeSchema.Choice choice) {
      return someEnds(where, choice, open);
    }
    return true;
  }

  /** A choice ends if one alternative does, so what the others say is no mistake. */
  private boolean someEnds(String where, NodeSchema.Choice choice, Set<String> open) {
    Set<String> before = new HashSet<>(mistakes);
    Set<String> path = new LinkedHashSet<>(open);
    for (NodeSchema alternative : choice.alternatives().values()) {
      if (finite(where, alternative, new LinkedHashSet<>(path))) {
        mistakes.retainAll(before);
        return true;
      }
    }
    return false;
  }
}
