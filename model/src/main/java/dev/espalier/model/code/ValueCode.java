package dev.espalier.model.code;

import dev.espalier.model.schema.rule.CoreRules;
import dev.espalier.model.schema.value.Constraint;
import dev.espalier.model.schema.value.Field;
import dev.espalier.model.schema.value.ValueChoice;
import dev.espalier.model.schema.value.ValueSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Spells the schemas of values, and fields. */
final class ValueCode {
  private final Literals literals;
  private final ConstraintCode constraints;
  private final Parts parts;

  ValueCode(Literals literals, Parts parts) {
    this.literals = literals;
    this.constraints = new ConstraintCode(literals);
    this.parts = parts;
  }

  Code value(ValueSchema schema) {
    Code code = plain(schema);
    for (Constraint constraint : schema.constraints()) {
      code = code.then(constraints.added(constraint));
    }
    return parts.bounded(code, ValueSchema.class, "value");
  }

  private Code plain(ValueSchema schema) {
    if (schema instanceof ValueSchema.Scalar scalar) {
      return scalar(scalar);
    }
    if (schema instanceof ValueSchema.ListOf list) {
      return list.rule().equals(CoreRules.ATTRIBUTE_TYPE)
          ? Code.call("list", value(list.element()))
          : create(ValueSchema.ListOf.class, literals.rule(list.rule()), value(list.element()));
    }
    if (schema instanceof ValueSchema.MapOf map) {
      return map.rule().equals(CoreRules.ATTRIBUTE_TYPE)
          ? Code.call("mapOf", value(map.value()))
          : create(ValueSchema.MapOf.class, literals.rule(map.rule()), value(map.value()));
    }
    if (schema instanceof ValueSchema.Tuple tuple) {
      List<Code> elements = tuple.elements().stream().map(this::value).toList();
      return tuple.rule().equals(CoreRules.ATTRIBUTE_TYPE)
          ? Code.call("tuple", elements)
          : create(ValueSchema.Tuple.class, literals.rule(tuple.rule()), listOf(elements));
    }
    if (schema instanceof ValueSchema.Union union) {
      List<Code> alternatives = union.alternatives().stream().map(this::value).toList();
      return union.rule().equals(CoreRules.CHOICE)
          ? Code.call("anyOf", alternatives)
          : create(ValueSchema.Union.class, literals.rule(union.rule()), listOf(alternatives));
    }
    if (schema instanceof ValueSchema.Obj object) {
      return object(object);
    }
    return schema instanceof ValueChoice choice
        ? cases(choice)
        : Code.call("anything", literals.text(((ValueSchema.Any) schema).words()));
  }

  /** A record whose last part is a list of constraints, which are added by calls. */
  private Code create(Class<?> type, Code rule, Code content) {
    return literals.create(type, rule, content, listOf(List.of()));
  }

  private Code listOf(List<Code> elements) {
    return Code.call(literals.type(List.class) + ".of", elements);
  }

  private Code scalar(ValueSchema.Scalar scalar) {
    String word =
        switch (scalar.kind()) {
          case STRING -> "string";
          case NUMBER -> "number";
          case INTEGER -> "integer";
          case BOOLEAN -> "bool";
        };
    return scalar.rule().equals(CoreRules.ATTRIBUTE_TYPE)
        ? Code.call(word)
        : Code.call(literals.type(ValueSchema.class) + "." + word, literals.rule(scalar.rule()));
  }

  /** An object without its constraints. */
  private Code object(ValueSchema.Obj object) {
    List<Code> fields = new ArrayList<>();
    object.fields().forEach(field -> fields.add(field(field)));
    Code code;
    if (object.rule().equals(CoreRules.ATTRIBUTE_TYPE)) {
      code = Code.call("object", fields);
    } else {
      fields.add(0, literals.rule(object.rule()));
      code = Code.call(literals.type(ValueSchema.class) + ".object", fields);
    }
    return object.open() ? code : code.then(Code.call("closed"));
  }

  /** The attributes of a node in full, where the short words of its declaration do not do. */
  Code attributes(ValueSchema.Obj object) {
    return literals.create(
        ValueSchema.Obj.class,
        literals.rule(object.rule()),
        literals.list(object.fields(), this::field),
        Code.text(Boolean.toString(object.open())),
        constraints.list(object.constraints()));
  }

  private Code cases(ValueChoice choice) {
    ValueSchema.Scalar text = ValueSchema.string(CoreRules.ATTRIBUTE_TYPE);
    boolean plain =
        choice.rule().equals(CoreRules.ATTRIBUTE_TYPE)
            && choice.by().equals(Field.required(choice.by().name(), text));
    Code code =
        plain
            ? Code.call("dependingOn", literals.text(choice.by().name()))
            : Code.call(
                literals.type(ValueChoice.class) + ".by",
                literals.rule(choice.rule()),
                field(choice.by()));
    for (Map.Entry<String, ValueSchema.Obj> one : choice.cases().entrySet()) {
      code = code.then(Code.call("when", literals.text(one.getKey()), caseOf(one.getValue())));
    }
    Optional<ValueSchema.Obj> otherwise = choice.otherwise();
    return otherwise.isPresent()
        ? code.then(Code.call("otherwise", caseOf(otherwise.get())))
        : code;
  }

  /** An object that has to be one for the compiler, too: short words would make it any value. */
  private Code caseOf(ValueSchema.Obj object) {
    return object.constraints().isEmpty() ? object(object) : attributes(object);
  }

  Code field(Field field) {
    Code name = literals.text(field.name());
    Code value = value(field.value());
    Code code;
    Field plain = new Field(field.name(), field.presence(), field.value());
    if (plain.equals(Field.required(field.name(), field.value()))) {
      code = Code.call("required", name, value);
    } else if (plain.equals(Field.recommended(field.name(), field.value()))) {
      code = Code.call("recommended", name, value);
    } else if (field.presence().isEmpty()) {
      code = Code.call("optional", name, value);
    } else {
      code =
          Code.call(
              literals.type(Field.class) + ".demanded",
              literals.rule(field.presence().get()),
              name,
              value);
    }
    if (field.absent().isPresent()) {
      code = code.then(Code.call("orElse", literals.json(field.absent().get())));
    }
    return field.text().isEmpty()
        ? code
        : code.then(Code.call("describedAs", literals.text(field.text())));
  }
}
