package dev.espalier.model.match;

import dev.espalier.model.edit.AttributeEdit;
import dev.espalier.model.edit.Edit;
import dev.espalier.model.edit.RemoveAttribute;
import dev.espalier.model.edit.RenameAttribute;
import dev.espalier.model.edit.SetAttribute;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.schema.rule.CoreRules;
import dev.espalier.model.schema.value.Constraint;
import dev.espalier.model.schema.value.Field;
import dev.espalier.model.schema.value.Part;
import dev.espalier.model.schema.value.ValueSchema;
import dev.espalier.model.schema.value.ValueWords;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reports what is wrong with the kind and the presence of values. */
final class ValueMessages {
  private ValueMessages() {}

  static void wrongKind(Rule rule, ValueSchema schema, Part part) {
    String expected = ValueWords.describe(schema);
    boolean wrongLength = schema instanceof ValueSchema.Tuple && part.value() instanceof JsonArray;
    String trouble =
        wrongLength
            ? " has "
                + Wording.elements(part.elements().size())
                + ", not "
                + ((ValueSchema.Tuple) schema).elements().size()
            : " is " + article(part.value()) + ", not " + kindOf(schema);
    Optional<JsonValue> meant = Spelling.meant(schema, part);
    part.report(
        rule,
        finding ->
            finding
                .message(part.words() + trouble)
                .expected(expected)
                .found(Wording.show(part.value()))
                .fix("write " + meant.map(Wording::show).orElse(expected))
                .addAllEdits(
                    meant.stream()
                        .flatMap(
                            value ->
                                AttributeEdit.insideAttributes(part.pointer()).stream()
                                    .map(place -> new SetAttribute(part.node(), place, value)))
                        .toList()));
  }

  static void missing(Rule rule, Field field, Optional<String> misspelt, Place object) {
    String expected = ValueWords.describe(field.value());
    object
        .absent(field.name())
        .report(
            rule,
            finding ->
                finding
                    .message(holder(object) + " has no " + named(object, field.name()))
                    .expected("\"" + field.name() + "\": " + expected)
                    .found(misspelt.map(name -> "\"" + name + "\"").orElse("nothing"))
                    .fix(
                        misspelt
                            .map(name -> "rename \"" + name + "\" to \"" + field.name() + "\"")
                            .orElse("add \"" + field.name() + "\": " + expected))
                    .addAllEdits(
                        misspelt
                            .map(name -> renaming(object, name, field.name()))
                            .orElseGet(() -> adding(object, field))
                            .toList()));
  }

  private static Stream<Edit> removing(Part object, String name) {
    return AttributeEdit.insideAttributes(object.pointer().child(name)).stream()
        .map(place -> new RemoveAttribute(object.node(), place));
  }

  /** What goes without saying can be said: a default, or the only value that is right. */
  private static Stream<Edit> adding(Part object, Field field) {
    Optional<JsonValue> value =
        field
            .absent()
            .or(
                () ->
                    field.value().constraints().stream()
                        .filter(c -> c instanceof Constraint.OneOf one && one.values().size() == 1)
                        .map(c -> ((Constraint.OneOf) c).values().get(0))
                        .findFirst());
    return AttributeEdit.insideAttributes(object.pointer().child(field.name())).stream()
        .flatMap(place -> value.stream().map(v -> new SetAttribute(object.node(), place, v)));
  }

  private static Stream<Edit> renaming(Part object, String name, String meant) {
    return AttributeEdit.insideAttributes(object.pointer().child(name)).stream()
        .map(place -> new RenameAttribute(object.node(), place, meant));
  }

  /**
   * A member whose name is nearly that of one that may be absent. What is merely near may be
   * something else, and is not renamed unseen.
   */
  static void misspelt(Place object, String name, Field meant, boolean open, boolean surely) {
    object
        .absent(name)
        .report(
            open ? CoreRules.ATTRIBUTE_MISSPELT : CoreRules.ATTRIBUTE_UNDECLARED,
            finding ->
                finding
                    .message(
                        (isNode(object) ? "the attribute " : "")
                            + "\""
                            + name
                            + "\" of "
                            + holder(object)
                            + " is not declared; \""
                            + meant.name()
                            + "\" is")
                    .expected("\"" + meant.name() + "\": " + ValueWords.describe(meant.value()))
                    .found("\"" + name + "\"")
                    .fix(
                        "rename \""
                            + name
                            + "\" to \""
                            + meant.name()
                            + "\""
                            + (surely ? "" : ", or remove it"))
                    .addAllEdits(
                        surely ? renaming(object, name, meant.name()).toList() : List.of()));
  }

  /** A member of a closed object that is not declared. */
  static void undeclared(Place object, String name, Set<String> declared) {
    String known =
        declared.stream().sorted().map(n -> "\"" + n + "\"").collect(Collectors.joining(", "));
    object
        .absent(name)
        .report(
            CoreRules.ATTRIBUTE_UNDECLARED,
            finding ->
                finding
                    .message(
                        holder(object)
                            + (isNode(object) ? " may not have " : " may not hold ")
                            + (isNode(object) ? "an " : "")
                            + named(object, name))
                    .expected(known.isEmpty() ? "nothing" : "only " + known)
                    .found("\"" + name + "\"")
                    .fix("remove \"" + name + "\"")
                    .addAllEdits(removing(object, name).toList()));
  }

  /** What has the members of an object: a node, or a value among its attributes. */
  private static String holder(Part object) {
    return isNode(object) ? object.node().toString() : object.words();
  }

  private static boolean isNode(Part object) {
    return object.pointer().tokens().size() == 1;
  }

  private static String named(Part object, String name) {
    return (isNode(object) ? "attribute \"" : "\"") + name + "\"";
  }

  private static String kindOf(ValueSchema schema) {
    return schema instanceof ValueSchema.Scalar scalar
        ? scalar.kind().toString()
        : schema instanceof ValueSchema.ListOf
            ? "a list"
            : schema instanceof ValueSchema.Tuple || schema instanceof ValueSchema.Union
                ? ValueWords.describe(schema)
                : "an object";
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
}
