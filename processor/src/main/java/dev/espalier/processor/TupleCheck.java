package dev.espalier.processor;

import dev.espalier.processor.Property.Presence;
import java.util.List;
import javax.lang.model.element.TypeElement;

/** Finds records that say they are lists, and say more than a list can hold. */
final class TupleCheck {
  private final Problems problems;

  TupleCheck(Problems problems) {
    this.problems = problems;
  }

  void check(TypeElement type, List<Property> elements) {
    String name = type.getSimpleName().toString();
    if (type.getRecordComponents().isEmpty()) {
      problems.report(type, name + ": a @Tuple without elements says nothing; give it components");
    }
    for (String annotation : List.of("Fields", "rule.Excludes")) {
      if (Mirrors.has(type, annotation)) {
        problems.report(
            type,
            name
                + " is a list by @Tuple, which has no fields; remove @"
                + annotation.substring(annotation.indexOf('.') + 1)
                + " or @Tuple");
      }
    }
    for (Property element : elements) {
      String here = Problems.nameOf(element.method());
      if (element.presence() != Presence.REQUIRED) {
        problems.report(
            element.method(),
            here
                + ": every element of a @Tuple is there, or the others would change their places;"
                + " make it no Optional");
      }
      if (Mirrors.has(element.method(), "Attribute")) {
        problems.report(
            element.method(),
            here + ": elements of a @Tuple have a place and no name; remove @Attribute");
      }
    }
  }
}
