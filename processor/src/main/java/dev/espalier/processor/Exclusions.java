package dev.espalier.processor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.TypeElement;

/** Knows which attributes a type excludes, and finds those that make no sense. */
final class Exclusions {
  private final Catalogue catalogue;
  private final Problems problems;

  Exclusions(Catalogue catalogue, Problems problems) {
    this.catalogue = catalogue;
    this.problems = problems;
  }

  /**
   * The names that a type excludes beside what other groups say that it is: those of the interfaces
   * that it extends come first, but for groups.
   */
  static List<String> of(Declared declared) {
    List<String> names = new ArrayList<>();
    if (!(declared instanceof Declared.Group)) {
      DeclarationReader.ancestors(declared.type()).forEach(one -> names.addAll(of(one)));
    }
    names.addAll(of(declared.type()));
    return names;
  }

  private static List<String> of(TypeElement type) {
    return Mirrors.find(type, "rule.Excludes")
        .map(mirror -> Mirrors.texts(mirror, "value"))
        .orElse(List.of());
  }

  void check(Declared declared) {
    TypeElement type = declared.type();
    if (Mirrors.has(type, "rule.Excludes") && of(type).isEmpty()) {
      problems.report(type, "@Excludes names no attribute; write one, or remove it");
    }
    List<String> excluded = new ArrayList<>();
    if (declared instanceof Declared.Group group) {
      group.lineage().forEach(one -> excluded.addAll(of(one)));
    } else {
      excluded.addAll(of(declared));
    }
    Set<String> names = new HashSet<>();
    for (String name : excluded) {
      if (!names.add(name)) {
        problems.report(type, "@Excludes(\"" + name + "\") is said twice; once is enough");
      }
    }
    catalogue.attributes(declared).stream()
        .filter(one -> names.contains(one.name()))
        .forEach(one -> both(type, one));
  }

  private void both(TypeElement type, Property property) {
    boolean own = Places.typeOf(property.method()).equals(type);
    problems.report(
        own ? property.method() : type,
        Problems.nameOf(property.method())
            + " declares \""
            + property.name()
            + "\", and @Excludes says that it is not there; remove one of them");
  }
}
