package dev.espalier.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Reads annotations as they are written, defaults left out. */
final class Mirrors {
  static final String PACKAGE = "dev.espalier.model.annotation.";

  private Mirrors() {}

  /** The name of an annotation type. */
  static String nameOf(AnnotationMirror mirror) {
    return ((TypeElement) mirror.getAnnotationType().asElement()).getQualifiedName().toString();
  }

  /** The annotation of that name behind the package of annotations. */
  static Optional<AnnotationMirror> find(AnnotatedConstruct place, String name) {
    for (AnnotationMirror mirror : place.getAnnotationMirrors()) {
      if (nameOf(mirror).equals(PACKAGE + name)) {
        return Optional.of(mirror);
      }
    }
    return Optional.empty();
  }

  static boolean has(AnnotatedConstruct place, String name) {
    return find(place, name).isPresent();
  }

  /** The annotations of one package behind the package of annotations, in order. */
  static List<AnnotationMirror> allOf(AnnotatedConstruct place, String subPackage) {
    List<AnnotationMirror> found = new ArrayList<>();
    for (AnnotationMirror mirror : place.getAnnotationMirrors()) {
      if (nameOf(mirror).startsWith(PACKAGE + subPackage + ".")) {
        found.add(mirror);
      }
    }
    return found;
  }

  /** What was written for an element of an annotation, if anything was. */
  static Optional<Object> value(AnnotationMirror mirror, String name) {
    for (var entry : mirror.getElementValues().entrySet()) {
      if (entry.getKey().getSimpleName().contentEquals(name)) {
        return Optional.of(entry.getValue().getValue());
      }
    }
    return Optional.empty();
  }

  static String text(AnnotationMirror mirror, String name) {
    return value(mirror, name).map(Object::toString).orElse("");
  }

  static boolean flag(AnnotationMirror mirror, String name) {
    return value(mirror, name).filter(Boolean.TRUE::equals).isPresent();
  }

  static Optional<Number> number(AnnotationMirror mirror, String name) {
    return value(mirror, name).map(Number.class::cast);
  }

  static List<String> texts(AnnotationMirror mirror, String name) {
    return values(mirror, name).stream().map(one -> one.getValue().toString()).toList();
  }

  static List<AnnotationMirror> mirrors(AnnotationMirror mirror, String name) {
    return values(mirror, name).stream()
        .map(AnnotationValue::getValue)
        .map(AnnotationMirror.class::cast)
        .toList();
  }

  static Optional<TypeMirror> type(AnnotationMirror mirror, String name) {
    return value(mirror, name).filter(TypeMirror.class::isInstance).map(TypeMirror.class::cast);
  }

  private static List<AnnotationValue> values(AnnotationMirror mirror, String name) {
    List<AnnotationValue> values = new ArrayList<>();
    if (value(mirror, name).orElse(List.of()) instanceof List<?> list) {
      list.forEach(one -> values.add((AnnotationValue) one));
    }
    return values;
  }

  /** The names of the elements that were written, in order. */
  static List<String> written(AnnotationMirror mirror) {
    return mirror.getElementValues().keySet().stream()
        .map(ExecutableElement::getSimpleName)
        .map(Object::toString)
        .toList();
  }

  /** The text of {@code Named}, or else a name with a small first letter. */
  static String named(Element element) {
    return find(element, "Named")
        .map(mirror -> text(mirror, "value"))
        .orElseGet(() -> small(element.getSimpleName().toString()));
  }

  private static String small(String name) {
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }
}
