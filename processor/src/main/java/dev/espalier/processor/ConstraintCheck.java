package dev.espalier.processor;

import dev.espalier.model.pattern.TextPattern;
import dev.espalier.model.schema.array.Extent;
import dev.espalier.processor.ValueType.Leaf;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;

/** Finds annotations on values that do not fit their types, or make no sense. */
final class ConstraintCheck {
  private static final Map<String, String> KINDS =
      Map.ofEntries(
          Map.entry("OneOf", "texts"),
          Map.entry("Matching", "texts"),
          Map.entry("RefersTo", "texts"),
          Map.entry("NamesDimension", "texts"),
          Map.entry("Between", "numbers"),
          Map.entry("AtLeast", "numbers"),
          Map.entry("AtMost", "numbers"),
          Map.entry("Above", "numbers"),
          Map.entry("EqualTo", "integers"),
          Map.entry("Sized", "lists"),
          Map.entry("Distinct", "lists"));

  private final Problems problems;

  ConstraintCheck(Problems problems) {
    this.problems = problems;
  }

  /** The name of an annotation on values, without its package. */
  static String nameOf(AnnotationMirror mirror) {
    return Mirrors.nameOf(mirror).substring((Mirrors.PACKAGE + "value.").length());
  }

  void check(Element place, ValueType type) {
    Set<String> seen = new HashSet<>();
    for (AnnotationMirror mirror : type.constraints()) {
      String name = nameOf(mirror);
      String wanted = KINDS.getOrDefault(name, "values");
      String found = kindOf(type.shape());
      boolean fits = found.equals(wanted) || (wanted.equals("numbers") && found.equals("integers"));
      if (!fits) {
        problems.report(place, misplaced(place, name, wanted, found));
      } else if (!seen.add(name)) {
        problems.report(place, Problems.nameOf(place) + ": @" + name + " stands there twice");
      } else {
        values(place, name, mirror);
      }
    }
  }

  private static String misplaced(Element place, String name, String wanted, String found) {
    String hint =
        found.equals("lists") || found.equals("maps")
            ? "; write it before the type of the elements, as in List<@" + name + "(...) ...>"
            : "";
    return Problems.nameOf(place)
        + ": @"
        + name
        + " is for "
        + wanted
        + ", not for "
        + found
        + hint;
  }

  private void values(Element place, String name, AnnotationMirror mirror) {
    switch (name) {
      case "Between" -> ordered(place, name, mirror, 0, 0);
      case "Sized" -> ordered(place, name, mirror, 0, Integer.MAX_VALUE);
      case "OneOf" -> {
        if (Mirrors.texts(mirror, "value").isEmpty()) {
          problems.report(place, Problems.nameOf(place) + ": @OneOf without texts allows nothing");
        }
      }
      case "Matching" ->
          problems.check(place, () -> new TextPattern(Mirrors.text(mirror, "value")));
      case "EqualTo" -> problems.check(place, () -> Extent.parse(Mirrors.text(mirror, "value")));
      case "NamesDimension" ->
          problems.check(place, () -> Extent.symbol(Mirrors.text(mirror, "value")));
      default -> {
        // The others take any value.
      }
    }
  }

  private void ordered(Element place, String name, AnnotationMirror mirror, int least, int most) {
    double min = Mirrors.number(mirror, "min").map(Number::doubleValue).orElse((double) least);
    double max = Mirrors.number(mirror, "max").map(Number::doubleValue).orElse((double) most);
    if (min > max) {
      problems.report(
          place,
          Problems.nameOf(place)
              + ": @"
              + name
              + " allows nothing: "
              + Literals.number(min)
              + " is more than "
              + Literals.number(max));
    }
  }

  private static String kindOf(ValueType.Shape shape) {
    if (shape instanceof Leaf leaf) {
      return switch (leaf) {
        case TEXT -> "texts";
        case INT, LONG -> "integers";
        case DOUBLE, DECIMAL -> "numbers";
        case BOOLEAN -> "truth values";
        case JSON -> "any JSON";
      };
    }
    if (shape instanceof ValueType.ListOf) {
      return "lists";
    }
    if (shape instanceof ValueType.MapOf) {
      return "maps";
    }
    if (shape instanceof ValueType.OfType object && DeclarationReader.isTuple(object.type())) {
      return "tuples";
    }
    return shape instanceof ValueType.Enumeration ? "constants" : "objects";
  }
}
