package dev.espalier.model.schema;

import dev.espalier.model.schema.SchemaMistake.About;
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

/** Finds what makes a declaration meaningless as a whole. */
final class SchemaConsistency {
  private final Map<String, NodeSchema> definitions;
  private final Set<SchemaMistake> mistakes = new LinkedHashSet<>();

  private SchemaConsistency(Map<String, NodeSchema> definitions) {
    this.definitions = definitions;
  }

  static List<SchemaMistake> mistakes(NodeSchema root, Map<String, NodeSchema> definitions) {
    SchemaConsistency check = new SchemaConsistency(definitions);
    check.node("the root", root);
    definitions.forEach((name, node) -> check.node("definition " + name, node));
    check.mistakes.addAll(new SymbolUse(root, definitions).mistakes());
    if (check.mistakes.isEmpty()) {
      new Endings(definitions)
          .circles()
          .forEach((name, circle) -> check.add(About.DEFINITION, name, endless(name, circle)));
    }
    return List.copyOf(check.mistakes);
  }

  private static String endless(String name, String circle) {
    return "definition " + name + " never ends: " + circle + "; make a member on the way optional";
  }

  private void add(About about, String name, String message) {
    mistakes.add(new SchemaMistake(about, name, message));
  }

  private void node(String where, NodeSchema schema) {
    if (schema instanceof NodeSchema.Group group) {
      value(where, group.attributes());
      group.members().forEach(member -> node(where + ", member " + member.name(), member.node()));
      rules(where, group);
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
      add(
          About.REFERENCE,
          definition,
          where
              + " refers to \""
              + definition
              + "\", which is not defined; defined are "
              + new ArrayList<>(definitions.keySet()));
    }
  }

  private void rules(String where, NodeSchema.Group group) {
    if (group.rules().isEmpty()) {
      return;
    }
    Set<String> declared = new HashSet<>();
    group.members().forEach(member -> declared.add(member.name().toString()));
    group.attributes().fields().forEach(field -> declared.add("@" + field.name()));
    for (NodeRule rule : group.rules()) {
      for (String name : named(rule)) {
        if (!declared.contains(name)) {
          String message = where + " has a rule about \"" + name + "\", which it does not declare";
          add(About.MEMBER, name, message);
        }
      }
    }
  }

  private static List<String> named(NodeRule rule) {
    List<String> names = new ArrayList<>();
    if (rule instanceof NodeRule.SameDataType same) {
      names.addAll(same.members());
    } else if (rule instanceof NodeRule.SomeOf some) {
      names.addAll(some.names());
    } else if (rule instanceof NodeRule.Requires requires) {
      names.add(requires.given());
      names.addAll(requires.needed());
    }
    return names;
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
}
