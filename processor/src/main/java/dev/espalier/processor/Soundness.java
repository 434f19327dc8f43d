package dev.espalier.processor;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Finds what makes a type meaningless as a whole, though each of its methods makes sense. */
final class Soundness {
  private final Catalogue catalogue;
  private final Problems problems;
  private final Endlessness endlessness;
  private final Exclusions exclusions;

  Soundness(Catalogue catalogue, Problems problems, Collection<TypeElement> types) {
    this.catalogue = catalogue;
    this.endlessness = new Endlessness(catalogue, problems, types);
    this.problems = problems;
    this.exclusions = new Exclusions(catalogue, problems);
  }

  void check(TypeElement type) {
    Optional<Declared> declared = catalogue.get(type);
    if (declared.isEmpty()) {
      return;
    }
    distinct(declared.get());
    exclusions.check(declared.get());
    if (declared.get() instanceof Declared.Group group) {
      endlessness.check(group);
      new RuleCheck(catalogue, problems).check(group);
    } else if (declared.get() instanceof Declared.Cases cases) {
      discriminator(cases);
    }
    if (declared.get() instanceof Declared.Value value) {
      endlessness.check(value);
    }
    for (Property property : catalogue.attributes(declared.get())) {
      targets(property);
    }
  }

  private void distinct(Declared declared) {
    Map<String, Element> attributes = new HashMap<>();
    for (Property property : catalogue.attributes(declared)) {
      Element first = attributes.putIfAbsent(property.name(), property.method());
      twice(declared, "attribute", property.name(), property.method(), first);
    }
    Map<String, Element> members = new HashMap<>();
    for (MemberPart member : catalogue.members(declared)) {
      Element first = members.putIfAbsent(member.key().spelled(), member.method());
      twice(declared, "member", member.key().spelled(), member.method(), first);
    }
  }

  private void twice(
      Declared declared, String what, String name, Element second, @Nullable Element first) {
    if (first == null || isToldOfAncestor(declared, first, second)) {
      return;
    }
    TypeElement type = declared.type();
    Element place = Places.typeOf(second).equals(type) ? second : type;
    String of = Problems.nameOf(first);
    String named = " the " + what + " \"" + name + "\"";
    problems.report(
        place,
        isOverriding(second, first)
            ? Problems.nameOf(second)
                + " changes"
                + named
                + " of "
                + of
                + "; what a group declares stays as it is in what extends it: remove the method, or"
                + " move "
                + of
                + " to an interface that is no group"
            : Problems.nameOf(second)
                + " declares"
                + named
                + ", as "
                + of
                + " does; give one of them another name");
  }

  /** A group that extends one with this mistake has it as well, which need not be said again. */
  private boolean isToldOfAncestor(Declared declared, Element first, Element second) {
    return declared instanceof Declared.Group group
        && group.lineage().stream()
            .filter(ancestor -> !ancestor.equals(group.type()))
            .map(this::methodsOf)
            .anyMatch(methods -> methods.contains(first) && methods.contains(second));
  }

  private Set<Element> methodsOf(TypeElement type) {
    Set<Element> methods = new HashSet<>();
    catalogue
        .get(type)
        .ifPresent(
            declared -> {
              catalogue.attributes(declared).forEach(one -> methods.add(one.method()));
              catalogue.members(declared).forEach(one -> methods.add(one.method()));
            });
    return methods;
  }

  private static boolean isOverriding(Element second, Element first) {
    return second.getSimpleName().equals(first.getSimpleName())
        && DeclarationReader.ancestors(Places.typeOf(second)).contains(Places.typeOf(first));
  }

  private void discriminator(Declared.Cases cases) {
    if (cases.discriminator().isEmpty()) {
      problems.report(
          cases.type(),
          cases.type().getSimpleName()
              + ": @Discriminator names no field; write one that no kind has, as in"
              + " @Discriminator(\"type\")");
    }
    for (TypeElement type : cases.cases().values()) {
      if (DeclarationReader.isTuple(type)) {
        problems.report(
            type,
            type.getSimpleName()
                + " is a list by @Tuple, which has no field \""
                + cases.discriminator()
                + "\" that tells the kinds of "
                + cases.type().getSimpleName()
                + " apart; remove @Tuple");
      }
      List<Property> fields = catalogue.get(type).map(catalogue::attributes).orElse(List.of());
      for (Property field : fields) {
        if (field.name().equals(cases.discriminator())) {
          problems.report(
              field.method(),
              Problems.nameOf(field.method())
                  + ": the field \""
                  + field.name()
                  + "\" tells the kinds of "
                  + cases.type().getSimpleName()
                  + " apart and is written for them; remove the method");
        }
      }
    }
  }

  private void targets(Property property) {
    for (TypeElement target : Catalogue.targets(property.type())) {
      if (!Catalogue.isAnyArray(target) && !DeclarationReader.isNode(target)) {
        problems.report(
            property.method(),
            Problems.nameOf(property.method())
                + ": @RefersTo("
                + target.getSimpleName()
                + ".class) is no node; name a @Group, an @ArrayNode, a choice of these, or NdArray");
      }
    }
  }
}
