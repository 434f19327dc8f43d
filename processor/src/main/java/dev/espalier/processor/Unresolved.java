package dev.espalier.processor;

import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Finds types that do not exist yet. */
final class Unresolved {
  private Unresolved() {}

  /** Whether a value method of a type, or its parents, mention such a type. */
  static boolean in(TypeElement type) {
    for (TypeMirror parent : type.getInterfaces()) {
      if (isUnresolved(parent)) {
        return true;
      }
    }
    for (Element element : type.getEnclosedElements()) {
      if (element instanceof ExecutableElement method
          && !method.getModifiers().contains(Modifier.STATIC)
          && isUnresolved(method.getReturnType())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isUnresolved(TypeMirror type) {
    if (type.getKind() == TypeKind.ERROR) {
      return true;
    }
    return type instanceof DeclaredType declared
        && declared.getTypeArguments().stream().anyMatch(Unresolved::isUnresolved);
  }
}
