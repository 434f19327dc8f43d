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

  /** What a value has to be, as far as a few words can tell. */
  public static String describe(ValueSchema schema) {
    return describe(schema, true);
  }

  private static String describe(ValueSchema schema, boolean bounded) {
    Optional<String> values =
        schema.constraints().stream()
            .filter(Constraint.OneOf.class::isInstance)
            .map(constraint -> oneOf(((Constraint.OneOf) constraint).values()))
            .findFirst();
    if (values.isPresent()) {
      return values.get();
    }
    if (schema instanceof ValueSchema.Scalar scalar) {
      return bounded ? bounded(scalar) : scalar.kind().toString();
    }
    if (schema instanceof ValueSchema.ListOf list) {
      return bounded
          ? "a list of " + length(list) + plural(list.element()) + fieldsOf(list.element())
          : "a list of " + plural(list.element());
    }
    if (schema instanceof ValueSchema.Tuple tuple) {
      if (tuple.elements().isEmpty()) {
        return "an empty list";
      }
      return "a list of "
          + tuple.elements().size()
          + ": "
          + tuple.elements().stream()
              .map(one -> describe(one, bounded))
              .collect(Collectors.joining(", "));
    }
    if (schema instanceof ValueSchema.Union union) {
      return union.alternatives().stream()
          .map(one -> describe(one, bounded))
          .collect(Collectors.joining(" or "));
    }
    return schema instanceof ValueSchema.Any any ? any.words() : "an object" + membersOf(schema);
  }

  /** A scalar within its bounds, or in the words of its pattern. */
  private static String bounded(ValueSchema.Scalar scalar) {
    String words = scalar.kind().toString();
    for (Constraint constraint : scalar.constraints()) {
      if (constraint instanceof Constraint.Matches matches) {
        return matches.words();
      }
      if (constraint instanceof Constraint.Bounds bounds) {
        words = scalar.kind() + " " + bounds(bounds);
      }
    }
    return words;
  }

  /** How many elements a list has, where that is declared: {@code "1 to 5 "}. */
  private static String length(ValueSchema.ListOf list) {
    for (Constraint constraint : list.constraints()) {
      if (constraint instanceof Constraint.Length length) {
        if (length.max().isPresent()) {
          int max = length.max().getAsInt();
          return max == 1 ? "" : between(length.min(), max) + " ";
        }
        return length.min() == 1 ? "one or more " : "at least " + length.min() + " ";
      }
    }
    return "";
  }

  private static String plural(ValueSchema element) {
    if (element instanceof ValueSchema.Scalar scalar) {
      return scalar.kind().plural();
    }
    return element instanceof ValueSchema.ListOf
        ? "lists"
        : element instanceof ValueSchema.Any ? "values" : "objects";
  }

  private static String fieldsOf(ValueSchema element) {
    return element instanceof ValueSchema.Obj || element instanceof ValueChoice
        ? membersOf(element)
        : "";
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
            .orElseGet(() -> describe(schema, false)));
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

  /** What is selected: {@code of type "space" or "time", or without one}. */
  public static String selected(Selector selector) {
    return "of "
        + selector.field()
        + " "
        + selector.texts().stream()
            .map(text -> JsonValue.of(text).toString())
            .collect(Collectors.joining(" or "))
        + (selector.orAbsent() ? ", or without one" : "");
  }
}
