package dev.espalier.model.code;

import dev.espalier.model.annotation.Attribute;
import dev.espalier.model.annotation.Discriminator;
import dev.espalier.model.annotation.Fields;
import dev.espalier.model.annotation.Named;
import dev.espalier.model.annotation.Recommended;
import dev.espalier.model.json.JsonBoolean;
import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.schema.rule.CoreRules;
import dev.espalier.model.schema.value.Constraint;
import dev.espalier.model.schema.value.Field;
import dev.espalier.model.schema.value.ValueChoice;
import dev.espalier.model.schema.value.ValueSchema;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Spells attributes and fields as methods, and objects as nested types. */
final class AnnotatedValues {
  private final Literals literals;
  private final TypeNames types;
  private final Notes notes;
  private final Nested nested;
  private final AnnotatedRules rules;
  private final AnnotatedTuples tuples;
  private final AnnotatedConstraints constraints;

  AnnotatedValues(
      Literals literals,
      TypeNames types,
      Notes notes,
      Nested nested,
      AnnotatedConstraints constraints) {
    this.literals = literals;
    this.types = types;
    this.notes = notes;
    this.nested = nested;
    this.rules = new AnnotatedRules(literals, notes);
    this.tuples = new AnnotatedTuples(literals, types, notes, nested, rules);
    this.constraints = constraints;
  }

  /**
   * A method for a field.
   *
   * @param attribute whether it is an attribute of a node
   */
  String method(Field field, MethodNames methods, String place, boolean attribute) {
    String here = place + " attribute /" + field.name();
    if (field.name().isEmpty()) {
      notes.add(here, "an attribute whose name is empty");
      return "";
    }
    String method = methods.of(field.name(), "value");
    Optional<String> start = field.absent().flatMap(value -> start(field, value));
    if (field.absent().isPresent() && start.isEmpty()) {
      notes.add(here, "absence means " + field.absent().get());
    }
    boolean required = field.presence().equals(Optional.of(CoreRules.ATTRIBUTE_MISSING));
    boolean recommended = field.presence().equals(Optional.of(CoreRules.ATTRIBUTE_RECOMMENDED));
    if (!required && !recommended && field.presence().isPresent()) {
      notes.add(here, "the rule " + field.presence().get().id());
    }
    StringBuilder out = new StringBuilder(Annotations.comment(field.text(), Nested.INDENT));
    if (attribute || !method.equals(field.name())) {
      String name = literals.type(Attribute.class);
      boolean same = method.equals(field.name());
      line(out, "@" + name + (same ? "" : "(" + Literals.quoted(field.name()) + ")"));
    }
    if (recommended) {
      line(out, "@" + literals.type(Recommended.class));
    }
    constraints.annotations(field.value(), here).forEach(one -> line(out, one));
    String type = type(field.value(), field.name(), here);
    if (start.isPresent()) {
      line(out, "default " + type + " " + method + "() {");
      line(out, "  return " + start.get() + ";");
      line(out, "}");
    } else {
      String given = required ? type : literals.type(Optional.class) + "<" + type + ">";
      line(out, given + " " + method + "();");
    }
    return out.toString();
  }

  private static void line(StringBuilder out, String text) {
    out.append(Nested.INDENT).append(text).append('\n');
  }

  /** The Java expression for what absence means, where it comes out as the same value. */
  private Optional<String> start(Field field, JsonValue value) {
    if (field.presence().isPresent() || !(field.value() instanceof ValueSchema.Scalar scalar)) {
      return Optional.empty();
    }
    return switch (scalar.kind()) {
      case STRING ->
          value instanceof JsonString text
              ? Optional.of(Literals.quoted(text.value()))
              : Optional.empty();
      case BOOLEAN ->
          value instanceof JsonBoolean bool ? Optional.of(bool.toString()) : Optional.empty();
      case INTEGER ->
          value instanceof JsonNumber number
                  && number.asLong().isPresent()
                  && Long.toString(number.asLong().getAsLong()).equals(number.text())
              ? Optional.of(number.text() + "L")
              : Optional.empty();
      case NUMBER ->
          value instanceof JsonNumber number
                  && Double.toString(number.toDouble()).equals(number.text())
              ? Optional.of(number.text())
              : Optional.empty();
    };
  }

