package dev.espalier.model.schema.value;

import dev.espalier.model.finding.Level;
import dev.espalier.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Words for schemas of values, as messages and documentation use them. */
public final class ValueWords {
  private static final int LONGEST = 80;
  private static final int MOST_LISTED = 12;

  private ValueWords() {}

  /** A value as JSON, shortened. */
  public static String show(JsonValue value) {
    String text = value.toString();
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
  }

  /** What a value has to be. */
  public static String describe(ValueSchema schema) {
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
          + tuple.elements().stream().map(ValueWords::describe).collect(Collectors.joining(", "));
    }
    if (schema instanceof ValueSchema.Union union) {
      return union.alternatives().stream()
          .map(ValueWords::describe)
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

  /** The values that are right, or the first of them where they are many. */
  public static String oneOf(List<JsonValue> values) {
    return listed(values, MOST_LISTED);
  }

  private static String listed(List<JsonValue> values, int most) {
    String listed =
        values.stream().limit(most).map(ValueWords::show).collect(Collectors.joining(", "));
    return values.size() == 1 ? listed : "one of " + listed + (values.size() > most ? ", ..." : "");
  }

  /** The bounds of a number: {@code of at least 0}, {@code from -90 to 90}, {@code above 0}. */
  public static String bounds(Constraint.Bounds bounds) {
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
  public static String between(int min, int max) {
    if (min == max) {
      return Integer.toString(min);
    }
    return min == 0 ? "at most " + max : min + (max == min + 1 ? " or " : " to ") + max;
  }

  /**
   * What a value has to be, with all that data says about it: {@code a list of numbers, 2 or 3
   * elements, no two alike}.
   */
  public static String describeWhole(ValueSchema schema) {
    List<String> parts = new ArrayList<>();
    parts.add(
        schema.constraints().stream()
            .filter(Constraint.OneOf.class::isInstance)
            .map(constraint -> ((Constraint.OneOf) constraint).values())
            .map(values -> listed(values, values.size()))
            .findFirst()
            .orElseGet(() -> describe(schema)));
    for (Constraint constraint : schema.constraints()) {
      constraint(constraint).ifPresent(parts::add);
    }
    if (schema instanceof ValueSchema.ListOf list) {
      String elements =
          list.element().constraints().stream()
              .flatMap(one -> constraint(one).stream())
              .collect(Collectors.joining(", "));
      if (!elements.isEmpty()) {
        parts.add("each of them " + elements);
      }
    }
    if (schema instanceof ValueSchema.MapOf map) {
      parts.add("each member of which is " + describeWhole(map.value()));
    }
    return String.join(", ", parts);
  }

  private static Optional<String> constraint(Constraint constraint) {
    if (constraint instanceof Constraint.Matches matches) {
      return Optional.of(matches.words());
    }
    if (constraint instanceof Constraint.Bounds bounds) {
      return Optional.of(bounds(bounds));
    }
    if (constraint instanceof Constraint.Length length) {
      String count =
          length.max().isPresent()
              ? between(length.min(), length.max().getAsInt())
              : "at least " + length.min();
      return Optional.of(
          count + (count.endsWith(" 1") || count.equals("1") ? " element" : " elements"));
    }
    if (constraint instanceof Constraint.Distinct distinct) {
      return Optional.of(
          "no two " + distinct.field().map(f -> "of one \"" + f + "\"").orElse("alike"));
    }
    if (constraint instanceof Constraint.Counted counted) {
      return Optional.of(
          between(counted.min(), counted.max()) + " " + selected(counted.selector()));
    }
    if (constraint instanceof Constraint.Refers refers) {
      return Optional.of("the path of a node that fits \"" + refers.target() + "\"");
    }
    if (constraint instanceof Constraint.EqualsExtent equal) {
      return Optional.of("equal to the extent " + equal.extent());
    }
    return constraint instanceof Constraint.NamesDimension named
        ? Optional.of("the name of a dimension, whose extent is " + named.symbol())
        : Optional.empty();
  }

  /** What is selected: {@code of type space or time, or without}. */
  public static String selected(Selector selector) {
    return "of "
        + selector.field()
        + " "
        + String.join(" or ", selector.texts())
        + (selector.orAbsent() ? " or without" : "");
  }
}
