package dev.espalier.processor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Understands what a type declares. */
final class DeclarationReader {
  private final Problems problems;
  private final Docs docs;
  private final MethodReader methods;

  DeclarationReader(Problems problems, Docs docs) {
    this.problems = problems;
    this.docs = docs;
    this.methods = new MethodReader(problems, docs);
  }

  static boolean isGroup(TypeElement type) {
    return !Mirrors.has(type, "ArrayNode")
        && (Mirrors.has(type, "Group") || Mirrors.has(type, "Convention"));
  }

  /** Whether a type is a node: a group, an array, or a choice of these. */
  static boolean isNode(TypeElement type) {
    return isGroup(type)
        || Mirrors.has(type, "ArrayNode")
        || (isSealed(type) && !Mirrors.has(type, "Discriminator") && permitted(type, true));
  }

  /** Whether a type is an object in attributes, or a choice of these. */
  static boolean isValue(TypeElement type) {
    return Mirrors.has(type, "Fields")
        || isTuple(type)
        || type.getKind() == ElementKind.RECORD
        || Mirrors.has(type, "Discriminator")
        || (isSealed(type) && permitted(type, false));
  }

  /** Whether a type is a list of a fixed length in attributes. */
  static boolean isTuple(TypeElement type) {
    return Mirrors.has(type, "value.Tuple");
  }

  private static boolean permitted(TypeElement type, boolean nodes) {
    return permitted(type).stream().allMatch(one -> nodes ? isNode(one) : isValue(one));
  }

  private static boolean isSealed(TypeElement type) {
    return type.getKind() == ElementKind.INTERFACE && !type.getPermittedSubclasses().isEmpty();
  }

  private static List<TypeElement> permitted(TypeElement type) {
    List<TypeElement> permitted = new ArrayList<>();
    for (TypeMirror one : type.getPermittedSubclasses()) {
      if (one instanceof DeclaredType declared) {
        permitted.add((TypeElement) declared.asElement());
      }
    }
    return permitted;
  }

  /** What a type declares, or nothing after what is wrong was reported. */
  Optional<Declared> read(TypeElement type) {
    if (type.getModifiers().contains(Modifier.PRIVATE)) {
      problems.report(type, type.getSimpleName() + " is private, so no code can be made for it");
    }
    if (!type.getTypeParameters().isEmpty()) {
      problems.report(type, type.getSimpleName() + " has type parameters; declare one type each");
    }
    boolean isRecord = type.getKind() == ElementKind.RECORD;
    if (isRecord && isNode(type)) {
      problems.report(
          type,
          type.getSimpleName()
              + " is a record, which is an object in attributes and no node; make it an interface");
      return Optional.empty();
    }
    if (!isRecord && isTuple(type)) {
      problems.report(
          type,
          type.getSimpleName()
              + ": @Tuple is for records, whose components have an order; make it one");
      return Optional.empty();
    }
    if (!isRecord && type.getKind() != ElementKind.INTERFACE) {
      problems.report(
          type,
          type.getSimpleName() + " is no interface; only these can be declared, so make it one");
      return Optional.empty();
    }
    if (isSealed(type)) {
      return Optional.ofNullable(sealed(type));
    }
    if (Mirrors.has(type, "ArrayNode")) {
      return Optional.ofNullable(array(type));
    }
    return Optional.of(isGroup(type) ? group(type) : isTuple(type) ? tuple(type) : fields(type));
  }

  private @Nullable Declared sealed(TypeElement type) {
    for (String annotation :
        List.of("Convention", "Group", "ArrayNode", "Fields", "rule.Excludes")) {
      if (Mirrors.has(type, annotation)) {
        problems.report(
            type,
            type.getSimpleName()
                + " is sealed: @"
                + annotation.substring(annotation.indexOf('.') + 1)
                + " goes to what it permits");
        return null;
      }
    }
    Map<String, TypeElement> alternatives = new LinkedHashMap<>();
    flatten(type, alternatives);
    Optional<String> field =
        Mirrors.find(type, "Discriminator").map(mirror -> Mirrors.text(mirror, "value"));
    boolean nodes = alternatives.values().stream().allMatch(DeclarationReader::isNode);
    boolean values = alternatives.values().stream().allMatch(DeclarationReader::isValue);
    if (nodes && field.isEmpty()) {
      return new Declared.Choice(type, docs.of(type), alternatives);
    }
    if (values && field.isPresent()) {
      return new Declared.Cases(type, field.get(), alternatives);
    }
    problems.report(
        type,
        values
            ? type.getSimpleName()
                + " permits objects in attributes; name the field that tells them apart with"
                + " @Discriminator"
            : type.getSimpleName()
                + " has to permit either groups and arrays, or with @Discriminator records and"
                + " interfaces with @Fields");
    return null;
  }

  private void flatten(TypeElement type, Map<String, TypeElement> into) {
    for (TypeElement one : permitted(type)) {
      if (isSealed(one)) {
        flatten(one, into);
      } else if (into.putIfAbsent(Mirrors.named(one), one) != null) {
        problems.report(
            one,
            "two alternatives of " + type.getSimpleName() + " are called " + Mirrors.named(one));
      }
    }
  }

