package dev.espalier.model.evolve;

import dev.espalier.model.finding.Rule;
import dev.espalier.model.schema.NodeSchema;
import dev.espalier.model.schema.value.Constraint;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares the constraints on a value of one kind. */
final class ConstraintDiff {
  private final Comparison comparison;
  private final Spot spot;

  private ConstraintDiff(Comparison comparison, Spot spot) {
    this.comparison = comparison;
    this.spot = spot;
  }

  static void compare(
      Comparison comparison, Spot spot, List<Constraint> older, List<Constraint> newer) {
    ConstraintDiff diff = new ConstraintDiff(comparison, spot);
    List<Constraint> left = new ArrayList<>(older);
    List<Constraint> changed = new ArrayList<>();
    for (Constraint constraint : newer) {
      Optional<Constraint> same =
          left.stream().filter(other -> diff.isSame(other, constraint)).findFirst();
      if (same.isPresent()) {
        left.remove(same.get());
      } else {
        changed.add(constraint);
      }
    }
    for (Constraint constraint : changed) {
      Optional<Constraint> counterpart =
          left.stream().filter(other -> isCounterpart(other, constraint)).findFirst();
      if (counterpart.isPresent()) {
        left.remove(counterpart.get());
        diff.changed(counterpart.get(), constraint);
      } else {
        constraint
            .rules()
            .forEach(r -> comparison.narrowed(spot, "a constraint was added: " + r.id(), r));
      }
    }
    for (Constraint constraint : left) {
      constraint
          .rules()
          .forEach(r -> comparison.widened(spot, "a constraint was removed: " + r.id(), r));
    }
  }

  /** Whether constraints are equal but for names: of symbols, and of definitions that are alike. */
  private boolean isSame(Constraint older, Constraint newer) {
    if (older instanceof Constraint.EqualsExtent one
        && newer instanceof Constraint.EqualsExtent other) {
      return one.rule().equals(other.rule())
          && ExtentDiff.isSame(comparison, spot, one.extent(), other.extent());
    }
    if (older instanceof Constraint.NamesDimension one
        && newer instanceof Constraint.NamesDimension other
        && one.rule().equals(other.rule())) {
      comparison.symbols().pair(comparison, spot, one.symbol(), other.symbol());
      return true;
    }
    return older.equals(newer) && !(older instanceof Constraint.Refers);
  }

  private static boolean isCounterpart(Constraint older, Constraint newer) {
    if (older instanceof Constraint.Coded one && newer instanceof Constraint.Coded other) {
      return one.rules().stream()
          .map(Rule::id)
          .toList()
          .equals(other.rules().stream().map(Rule::id).toList());
    }
    if (older instanceof Constraint.Counted one && newer instanceof Constraint.Counted other) {
      return one.selector().equals(other.selector());
    }
    return older.getClass() == newer.getClass();
  }

  private void changed(Constraint older, Constraint newer) {
    for (int i = 0; i < newer.rules().size(); i++) {
      comparison.rule(spot, "a constraint", older.rules().get(i), newer.rules().get(i));
    }
    Rule before = older.rules().get(0);
    Rule after = newer.rules().get(0);
    if (older instanceof Constraint.Refers one && newer instanceof Constraint.Refers other) {
      refers(one, other);
    } else if (older instanceof Constraint.OneOf one && newer instanceof Constraint.OneOf other) {
      judge(
          "the values " + one.values() + " became " + other.values(),
          !other.values().containsAll(one.values()),
          !one.values().containsAll(other.values()),
          before,
          after);
    } else if (older instanceof Constraint.Bounds one && newer instanceof Constraint.Bounds other) {
      judge(
          "the range " + spelled(one) + " became " + spelled(other),
          !includes(other, one),
          !includes(one, other),
          before,
          after);
    } else if (older instanceof Constraint.Length one && newer instanceof Constraint.Length other) {
      int most = one.max().orElse(Integer.MAX_VALUE);
      int mostNow = other.max().orElse(Integer.MAX_VALUE);
      judge(
          "the length "
              + one.min()
              + ".."
              + end(one)
              + " became "
              + other.min()
              + ".."
              + end(other),
          other.min() > one.min() || mostNow < most,
          other.min() < one.min() || mostNow > most,
          before,
          after);
    } else if (older instanceof Constraint.Counted one
        && newer instanceof Constraint.Counted other) {
      judge(
          "the number of elements of one sort changed",
          other.min() > one.min() || other.max() < one.max(),
          other.min() < one.min() || other.max() > one.max(),
          before,
          after);
    } else if (!(older instanceof Constraint.Coded) && !sameButRule(older, newer)) {
      comparison.narrowed(spot, "a constraint changed: " + after.id(), after);
    }
  }

  private void judge(String what, boolean fewer, boolean more, Rule before, Rule after) {
    if (fewer) {
      comparison.narrowed(spot, what, after);
    } else if (more) {
      comparison.widened(spot, what, before);
    }
  }

  private static String end(Constraint.Length length) {
    return length.max().isPresent() ? Integer.toString(length.max().getAsInt()) : "";
  }

  /** A range as mathematics writes it: {@code [0, 9)}. */
  private static String spelled(Constraint.Bounds bounds) {
    return (bounds.min().isPresent() && bounds.minIncluded() ? "[" : "(")
        + bounds.min().map(BigDecimal::toString).orElse("-inf")
        + ", "
        + bounds.max().map(BigDecimal::toString).orElse("inf")
        + (bounds.max().isPresent() && bounds.maxIncluded() ? "]" : ")");
  }

  private void refers(Constraint.Refers older, Constraint.Refers newer) {
    Spot target = new Spot("#" + newer.target(), 0, "");
    NodeDiff.compare(
        comparison,
        target,
        new NodeSchema.Reference(older.target()),
        new NodeSchema.Reference(newer.target()));
  }

  private static boolean sameButRule(Constraint older, Constraint newer) {
    if (older instanceof Constraint.Matches one && newer instanceof Constraint.Matches other) {
      return one.pattern().equals(other.pattern());
    }
    if (older instanceof Constraint.Distinct one && newer instanceof Constraint.Distinct other) {
      return one.field().equals(other.field());
    }
    return older instanceof Constraint.NamesDimension;
  }

  private static boolean includes(Constraint.Bounds outer, Constraint.Bounds inner) {
    return reaches(outer.min(), outer.minIncluded(), inner.min(), inner.minIncluded(), -1)
        && reaches(outer.max(), outer.maxIncluded(), inner.max(), inner.maxIncluded(), 1);
  }

  /** Whether a bound is as far out as another, in the direction of the sign. */
  private static boolean reaches(
      Optional<BigDecimal> outer,
      boolean outerIncluded,
      Optional<BigDecimal> inner,
      boolean innerIncluded,
      int sign) {
    if (outer.isEmpty() || inner.isEmpty()) {
      return outer.isEmpty();
    }
    int order = outer.get().compareTo(inner.get()) * sign;
    return order > 0 || (order == 0 && (outerIncluded || !innerIncluded));
  }
}
