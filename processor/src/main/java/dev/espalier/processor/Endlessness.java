package dev.espalier.processor;

import dev.espalier.processor.Property.Presence;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;

/** Finds groups that no finite hierarchy fits, and objects that hold themselves. */
final class Endlessness {
  private final Catalogue catalogue;
  private final Problems problems;
  private final Set<TypeElement> finite = new HashSet<>();

  Endlessness(Catalogue catalogue, Problems problems, Collection<TypeElement> types) {
    this.catalogue = catalogue;
    this.problems = problems;
    boolean grows = true;
    while (grows) {
      grows = false;
      for (TypeElement type : types) {
        grows |= isFinite(type) && finite.add(type);
      }
    }
  }

  /** Whether a type is known to be finite through what it needs. */
  private boolean isFinite(TypeElement type) {
    Optional<Declared> declared = catalogue.get(type);
    if (declared.isPresent() && declared.get() instanceof Declared.Choice choice) {
      return choice.alternatives().values().stream().anyMatch(finite::contains);
    }
    return finite.containsAll(needs(type));
  }

  private List<TypeElement> needs(TypeElement type) {
    return catalogue.get(type).map(catalogue::members).orElse(List.of()).stream()
        .flatMap(member -> needed(member).stream())
        .toList();
  }

  private static Optional<TypeElement> needed(MemberPart member) {
    boolean isNeeded = member.presence() == Presence.REQUIRED || member.min() > 0;
    return isNeeded && member.node() instanceof MemberPart.Typed typed
        ? Optional.of(typed.type())
        : Optional.empty();
  }

  /** Reports members that lead a group back to itself, with no way round. */
  void check(Declared.Group group) {
    for (MemberPart member : group.members()) {
      Optional<TypeElement> needed = needed(member);
      if (needed.isPresent()
          && !finite.contains(needed.get())
          && reached(needed.get(), new LinkedHashSet<>()).contains(group.type())) {
        String name = group.type().getSimpleName().toString();
        problems.report(
            member.method(),
            "%s never ends: a %s needs it, and it needs a %s; make it Optional or a Map"
                .formatted(Problems.nameOf(member.method()), name, name));
      }
    }
  }

  private Set<TypeElement> reached(TypeElement from, Set<TypeElement> reached) {
    if (reached.add(from)) {
      needs(from).forEach(type -> reached(type, reached));
      if (catalogue.get(from).orElse(null) instanceof Declared.Choice choice) {
        choice.alternatives().values().forEach(type -> reached(type, reached));
      }
    }
    return reached;
  }

  /** Reports fields that lead an object back to itself: objects have no references. */
  void check(Declared.Value value) {
    for (Property property : catalogue.attributes(value)) {
      Set<TypeElement> reached = new LinkedHashSet<>();
      property.type().objectType().ifPresent(type -> reached.addAll(catalogue.reachable(type)));
      if (reached.contains(value.type())) {
        problems.report(
            property.method(),
            Problems.nameOf(property.method())
                + " never ends: a "
                + value.type().getSimpleName()
                + " in attributes cannot hold another one; use JsonValue");
      }
    }
  }
}
