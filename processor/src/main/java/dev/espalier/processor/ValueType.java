package dev.espalier.processor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/**
 * The type of a value in attributes.
 *
 * @param shape what kind of value it is
 * @param constraints the annotations that say what else holds, in order
 */
record ValueType(Shape shape, List<AnnotationMirror> constraints) {
  /** The kind of a value. */
  sealed interface Shape {}

  /** Kinds of values without parts, with the words of the builder and of the forms for them. */
  enum Leaf implements Shape {
    /** A text. */
    TEXT("string", "text"),
    /** An {@code int}. */
    INT("integer", "int32"),
    /** A {@code long}. */
    LONG("integer", "int64"),
    /** A {@code double}. */
    DOUBLE("number", "float64"),
    /** An exact number. */
    DECIMAL("number", "decimal"),
    /** A truth value. */
    BOOLEAN("bool", "bool"),
    /** Any JSON. */
    JSON("anything", "json");

    private final String declared;
    private final String form;

    Leaf(String declared, String form) {
      this.declared = declared;
      this.form = form;
    }

    /** The method of {@code Declare}. */
    String declared() {
      return declared;
    }

    /** The method of {@code ValueForm}. */
    String form() {
      return form;
    }
  }

  /** A list. */
  record ListOf(ValueType element) implements Shape {}

  /** An object whose members all are alike. */
  record MapOf(ValueType value) implements Shape {}

  /** A text that stands for a constant. */
  record Enumeration(TypeElement type) implements Shape {
    /** The constants by the texts that stand for them. */
    Map<String, String> constants() {
      Map<String, String> constants = new LinkedHashMap<>();
      for (var element : type.getEnclosedElements()) {
        if (element.getKind() == ElementKind.ENUM_CONSTANT) {
          String constant = element.getSimpleName().toString();
          String text =
              Mirrors.find(element, "Named")
                  .map(mirror -> Mirrors.text(mirror, "value"))
                  .orElse(constant);
          constants.put(text, constant);
        }
      }
      return constants;
    }
  }

  /** An object, or one of several kinds of object. */
  record OfType(TypeElement type) implements Shape {}

  /** The type of objects that this leads to, through lists and maps. */
  Optional<TypeElement> objectType() {
    if (shape instanceof ListOf list) {
      return list.element().objectType();
    }
    if (shape instanceof MapOf map) {
      return map.value().objectType();
    }
    return shape instanceof OfType object ? Optional.of(object.type()) : Optional.empty();
  }
}
