package dev.espalier.processor;

import java.util.Objects;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;

/** Says where elements are. */
final class Places {
  private Places() {}

  /** What holds an element that is no module and no top of anything. */
  static Element outer(Element element) {
    return Objects.requireNonNull(element.getEnclosingElement(), "what holds an element");
  }

  /** The type that an element is or is in. */
  static TypeElement typeOf(Element element) {
    Element here = element;
    while (!(here instanceof TypeElement)) {
      here = outer(here);
    }
    return (TypeElement) here;
  }

  /** The name of an element's package, empty for the unnamed one. */
  static String packageOf(Element element) {
    Element here = element;
    while (!(here instanceof PackageElement)) {
      here = outer(here);
    }
    return ((PackageElement) here).getQualifiedName().toString();
  }

  /** A name in the package of a type. */
  static String beside(TypeElement type, String name) {
    String packageName = packageOf(type);
    return packageName.isEmpty() ? name : packageName + "." + name;
  }

  /** Whether a type can be used by all. */
  static boolean isPublic(TypeElement type) {
    Element here = type;
    while (here.getKind() != ElementKind.PACKAGE) {
      if (!here.getModifiers().contains(Modifier.PUBLIC)) {
        return false;
      }
      here = outer(here);
    }
    return true;
  }
}
