package dev.espalier.processor;

import dev.espalier.model.path.NodeName;
import dev.espalier.model.pattern.TextPattern;
import dev.espalier.model.schema.MemberName;
import dev.espalier.processor.Property.Presence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Understands the methods of interfaces: attributes, fields and members. */
final class MethodReader {
  private static final String ND_ARRAY = "dev.espalier.model.typed.NdArray";

  private final Problems problems;
  private final Docs docs;
  private final ValueTypes types;
  private final ArrayCheck arrays;

  MethodReader(Problems problems, Docs docs) {
    this.problems = problems;
    this.docs = docs;
    this.types = new ValueTypes(problems);
    this.arrays = new ArrayCheck(problems);
  }

  /**
   * The methods of an interface that give values.
   *
   * @param from the interface
   * @param type the interface itself or one that extends it; what that overrides is left out
   */
  List<ExecutableElement> valuesOf(TypeElement from, TypeElement type) {
    List<ExecutableElement> found = new ArrayList<>();
    for (ExecutableElement method : ElementFilter.methodsIn(from.getEnclosedElements())) {
      Set<Modifier> modifiers = method.getModifiers();
      boolean instance =
          !modifiers.contains(Modifier.STATIC) && !modifiers.contains(Modifier.PRIVATE);
      if (isTakenForAttribute(method)) {
        problems.report(
            method,
            Problems.nameOf(method)
                + " is private, and Immutables takes it for an attribute; mark it with"
                + " @Value.NonAttribute, or make it static");
      }
      boolean isAbstract = modifiers.contains(Modifier.ABSTRACT);
      if (instance
          && (isAbstract || method.getParameters().isEmpty())
          && !isMarkedByImmutables(method)
          && (from.equals(type) || !isOverridden(method, type))) {
        if (method.getParameters().isEmpty()) {
          found.add(method);
        } else {
          problems.report(method, Problems.nameOf(method) + " has parameters and no body");
        }
      }
    }
    return found;
  }

  /** Methods that are checked, computed or left out by Immutables are no attributes. */
  private static boolean isMarkedByImmutables(ExecutableElement method) {
    return method.getAnnotationMirrors().stream()
        .map(Mirrors::nameOf)
        .anyMatch(
            name ->
                name.startsWith("org.immutables.value.Value.")
                    && !name.endsWith(".Default")
                    && !name.endsWith(".Parameter"));
  }

  private static boolean isTakenForAttribute(ExecutableElement method) {
    Set<Modifier> modifiers = method.getModifiers();
    return modifiers.contains(Modifier.PRIVATE)
        && !modifiers.contains(Modifier.STATIC)
        && method.getParameters().isEmpty()
        && method.getReturnType().getKind() != TypeKind.VOID
        && !isMarkedByImmutables(method);
  }

  private static boolean isOverridden(ExecutableElement method, TypeElement type) {
    return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
        .anyMatch(
            own ->
                own.getSimpleName().equals(method.getSimpleName())
                    && own.getParameters().isEmpty());
  }

  Optional<Property> attribute(ExecutableElement method) {
    if (Mirrors.has(method, "Named")) {
      problems.report(
          method,
          Problems.nameOf(method) + ": @Named is for members; write the name in @Attribute");
    }
    for (String annotation : List.of("ArrayOf", "Members", "Elements")) {
      if (Mirrors.has(method, annotation)) {
        problems.report(
            method,
            Problems.nameOf(method)
                + " is an attribute by @Attribute and a member by @"
                + annotation
                + "; keep one of them");
        return Optional.empty();
      }
    }
    return field(method);
  }

