package dev.espalier.processor;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/** Tells the compiler what is wrong, at the place where it is, and once. */
final class Problems {
  private final Messager messager;
  private final Set<String> told = new HashSet<>();
  private final Set<String> broken = new HashSet<>();

  Problems(Messager messager) {
    this.messager = messager;
  }

  void report(Element place, String message) {
    broken.add(Places.typeOf(place).toString());
    if (told.add(nameOf(place) + " " + message)) {
      messager.printMessage(Diagnostic.Kind.ERROR, message, written(place));
    }
  }

  /** Runs code of the model that refuses what is meaningless, and reports why it does. */
  void check(Element place, Runnable code) {
    try {
      code.run();
    } catch (IllegalArgumentException e) {
      report(place, Objects.requireNonNullElse(e.getMessage(), "invalid"));
    }
  }

  /** Whether something is wrong in a type, so that no code can be made of it. */
  boolean isBroken(TypeElement type) {
    return broken.contains(type.toString());
  }

  boolean isEmpty() {
    return broken.isEmpty();
  }

  /** What stands in the source: accessors of records do not, but for the field that they give. */
  private static Element written(Element place) {
    TypeElement type = Places.typeOf(place);
    if (type.getKind() == ElementKind.RECORD) {
      for (Element element : type.getEnclosedElements()) {
        if (element.getKind() == ElementKind.FIELD
            && element.getSimpleName().equals(place.getSimpleName())) {
          return element;
        }
      }
    }
    return place;
  }

  /** A method or type as messages spell it. */
  static String nameOf(Element element) {
    return element instanceof ExecutableElement method
        ? Places.typeOf(method).getSimpleName() + "." + method.getSimpleName() + "()"
        : element.toString();
  }
}
