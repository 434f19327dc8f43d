package dev.espalier.model.match;

import dev.espalier.model.finding.Level;
import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.schema.value.Constraint;
import dev.espalier.model.schema.value.Field;
import dev.espalier.model.schema.value.ValueChoice;
import dev.espalier.model.schema.value.ValueSchema;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Words for schemas and values in messages. */
final class Wording {
  private static final int LONGEST = 80;
  private static final int MOST_LISTED = 12;

  private Wording() {}

  /** A value as JSON, shortened. */
  static String show(JsonValue value) {
    String text = value.toString();
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
  }

  /** What a pointer leads to: {@code "name"}, {@code element 2 of "axes"}. */
  static String place(JsonPointer pointer) {
    List<String> tokens = pointer.tokens();
    if (tokens.isEmpty()) {
      return "the document";
    }
    String last = tokens.get(tokens.size() - 1);
    return tokens.size() > 1 && last.matches("[0-9]+")
        ? "element " + last + " of " + place(new JsonPointer(tokens.subList(0, tokens.size() - 1)))
        : "\"" + last + "\"";
  }

  /** What a value has to be. */
  static String describe(ValueSchema schema) {
    Optional<String> values =
        schema.constraints().stream()
            .filter(Constraint.OneOf.class::isInstance)
            .map(constraint -> oneOf(((Constraint.OneOf) constraint).values()))
            .findFirst();
    if (values.isPresent()) {
      return values.get();
    }
    if (schema instanceof ValueSchema.Scalar scalar) {
      return scalar.kind().toString();
    }
    if (schema instanceof ValueSchema.ListOf list) {
      return "a list of " + plural(list.element());
    }
    if (schema instanceof ValueSchema.Tuple tuple) {
      return "a list of "
          + tuple.elements().size()
          + ": "
          + tuple.elements().stream().map(Wording::describe).collect(Collectors.joining(", "));
    }
    if (schema instanceof ValueSchema.Union union) {
      return union.alternatives().stream()
          .map(Wording::describe)
          .collect(Collectors.joining(" or "));
    }
    return schema instanceof ValueSchema.Any any ? any.words() : "an object" + membersOf(schema);
  }

  private static String plural(ValueSchema element) {
    if (element instanceof ValueSchema.Scalar scalar) {
      return scalar.kind().plural();
    }
    return element instanceof ValueSchema.ListOf
        ? "lists"
        : element instanceof ValueSchema.Any ? "values" : "objects";
  }

  private static String membersOf(ValueSchema schema) {
    List<Field> fields =
        schema instanceof ValueSchema.Obj object
            ? object.fields()
            : schema instanceof ValueChoice choice ? List.of(choice.by()) : List.of();
    String names =
        fields.stream()
            .filter(
                field -> field.presence().filter(rule -> rule.level() == Level.MUST).isPresent())
            .map(field -> "\"" + field.name() + "\"")
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "" : " with " + names;
  }

  /** The values that are right. */
  static String oneOf(List<JsonValue> values) {
    String listed =
        values.stream().limit(MOST_LISTED).map(Wording::show).collect(Collectors.joining(", "));
    return values.size() == 1
        ? listed
        : "one of " + listed + (values.size() > MOST_LISTED ? ", ..." : "");
  }

  /** The bounds of a number: {@code of at least 0}, {@code from -90 to 90}, {@code above 0}. */
  static String bounds(Constraint.Bounds bounds) {
    String above =
        bounds
            .min()
            .map(min -> (bounds.minIncluded() ? "of at least " : "above ") + min)
            .orElse("");
    String below =
        bounds.max().map(max -> (bounds.maxIncluded() ? "of at most " : "below ") + max).orElse("");
    if (bounds.min().isPresent()
        && bounds.max().isPresent()
        && bounds.minIncluded()
        && bounds.maxIncluded()) {
      return "from " + bounds.min().get() + " to " + bounds.max().get();
    }
    return above.isEmpty() || below.isEmpty() ? above + below : above + " and " + below;
  }

  /** A number of things between bounds. */
  static String between(int min, int max) {
    if (min == max) {
      return Integer.toString(min);
    }
    return min == 0 ? "at most " + max : min + (max == min + 1 ? " or " : " to ") + max;
  }

  /** So many elements. */
  static String elements(int count) {
    return count + (count == 1 ? " element" : " elements");
  }
}
