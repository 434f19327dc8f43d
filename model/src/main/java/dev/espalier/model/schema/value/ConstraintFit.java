package dev.espalier.model.schema.value;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Tells which constraints are about which values; one about others would hold of nothing. */
enum ConstraintFit {
  TEXT("texts"),
  NUMBER("numbers"),
  LIST("lists"),
  OTHER("other values");

  private final String words;

  ConstraintFit(String words) {
    this.words = words;
  }

  /** A copy of the constraints on a value of one kind, each of which is about that kind. */
  static List<Constraint> copyOf(ValueSchema.Kind kind, List<Constraint> constraints) {
    ConstraintFit fit =
        switch (kind) {
          case STRING -> TEXT;
          case NUMBER, INTEGER -> NUMBER;
          case BOOLEAN -> OTHER;
        };
    return fit.copyOf(kind.toString(), constraints);
  }

  /**
   * A copy of the constraints on values of this sort.
   *
   * @param what the value in words
   * @throws IllegalArgumentException if one is about values of another sort
   */
  List<Constraint> copyOf(String what, List<Constraint> constraints) {
    for (Constraint constraint : constraints) {
      Set<ConstraintFit> fits = fits(constraint);
      if (!fits.contains(this)) {
        throw new IllegalArgumentException(
            word(constraint) + " is about " + fits.iterator().next().words + ", not about " + what);
      }
    }
    return List.copyOf(constraints);
  }

  private static Set<ConstraintFit> fits(Constraint constraint) {
    if (constraint instanceof Constraint.Matches
        || constraint instanceof Constraint.Refers
        || constraint instanceof Constraint.NamesDimension) {
      return EnumSet.of(TEXT);
    }
    if (constraint instanceof Constraint.Bounds || constraint instanceof Constraint.EqualsExtent) {
      return EnumSet.of(NUMBER);
    }
    if (constraint instanceof Constraint.Length
        || constraint instanceof Constraint.Distinct
        || constraint instanceof Constraint.Counted) {
      return EnumSet.of(LIST);
    }
    return EnumSet.allOf(ConstraintFit.class);
  }

  private static String word(Constraint constraint) {
    if (constraint instanceof Constraint.Matches) {
      return "a pattern";
    }
    if (constraint instanceof Constraint.Refers) {
      return "the path of a node";
    }
    if (constraint instanceof Constraint.NamesDimension) {
      return "the name of a dimension";
    }
    if (constraint instanceof Constraint.Bounds) {
      return "a range";
    }
    if (constraint instanceof Constraint.EqualsExtent) {
      return "an extent";
    }
    if (constraint instanceof Constraint.Length) {
      return "a number of elements";
    }
    return constraint instanceof Constraint.Distinct
        ? "having no equal elements"
        : "a number of elements of one sort";
  }
}