  Optional<Property> field(ExecutableElement method) {
    TypeMirror type = method.getReturnType();
    Optional<TypeMirror> inside = ValueTypes.optional(type);
    boolean optional = inside.isPresent() || ValueTypes.isOptionalNumber(type);
    Optional<Presence> presence = presence(method, optional);
    String name =
        Mirrors.find(method, "Attribute")
            .map(mirror -> Mirrors.text(mirror, "value"))
            .filter(text -> !text.isEmpty())
            .orElse(method.getSimpleName().toString());
    List<AnnotationMirror> constraints = new ArrayList<>(Mirrors.allOf(method, "value"));
    inside.ifPresent(found -> constraints.addAll(Mirrors.allOf(found, "value")));
    return types
        .read(method, inside.orElse(type), constraints)
        .flatMap(
            value ->
                presence.map(found -> new Property(method, name, found, value, docs.of(method))));
  }

  private Optional<Presence> presence(ExecutableElement method, boolean optional) {
    boolean recommended = Mirrors.has(method, "Recommended");
    if (method.getModifiers().contains(Modifier.DEFAULT)) {
      if (optional || recommended) {
        problems.report(
            method,
            Problems.nameOf(method) + " has a default, so it is neither Optional nor @Recommended");
        return Optional.empty();
      }
      return Optional.of(Presence.DEFAULT);
    }
    if (recommended && !optional) {
      problems.report(
          method,
          Problems.nameOf(method) + " is @Recommended, so it may be absent; make it Optional");
      return Optional.empty();
    }
    return Optional.of(
        recommended ? Presence.RECOMMENDED : optional ? Presence.OPTIONAL : Presence.REQUIRED);
  }

  /** Whether a method gives an array that always is there. */
  boolean isPlainArray(ExecutableElement method) {
    return isArray(method.getReturnType());
  }

  private static boolean isArray(TypeMirror type) {
    return ValueTypes.nameOf(type).equals(ND_ARRAY);
  }

  /** The annotation that says what an array is; a missing one is reported. */
  Optional<AnnotationMirror> arrayOf(ExecutableElement method) {
    Optional<AnnotationMirror> found = Mirrors.find(method, "ArrayOf");
    if (found.isEmpty()) {
      problems.report(method, Problems.nameOf(method) + " gives an array; say which with @ArrayOf");
    }
    found.ifPresent(mirror -> arrays.check(method, mirror));
    Mirrors.find(method, "Elements").ifPresent(mirror -> arrays.elements(method, mirror));
    return found;
  }

  Optional<MemberPart> member(ExecutableElement method) {
    TypeMirror type = method.getReturnType();
    Optional<TypeMirror> inside = ValueTypes.optional(type);
    boolean isMap = ValueTypes.nameOf(type).equals("java.util.Map");
    TypeMirror single = isMap ? ValueTypes.argument(type, 1).orElse(type) : inside.orElse(type);
    if (isMap && !ValueTypes.isMapByName(type)) {
      problems.report(
          method,
          Problems.nameOf(method)
              + " gives members by their names, which are texts; write Map<String, ...>");
      return Optional.empty();
    }
    Optional<MemberPart.Node> node = node(method, single);
    Optional<AnnotationMirror> members = Mirrors.find(method, "Members");
    if (node.isEmpty()) {
      return Optional.empty();
    }
    if (method.getModifiers().contains(Modifier.DEFAULT)) {
      problems.report(
          method, Problems.nameOf(method) + ": a member has no default; make it Optional");
    }
    if (isMap != members.isPresent()) {
      problems.report(
          method,
          Problems.nameOf(method)
              + (isMap
                  ? " gives a map of members; say how they are named, as in @Members(\"run_{n}\")"
                  : " gives one member, so @Members does not fit; use @Named to give it another"
                      + " name"));
      return Optional.empty();
    }
    Optional<Presence> presence = presence(method, inside.isPresent() || isMap);
    Optional<MemberPart.Key> key = members.isPresent() ? key(method, members.get()) : exact(method);
    int min = members.flatMap(m -> Mirrors.number(m, "min")).map(Number::intValue).orElse(0);
    OptionalInt max =
        members.flatMap(m -> Mirrors.number(m, "max")).stream()
            .mapToInt(Number::intValue)
            .findAny();
    return key.flatMap(
        names ->
            presence.map(
                there ->
                    new MemberPart(method, names, there, min, max, node.get(), docs.of(method))));
  }

