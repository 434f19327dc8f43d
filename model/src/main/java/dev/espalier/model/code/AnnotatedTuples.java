package dev.espalier.model.code;

import dev.espalier.model.annotation.value.Tuple;
import dev.espalier.model.schema.value.Constraint;
import dev.espalier.model.schema.value.ValueSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Spells lists of a fixed length as nested records. */
final class AnnotatedTuples {
  private static final List<String> ORDINALS =
      List.of("first", "second", "third", "fourth", "fifth", "sixth");

  private final Literals literals;
  private final TypeNames types;
  private final Notes notes;
  private final Nested nested;
  private final AnnotatedRules rules;

  AnnotatedTuples(
      Literals literals, TypeNames types, Notes notes, Nested nested, AnnotatedRules rules) {
    this.literals = literals;
    this.types = types;
    this.notes = notes;
    this.nested = nested;
    this.rules = rules;
  }

  /**
   * Adds the record of a list, and gives its name.
   *
   * @param element the type of an element with its annotations, from its schema and its component
   */
  String add(
      ValueSchema.Tuple tuple,
      String name,
      String place,
      BiFunction<ValueSchema, String, String> element) {
    String type = types.of(name);
    List<String> components = new ArrayList<>();
    for (ValueSchema one : tuple.elements()) {
      int index = components.size();
      String component = index < ORDINALS.size() ? ORDINALS.get(index) : "element" + (index + 1);
      components.add(element.apply(one, component) + " " + component);
    }
    MethodNames methods = new MethodNames();
    StringBuilder body = new StringBuilder();
    for (Constraint constraint : tuple.constraints()) {
      if (constraint instanceof Constraint.Coded coded && coded.rules().size() == 1) {
        body.append('\n').append(rules.valueCheck(coded.rules().get(0), methods, Nested.INDENT));
      } else {
        notes.add(place, "the constraint " + constraint.rules().get(0).id());
      }
    }
    nested.add(
        "@" + literals.type(Tuple.class) + "\n",
        "record " + type + "(" + String.join(", ", components) + ")",
        body.toString());
    return type;
  }
}
