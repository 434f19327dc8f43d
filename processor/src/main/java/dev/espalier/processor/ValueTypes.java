package dev.espalier.processor;

import dev.espalier.processor.ValueType.Leaf;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads the Java types of attributes. */
final class ValueTypes {
  private static final Map<String, Leaf> LEAVES =
      Map.of(
          "java.lang.String", Leaf.TEXT,
          "java.lang.Integer", Leaf.INT,
          "java.lang.Long", Leaf.LONG,
          "java.lang.Double", Leaf.DOUBLE,
          "java.lang.Boolean", Leaf.BOOLEAN,
          "java.math.BigDecimal", Leaf.DECIMAL,
          "dev.espalier.model.json.JsonValue", Leaf.JSON);
  private static final Map<String, Leaf> OPTIONALS =
      Map.of(
          "java.util.OptionalInt", Leaf.INT,
          "java.util.OptionalLong", Leaf.LONG,
          "java.util.OptionalDouble", Leaf.DOUBLE);

  private final Problems problems;
  private final ConstraintCheck check;

  ValueTypes(Problems problems) {
    this.problems = problems;
    this.check = new ConstraintCheck(problems);
  }

  /** The name of a declared type, empty for others. */
  static String nameOf(TypeMirror type) {
    return type instanceof DeclaredType declared
        ? ((TypeElement) declared.asElement()).getQualifiedName().toString()
        : "";
  }

  /** The type inside an {@code Optional}. */
  static Optional<TypeMirror> optional(TypeMirror type) {
    return nameOf(type).equals("java.util.Optional") ? argument(type, 0) : Optional.empty();
  }

  static Optional<TypeMirror> argument(TypeMirror type, int index) {
    return type instanceof DeclaredType declared && declared.getTypeArguments().size() > index
        ? Optional.of(declared.getTypeArguments().get(index))
        : Optional.empty();
  }

  /** Whether a type is an {@code OptionalInt} or one of its kin. */
  static boolean isOptionalNumber(TypeMirror type) {
    return OPTIONALS.containsKey(nameOf(type));
  }

  /** The type of a value, or nothing after what is wrong was reported. */
  Optional<ValueType> read(Element place, TypeMirror type, List<AnnotationMirror> constraints) {
    Optional<ValueType> read = shape(place, type).map(shape -> new ValueType(shape, constraints));
    read.ifPresent(found -> check.check(place, found));
    return read;
  }

  private Optional<ValueType> inner(Element place, Optional<TypeMirror> type) {
    return type.flatMap(found -> read(place, found, Mirrors.allOf(found, "value")));
  }

  private Optional<? extends ValueType.Shape> shape(Element place, TypeMirror type) {
    Optional<Leaf> leaf = primitive(type.getKind());
    if (leaf.isPresent()) {
      return leaf;
    }
    String name = nameOf(type);
    if (LEAVES.containsKey(name) || OPTIONALS.containsKey(name)) {
      return Optional.ofNullable(LEAVES.getOrDefault(name, OPTIONALS.get(name)));
    }
    if (name.equals("java.util.List")) {
      return argument(type, 0).isEmpty()
          ? unsupported(place, type, "; say of what it is a list, as in List<String>")
          : inner(place, argument(type, 0)).map(ValueType.ListOf::new);
    }
    if (name.equals("java.util.Map")) {
      return map(place, type);
    }
    if (type.getKind() == TypeKind.TYPEVAR) {
      return unsupported(
          place,
          type,
          "; what "
              + type
              + " is, is not known here: declare "
              + place.getSimpleName()
              + "() anew in what extends "
              + Places.typeOf(place).getSimpleName()
              + ", with its type");
    }
    if (!(type instanceof DeclaredType declared)) {
      return unsupported(place, type, "");
    }
    TypeElement element = (TypeElement) declared.asElement();
    if (element.getKind() == ElementKind.ENUM) {
      return Optional.of(enumeration(place, new ValueType.Enumeration(element)));
    }
    if (DeclarationReader.isValue(element)) {
      return Optional.of(new ValueType.OfType(element));
    }
    return unsupported(place, type, DeclarationReader.isNode(element) ? nodeHint(place) : "");
  }

  private ValueType.Enumeration enumeration(Element place, ValueType.Enumeration type) {
    long constants =
        type.type().getEnclosedElements().stream()
            .filter(element -> element.getKind() == ElementKind.ENUM_CONSTANT)
            .count();
    if (constants == 0) {
      problems.report(
          place,
          Problems.nameOf(place)
              + ": "
              + type.type().getSimpleName()
              + " has no constants, so that no value is right");
    }
    if (type.constants().size() != constants) {
      problems.report(
          place,
          Problems.nameOf(place)
              + ": two constants of "
              + type.type().getSimpleName()
              + " stand for one text; give one of them another name with @Named");
    }
    return type;
  }

  private static String nodeHint(Element place) {
    return "; it is a node: remove @Attribute from " + Problems.nameOf(place);
  }

  private Optional<ValueType.Shape> map(Element place, TypeMirror type) {
    if (!isMapByName(type)) {
      return unsupported(place, type, "; the names of a map are of type String");
    }
    return inner(place, argument(type, 1)).map(ValueType.MapOf::new);
  }

  /** Whether the keys of a map are texts. */
  static boolean isMapByName(TypeMirror map) {
    return argument(map, 0).map(ValueTypes::nameOf).equals(Optional.of("java.lang.String"));
  }

  private <T> Optional<T> unsupported(Element place, TypeMirror type, String hint) {
    problems.report(
        place,
        Problems.nameOf(place)
            + ": values of type "
            + Imports.plain(type)
            + " cannot be attributes"
            + (hint.isEmpty()
                ? "; use String, int, long, double, boolean, BigDecimal, JsonValue, an enum, a"
                    + " record, an interface with @Fields, a sealed interface with @Discriminator,"
                    + " or a List, Map or Optional of these"
                : hint));
    return Optional.empty();
  }

  private static Optional<Leaf> primitive(TypeKind kind) {
    return switch (kind) {
      case INT -> Optional.of(Leaf.INT);
      case LONG -> Optional.of(Leaf.LONG);
      case DOUBLE -> Optional.of(Leaf.DOUBLE);
      case BOOLEAN -> Optional.of(Leaf.BOOLEAN);
      default -> Optional.empty();
    };
  }
}
