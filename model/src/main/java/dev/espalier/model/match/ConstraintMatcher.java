package dev.espalier.model.match;

import dev.espalier.model.finding.Rule;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.pattern.TextMatcher;
import dev.espalier.model.pattern.TextPattern.Verdict;
import dev.espalier.model.schema.value.Constraint;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A constraint, with a quick way to see that it holds, which is nearly always so. */
final class ConstraintMatcher {
  private final Constraint constraint;
  private final Predicate<JsonValue> quick;

  /** Where the constraint is a pattern, which is not tested twice. */
  private final @Nullable TextMatcher pattern;

  private ConstraintMatcher(Constraint constraint, Predicate<JsonValue> quick) {
    this.constraint = constraint;
    this.quick = quick;
    this.pattern =
        constraint instanceof Constraint.Matches matches ? matches.pattern().matcher() : null;
  }

  static ConstraintMatcher of(Constraint constraint) {
    if (constraint instanceof Constraint.OneOf oneOf) {
      Set<JsonValue> values = oneOf.values().stream().collect(Collectors.toSet());
      return new ConstraintMatcher(constraint, values::contains);
    }
    if (constraint instanceof Constraint.Bounds bounds) {
      return new ConstraintMatcher(constraint, value -> isWithin(bounds, value));
    }
    if (constraint instanceof Constraint.Length length) {
      return new ConstraintMatcher(
          constraint,
          value ->
              value instanceof JsonArray array
                  && array.size() >= length.min()
                  && array.size() <= length.max().orElse(Integer.MAX_VALUE));
    }
    if (constraint instanceof Constraint.Distinct distinct && distinct.field().isEmpty()) {
      return new ConstraintMatcher(
          constraint, value -> value instanceof JsonArray array && Numbers.surelyDiffer(array));
    }
    return new ConstraintMatcher(constraint, value -> false);
  }

  private static boolean isWithin(Constraint.Bounds bounds, JsonValue value) {
    if (!(value instanceof JsonNumber number)) {
      return false;
    }
    OptionalLong small = number.asLong();
    Optional<BigDecimal> exact =
        small.isPresent()
            ? Optional.of(BigDecimal.valueOf(small.getAsLong()))
            : Numbers.exact(number);
    return exact.isPresent() && ConstraintCheck.isWithin(bounds, exact.get());
  }

  /** The rule that a value breaks which does not hold to it. */
  Rule rule() {
    return constraint.rules().get(0);
  }

  /**
   * Holds a value to the constraint, and reports.
   *
   * @param parent what holds the value
   * @param token the name or index at which it is
   * @param here the place of the value, if there is one already
   * @return the place, if there is one now
   */
  @Nullable Place hold(Place parent, Object token, JsonValue value, @Nullable Place here) {
    PatternSteps steps = parent.frame().run().patterns();
    Verdict verdict =
        pattern == null
            ? quick.test(value) ? Verdict.MATCHES : Verdict.DIFFERS
            : value instanceof JsonString text
                ? steps.test(pattern, text.value())
                : Verdict.DIFFERS;
    if (verdict == Verdict.MATCHES) {
      return here;
    }
    Place place = here == null ? parent.child(token, value) : here;
    if (!(constraint instanceof Constraint.Matches matches)) {
      check(place);
    } else if (verdict == Verdict.UNDECIDED && steps.areSpent()) {
      place.frame().run().leave(new PatternSteps.Left(place, matches));
    } else {
      ConstraintCheck.matches(matches, place, verdict);
    }
    return place;
  }

  private void check(Place place) {
    if (constraint instanceof Constraint.Coded coded) {
      GroupRules.guarded(place.frame(), coded.rules(), () -> coded.code().inspect(place));
    } else if (constraint instanceof Constraint.Refers refers) {
      Referring.check(refers, place);
    } else if (constraint instanceof Constraint.EqualsExtent equal) {
      Extents.attribute(equal, place);
    } else if (constraint instanceof Constraint.NamesDimension named) {
      Referring.dimension(named, place);
    } else {
      ConstraintCheck.check(constraint, place);
    }
  }
}
