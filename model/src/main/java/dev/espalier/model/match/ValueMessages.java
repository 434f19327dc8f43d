package dev.espalier.model.match;

import dev.espalier.model.edit.AttributeEdit;
import dev.espalier.model.edit.Edit;
import dev.espalier.model.edit.RenameAttribute;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.NodeSpec;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reports what is wrong with the kind and the presence of values. */
final class ValueMessages {
  private ValueMessages() {}

  static void wrongKind(Rule rule, ValueSchema schema, Part part) {
    String expected = Wording.describe(schema);
    part.report(
        rule,
        finding ->
            finding
                .message(
                    Wording.place(part.pointer())
                        + " is "
                        + article(part.value())
                        + ", not "
                        + kindOf(schema))
                .expected(expected)
                .found(Wording.show(part.value()))
                .fix("replace it by " + expected));
  }

  static void missing(Rule rule, Field field, List<Field> siblings, Part object) {
    String expected = Wording.describe(field.value());
    Optional<String> misspelt = misspelling(field, siblings, object);
    object
        .absent(field.name())
        .report(
            rule,
            finding ->
                finding
                    .message(Wording.place(object.pointer()) + " has no \"" + field.name() + "\"")
                    .expected("\"" + field.name() + "\": " + expected)
                    .found(misspelt.map(name -> "\"" + name + "\"").orElse("nothing"))
                    .fix(
                        misspelt
                            .map(name -> "rename \"" + name + "\" to \"" + field.name() + "\"")
                            .orElse("add \"" + field.name() + "\": " + expected))
                    .addAllEdits(
                        misspelt.stream()
                            .flatMap(name -> renaming(object, name, field.name()))
                            .toList()));
  }

  private static Stream<Edit> renaming(Part object, String name, String meant) {
    return AttributeEdit.insideAttributes(object.pointer().child(name)).stream()
        .map(place -> new RenameAttribute(object.node(), place, meant));
  }

  static void leadsNowhere(Constraint.Refers refers, Part part, NodeSpec hierarchy) {
    String kind = refers.target() instanceof NodeSchema.Group ? "group" : "array";
    part.report(
        refers.rule(),
        finding ->
            finding
                .message("there is no " + kind + " at " + Wording.show(part.value()))
                .expected("the path of an existing " + kind + ", relative to " + part.node())
                .found(Reference.whatIsThere(hierarchy, part))
                .fix("correct the path, or write the " + kind));
  }

  private static String kindOf(ValueSchema schema) {
    return schema instanceof ValueSchema.Scalar scalar
        ? scalar.kind().toString()
        : schema instanceof ValueSchema.ListOf ? "a list" : "an object";
  }

  private static String article(JsonValue value) {
    return switch (value.typeName()) {
      case "null" -> "null";
      case "array" -> "a list";
      case "boolean" -> "true or false";
      case "object" -> "an object";
      case "integer", "number" -> "the number " + Wording.show(value);
      default -> "the string " + Wording.show(value);
    };
  }

  /** A member that no field declares and whose name is nearly the one that is missing. */
  private static Optional<String> misspelling(Field field, List<Field> siblings, Part object) {
    Set<String> declared = siblings.stream().map(Field::name).collect(Collectors.toSet());
    return object.value() instanceof JsonObject members
        ? members.members().keySet().stream()
            .filter(name -> !declared.contains(name) && NearMiss.isNear(name, field.name()))
            .findFirst()
        : Optional.empty();
  }
}