  private Declared group(TypeElement type) {
    List<TypeElement> lineage = new ArrayList<>();
    Set<TypeElement> plain = new LinkedHashSet<>();
    for (TypeElement ancestor : ancestors(type)) {
      if (isGroup(ancestor)) {
        lineage.add(ancestor);
        plain.addAll(ancestors(ancestor));
      }
    }
    lineage.add(type);
    List<Property> attributes = new ArrayList<>();
    List<MemberPart> members = new ArrayList<>();
    for (TypeElement from : ancestors(type)) {
      if (!isGroup(from) && !plain.contains(from)) {
        inGroup(from, type, attributes, members);
        withoutRules(from);
      }
    }
    inGroup(type, type, attributes, members);
    return new Declared.Group(type, docs.of(type), lineage, attributes, members, checks(type));
  }

  /** Rules are taken over from groups, as they are part of what these add to others. */
  private void withoutRules(TypeElement plain) {
    if (isSealed(plain) && Mirrors.has(plain, "rule.Excludes")) {
      return; // told where the sealed type itself is read
    }
    if (!checks(plain).isEmpty() || !Mirrors.allOf(plain, "rule").isEmpty()) {
      problems.report(
          plain,
          plain.getSimpleName()
              + " has rules and is no group; annotate it with @Group, or move them to what extends"
              + " it");
    }
  }

  private void inGroup(
      TypeElement from, TypeElement type, List<Property> attributes, List<MemberPart> members) {
    for (ExecutableElement method : methods.valuesOf(from, type)) {
      if (Mirrors.has(method, "Attribute")) {
        methods.attribute(method).ifPresent(attributes::add);
      } else {
        methods.member(method).ifPresent(members::add);
      }
    }
  }

  private @Nullable Declared array(TypeElement type) {
    List<Property> attributes = new ArrayList<>();
    List<ExecutableElement> arrays = new ArrayList<>();
    for (ExecutableElement method : all(type)) {
      if (Mirrors.has(method, "Attribute")) {
        methods.attribute(method).ifPresent(attributes::add);
      } else {
        arrays.add(method);
      }
    }
    for (ExecutableElement method : arrays) {
      if (arrays.size() > 1 || !methods.isPlainArray(method)) {
        problems.report(
            method,
            Problems.nameOf(method)
                + ": an @ArrayNode has attributes, with @Attribute, and one method that gives an"
                + " NdArray, with @ArrayOf");
      }
    }
    if (arrays.isEmpty()) {
      problems.report(type, type.getSimpleName() + " has no method that gives an NdArray");
    }
    if (problems.isBroken(type)) {
      return null;
    }
    ExecutableElement array = arrays.get(0);
    Optional<AnnotationMirror> arrayOf = methods.arrayOf(array);
    if (arrayOf.isEmpty()) {
      return null;
    }
    return new Declared.Array(
        type,
        docs.of(type),
        attributes,
        array,
        arrayOf.get(),
        Mirrors.find(array, "Elements"),
        checks(type));
  }

  private List<Property> components(TypeElement type) {
    return type.getRecordComponents().stream()
        .flatMap(component -> methods.field(component.getAccessor()).stream())
        .toList();
  }

  private Declared tuple(TypeElement type) {
    List<Property> elements = components(type);
    new TupleCheck(problems).check(type, elements);
    return new Declared.Tuple(type, elements, checks(type));
  }

  private Declared fields(TypeElement type) {
    List<Property> fields = new ArrayList<>();
    if (type.getKind() == ElementKind.RECORD) {
      fields.addAll(components(type));
    } else {
      for (ExecutableElement method : all(type)) {
        methods.field(method).ifPresent(fields::add);
      }
    }
    methods.distinct(fields);
    boolean closed =
        Mirrors.find(type, "Fields").filter(mirror -> Mirrors.flag(mirror, "closed")).isPresent();
    return new Declared.Fields(type, fields, closed, checks(type));
  }

  /** The methods of a type that give values, inherited ones first. */
  private List<ExecutableElement> all(TypeElement type) {
    List<ExecutableElement> found = new ArrayList<>();
    ancestors(type).forEach(from -> found.addAll(methods.valuesOf(from, type)));
    found.addAll(methods.valuesOf(type, type));
    return found;
  }

  private static List<ExecutableElement> checks(TypeElement type) {
    return type.getEnclosedElements().stream()
        .filter(element -> Mirrors.has(element, "rule.Check"))
        .map(ExecutableElement.class::cast)
        .toList();
  }

  /** All interfaces that a type extends, the furthest first, each once. */
  static List<TypeElement> ancestors(TypeElement type) {
    Set<TypeElement> found = new LinkedHashSet<>();
    for (TypeMirror parent : type.getInterfaces()) {
      if (parent instanceof DeclaredType declared) {
        Element element = declared.asElement();
        found.addAll(ancestors((TypeElement) element));
        found.add((TypeElement) element);
      }
    }
    return new ArrayList<>(found);
  }
}
