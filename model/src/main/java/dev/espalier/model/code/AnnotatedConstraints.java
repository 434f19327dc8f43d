package dev.espalier.model.code;

import dev.espalier.model.annotation.value.Above;
import dev.espalier.model.annotation.value.AtLeast;
import dev.espalier.model.annotation.value.AtMost;
import dev.espalier.model.annotation.value.Between;
import dev.espalier.model.annotation.value.Distinct;
import dev.espalier.model.annotation.value.EqualTo;
import dev.espalier.model.annotation.value.Matching;
import dev.espalier.model.annotation.value.NamesDimension;
import dev.espalier.model.annotation.value.OneOf;
import dev.espalier.model.annotation.value.RefersTo;
import dev.espalier.model.annotation.value.Sized;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.schema.rule.CoreRules;
import dev.espalier.model.schema.value.Constraint;
import dev.espalier.model.schema.value.ValueSchema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Spells constraints on values as annotations. */
final class AnnotatedConstraints {
  private final Literals literals;
  private final Notes notes;
  private final Function<String, Optional<String>> definitions;

  /**
   * Starts.
   *
   * @param definitions the type of a definition, if it has one
   */
  AnnotatedConstraints(
      Literals literals, Notes notes, Function<String, Optional<String>> definitions) {
    this.literals = literals;
    this.notes = notes;
    this.definitions = definitions;
  }

  /** The annotations of a value itself; those of its elements stand inside its type. */
  List<String> annotations(ValueSchema value, String place) {
    if (value instanceof ValueSchema.Obj || value instanceof ValueSchema.Tuple) {
      return List.of(); // checked by methods of its type
    }
    List<String> lines = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Constraint constraint : value.constraints()) {
      Optional<String> spelled =
          CoreRules.all().containsAll(constraint.rules())
              ? spelled(value, constraint)
              : Optional.empty();
      String name = spelled.map(text -> text.substring(0, text.indexOf('('))).orElse("");
      if (spelled.isPresent() && seen.add(name)) {
        lines.add(spelled.get());
      } else {
        notes.add(place, "the constraint " + constraint.rules().get(0).id());
      }
    }
    return lines;
  }

  private Optional<String> spelled(ValueSchema value, Constraint constraint) {
    if (value instanceof ValueSchema.ListOf) {
      return ofList(constraint);
    }
    if (!(value instanceof ValueSchema.Scalar scalar)) {
      return Optional.empty();
    }
    return switch (scalar.kind()) {
      case STRING -> ofText(constraint);
      case INTEGER ->
          constraint instanceof Constraint.EqualsExtent equal
              ? ofExtent(equal)
              : ofNumber(constraint);
      case NUMBER -> ofNumber(constraint);
      case BOOLEAN -> Optional.empty();
    };
  }

  private Optional<String> annotation(Class<?> type, String parts) {
    return Optional.of("@" + literals.type(type) + "(" + parts + ")");
  }

  private Optional<String> ofList(Constraint constraint) {
    if (constraint instanceof Constraint.Length length) {
      String max = length.max().isPresent() ? ", max = " + length.max().getAsInt() : "";
      return annotation(Sized.class, "min = " + length.min() + max);
    }
    return constraint instanceof Constraint.Distinct distinct
            && !distinct.field().equals(Optional.of(""))
        ? annotation(Distinct.class, distinct.field().map(Literals::quoted).orElse(""))
        : Optional.empty();
  }

  private Optional<String> ofText(Constraint constraint) {
    if (constraint instanceof Constraint.OneOf few) {
      List<String> texts =
          few.values().stream()
              .filter(JsonString.class::isInstance)
              .map(text -> Literals.quoted(((JsonString) text).value()))
              .toList();
      return texts.size() < few.values().size() || texts.isEmpty()
          ? Optional.empty()
          : annotation(
              OneOf.class,
              texts.size() == 1
                  ? texts.get(0)
                  : texts.stream().collect(Collectors.joining(", ", "{", "}")));
    }
    if (constraint instanceof Constraint.Matches matches) {
      return annotation(
          Matching.class,
          "value = "
              + Literals.quoted(matches.pattern().regex())
              + ", words = "
              + Literals.quoted(matches.words()));
    }
    if (constraint instanceof Constraint.Refers refers) {
      return definitions
          .apply(refers.target())
          .flatMap(type -> annotation(RefersTo.class, type + ".class"));
    }
    return constraint instanceof Constraint.NamesDimension named
        ? annotation(NamesDimension.class, Literals.quoted(named.symbol()))
        : Optional.empty();
  }

  private Optional<String> ofExtent(Constraint.EqualsExtent equal) {
    return ExtentCode.isParsed(equal.extent())
        ? annotation(EqualTo.class, Literals.quoted(equal.extent().toString()))
        : Optional.empty();
  }

  private Optional<String> ofNumber(Constraint constraint) {
    if (!(constraint instanceof Constraint.Bounds bounds)
        || !isDouble(bounds.min())
        || !isDouble(bounds.max())
        || !bounds.maxIncluded()) {
      return Optional.empty();
    }
    Optional<String> min = bounds.min().map(AnnotatedConstraints::number);
    Optional<String> max = bounds.max().map(AnnotatedConstraints::number);
    if (min.isPresent() && max.isPresent()) {
      return bounds.minIncluded()
          ? annotation(Between.class, "min = " + min.get() + ", max = " + max.get())
          : Optional.empty();
    }
    if (min.isPresent()) {
      return annotation(bounds.minIncluded() ? AtLeast.class : Above.class, min.get());
    }
    return max.flatMap(most -> annotation(AtMost.class, most));
  }

  /** Whether a bound is the same number as a double. */
  private static boolean isDouble(Optional<BigDecimal> bound) {
    if (bound.isEmpty()) {
      return true;
    }
    double number = bound.get().doubleValue();
    return Double.isFinite(number) && BigDecimal.valueOf(number).compareTo(bound.get()) == 0;
  }

  private static String number(BigDecimal bound) {
    return Double.toString(bound.doubleValue());
  }
}