  /** The type of a value, without the annotations of the value itself. */
  private String type(ValueSchema value, String name, String place) {
    if (!isCore(value)) {
      notes.add(place, ValueWording.of(value) + " under the rule " + ValueWording.rule(value).id());
      return literals.type(JsonValue.class);
    }
    if (value instanceof ValueSchema.Scalar scalar) {
      return switch (scalar.kind()) {
        case STRING -> "String";
        case NUMBER -> "Double";
        case INTEGER -> "Long";
        case BOOLEAN -> "Boolean";
      };
    }
    if (value instanceof ValueSchema.ListOf list) {
      return literals.type(List.class) + "<" + inner(list.element(), name, place) + ">";
    }
    if (value instanceof ValueSchema.MapOf map) {
      return literals.type(Map.class) + "<String, " + inner(map.value(), name, place) + ">";
    }
    if (value instanceof ValueSchema.Obj object) {
      return fields(object, types.of(name), "", "", place);
    }
    if (value instanceof ValueSchema.Tuple tuple && !tuple.elements().isEmpty()) {
      return tuples.add(
          tuple, name, place, (element, component) -> inner(element, component, place));
    }
    if (value instanceof ValueChoice choice && ValueWording.isPlain(choice)) {
      return cases(choice, types.of(name), place);
    }
    if (!(value instanceof ValueSchema.Any)) {
      notes.add(place, ValueWording.of(value));
    }
    return literals.type(JsonValue.class);
  }

  private static boolean isCore(ValueSchema value) {
    return value instanceof ValueSchema.Union
        || ValueWording.rule(value).equals(CoreRules.ATTRIBUTE_TYPE);
  }

  private String inner(ValueSchema value, String name, String place) {
    String here = place + "/*";
    List<String> annotations = constraints.annotations(value, here);
    String type = type(value, name, here);
    return annotations.isEmpty() ? type : String.join(" ", annotations) + " " + type;
  }

  /** Adds the type of an object, and gives its name. */
  private String fields(
      ValueSchema.Obj object, String name, String head, String extending, String place) {
    MethodNames methods = new MethodNames();
    StringBuilder body = new StringBuilder();
    for (Field field : rules.declared(object)) {
      body.append('\n').append(method(field, methods, place, false));
    }
    for (Constraint constraint : object.constraints()) {
      if (constraint instanceof Constraint.Coded coded && coded.rules().size() == 1) {
        body.append('\n').append(rules.valueCheck(coded.rules().get(0), methods, Nested.INDENT));
      } else {
        notes.add(place, "the constraint " + constraint.rules().get(0).id());
      }
    }
    String annotation =
        "@" + literals.type(Fields.class) + (object.open() ? "" : "(closed = true)");
    String kind = extending.isEmpty() ? "interface " : "non-sealed interface ";
    nested.add(
        head + annotation + "\n" + rules.excluded(object),
        kind + name + extending,
        body.toString());
    return name;
  }

  private String cases(ValueChoice choice, String name, String place) {
    StringBuilder permitted = new StringBuilder();
    for (Map.Entry<String, ValueSchema.Obj> one : choice.cases().entrySet()) {
      String type = types.of(one.getKey());
      permitted.append(permitted.isEmpty() ? "" : ", ").append(type);
      String named = "@" + literals.type(Named.class) + "(" + Literals.quoted(one.getKey()) + ")\n";
      fields(one.getValue(), type, named, " extends " + name, place);
    }
    String by = Literals.quoted(choice.by().name());
    nested.add(
        "@" + literals.type(Discriminator.class) + "(" + by + ")\n",
        "sealed interface " + name + " permits " + permitted,
        "");
    return name;
  }
}