  private Optional<MemberPart.Key> exact(ExecutableElement method) {
    String name =
        Mirrors.find(method, "Named")
            .map(mirror -> Mirrors.text(mirror, "value"))
            .orElse(method.getSimpleName().toString());
    problems.check(method, () -> new NodeName(name));
    return Optional.of(new MemberPart.Exact(name));
  }

  private Optional<MemberPart.Key> key(ExecutableElement method, AnnotationMirror members) {
    List<MemberPart.Key> keys = new ArrayList<>();
    Mirrors.value(members, "value").ifPresent(t -> keys.add(new MemberPart.Template(t.toString())));
    Mirrors.value(members, "matching")
        .ifPresent(regex -> keys.add(new MemberPart.Matching(regex.toString())));
    if (Mirrors.flag(members, "others")) {
      keys.add(new MemberPart.Others());
    }
    if (keys.size() != 1) {
      problems.report(
          method,
          Problems.nameOf(method)
              + ": @Members takes one of a template such as \"run_{n}\", matching and others; found "
              + keys.size());
      return Optional.empty();
    }
    int min = Mirrors.number(members, "min").map(Number::intValue).orElse(0);
    int max = Mirrors.number(members, "max").map(Number::intValue).orElse(Integer.MAX_VALUE);
    if (min < 0) {
      problems.report(method, Problems.nameOf(method) + ": there cannot be fewer than 0 members");
    } else if (min > max) {
      problems.report(
          method,
          Problems.nameOf(method) + ": @Members allows nothing: " + min + " is more than " + max);
    }
    if (keys.get(0) instanceof MemberPart.Template template) {
      problems.check(method, () -> MemberName.template(template.template()));
    } else if (keys.get(0) instanceof MemberPart.Matching matching) {
      problems.check(method, () -> new TextPattern(matching.regex()));
    }
    if (Mirrors.has(method, "Recommended")) {
      problems.report(
          method, Problems.nameOf(method) + ": @Recommended is for one member, not for @Members");
    }
    return Optional.of(keys.get(0));
  }

  private Optional<MemberPart.Node> node(ExecutableElement method, TypeMirror type) {
    if (isArray(type)) {
      return arrayOf(method)
          .map(mirror -> new MemberPart.PlainArray(mirror, Mirrors.find(method, "Elements")));
    }
    if (type instanceof DeclaredType declared
        && DeclarationReader.isNode((TypeElement) declared.asElement())) {
      for (String annotation : List.of("ArrayOf", "Elements")) {
        if (Mirrors.has(method, annotation)) {
          problems.report(
              method,
              Problems.nameOf(method)
                  + ": @"
                  + annotation
                  + " is for an NdArray, not for "
                  + Imports.plain(type));
        }
      }
      return Optional.of(new MemberPart.Typed((TypeElement) declared.asElement()));
    }
    problems.report(method, Problems.nameOf(method) + noMember(method, type));
    return Optional.empty();
  }

  private static String noMember(ExecutableElement method, TypeMirror type) {
    if (method.getModifiers().contains(Modifier.DEFAULT)) {
      return " has a default and is no attribute; mark it with @Attribute, or with"
          + " @Value.NonAttribute if it only computes something";
    }
    boolean isOther =
        type instanceof DeclaredType declared
            && declared.asElement().getKind() == ElementKind.INTERFACE
            && !declared.asElement().toString().startsWith("java.");
    return isOther
        ? " gives a "
            + Imports.plain(type)
            + ", which is neither a @Group nor an @ArrayNode; for an"
            + " attribute, mark the method with @Attribute"
        : " is neither an attribute nor a member; mark it with @Attribute, or let it give an"
            + " NdArray, a @Group or an @ArrayNode";
  }

  /** Reports names that stand twice. */
  void distinct(List<Property> properties) {
    Set<String> names = new HashSet<>();
    for (Property property : properties) {
      if (!names.add(property.name())) {
        problems.report(
            property.method(),
            Problems.nameOf(property.method())
                + ": \""
                + property.name()
                + "\" is declared already");
      }
    }
  }
}
