package dev.espalier.model.match;

import dev.espalier.model.finding.Level;
import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.json.JsonValue;
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
            : List.of(((ValueSchema.Choice) schema).by());
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
