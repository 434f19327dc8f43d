package dev.espalier.processor;

import dev.espalier.processor.Property.Presence;
import dev.espalier.processor.ValueType.Leaf;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/** Writes the expressions for values in attributes: their schemas and their forms. */
final class ValueCode {
  private final Imports imports;

  /** Forms of constants, which are kept in fields of the class. */
  private final Map<String, String> constants = new TreeMap<>();

  ValueCode(Imports imports) {
    this.imports = imports;
  }

  /** The declaration of an attribute or field, as the builder takes it. */
  String field(Property property) {
    String word =
        switch (property.presence()) {
          case REQUIRED -> "required";
          case RECOMMENDED -> "recommended";
          case OPTIONAL, DEFAULT -> "optional";
        };
    StringBuilder field = new StringBuilder(imports.word(word));
    field.append('(').append(Literals.text(property.name())).append(", ");
    field.append(schema(property)).append(')');
    if (property.presence() == Presence.DEFAULT) {
      field.append("\n                .orElse(").append(form(property.type())).append(".write(");
      field.append("new Defaults().").append(property.accessor()).append("()))");
    }
    if (!property.text().isEmpty() && property.type().shape() != Leaf.JSON) {
      field.append("\n                .describedAs(").append(Source.text(property.text()));
      field.append(')');
    }
    return field.toString();
  }

  /** The declaration of an attribute or field that is not there. */
  String excluded(String name) {
    return imports.word("excluded") + "(" + Literals.text(name) + ")";
  }

  private String schema(Property property) {
    if (property.type().shape() == Leaf.JSON) {
      String words = property.text().isEmpty() ? "any value" : property.text();
      return imports.word("anything") + "(" + Source.text(words) + ")";
    }
    return schema(property.type());
  }

  /** The schema of a value. */
  String schema(ValueType type) {
    StringBuilder code = new StringBuilder(shape(type.shape()));
    type.constraints().forEach(mirror -> code.append(constraint(mirror)));
    return code.toString();
  }

  private String shape(ValueType.Shape shape) {
    if (shape instanceof ValueType.ListOf list) {
      return imports.word("list") + "(" + schema(list.element()) + ")";
    }
    if (shape instanceof ValueType.MapOf map) {
      return imports.word("mapOf") + "(" + schema(map.value()) + ")";
    }
    if (shape instanceof ValueType.Enumeration constant) {
      return imports.word("string")
          + "().oneOf("
          + constant.constants().keySet().stream()
              .map(Literals::text)
              .collect(Collectors.joining(", "))
          + ")";
    }
    if (shape instanceof ValueType.OfType object) {
      return imports.generated(object.type(), "Form") + ".schema()";
    }
    Leaf leaf = (Leaf) shape;
    String words = leaf == Leaf.JSON ? Literals.text("any value") : "";
    return imports.word(leaf.declared()) + "(" + words + ")";
  }

  private String constraint(AnnotationMirror mirror) {
    String value = Mirrors.text(mirror, "value");
    return switch (ConstraintCheck.nameOf(mirror)) {
      case "OneOf" ->
          (Mirrors.flag(mirror, "anyCase") ? ".oneOfInAnyCase(" : ".oneOf(")
              + Literals.texts(Mirrors.texts(mirror, "value"))
              + ")";
      case "Matching" ->
          ".matching("
              + Literals.text(value)
              + ", "
              + Literals.text(Mirrors.text(mirror, "words"))
              + ")";
      case "Between" -> ".between(" + bound(mirror, "min") + ", " + bound(mirror, "max") + ")";
      case "AtLeast" -> ".atLeast(" + bound(mirror, "value") + ")";
      case "AtMost" -> ".atMost(" + bound(mirror, "value") + ")";
      case "Above" -> ".above(" + bound(mirror, "value") + ")";
      case "Sized" -> sized(mirror);
      case "Distinct" -> distinct(value);
      case "EqualTo" -> ".equalTo(" + Literals.text(value) + ")";
      case "NamesDimension" -> ".namingDimension(" + Literals.text(value) + ")";
      case "RefersTo" ->
          ".referringTo("
              + Mirrors.type(mirror, "value")
                  .filter(DeclaredType.class::isInstance)
                  .map(type -> (TypeElement) ((DeclaredType) type).asElement())
                  .map(Catalogue::definition)
                  .map(Literals::text)
                  .orElse("\"\"")
              + ")";
      default -> "";
    };
  }

  private static String bound(AnnotationMirror mirror, String name) {
    return Literals.number(Mirrors.number(mirror, name).map(Number::doubleValue).orElse(0.0));
  }

  private static String sized(AnnotationMirror mirror) {
    String min = Mirrors.number(mirror, "min").map(Object::toString).orElse("0");
    return Mirrors.number(mirror, "max")
        .map(max -> ".sized(" + min + ", " + max + ")")
        .orElse(".sized(" + min + ")");
  }

  private String distinct(String field) {
    if (field.isEmpty()) {
      return ".distinct()";
    }
    return ".with(new "
        + imports.model("schema.value.Constraint")
        + ".Distinct("
        + imports.model("schema.rule.CoreRules")
        + ".ATTRIBUTE_DISTINCT, "
        + imports.use("java.util.Optional")
        + ".of("
        + Literals.text(field)
        + ")))";
  }

  /** How a value is read and written. */
  String form(ValueType type) {
    String forms = imports.model("typed.ValueForm");
    if (type.shape() instanceof ValueType.ListOf list) {
      return forms + ".listOf(" + form(list.element()) + ")";
    }
    if (type.shape() instanceof ValueType.MapOf map) {
      return forms + ".mapOf(" + form(map.value()) + ")";
    }
    if (type.shape() instanceof ValueType.OfType object) {
      return imports.generated(object.type(), "Form") + ".FORM";
    }
    if (type.shape() instanceof ValueType.Enumeration constant) {
      return constantForm(constant);
    }
    return forms + "." + ((Leaf) type.shape()).form() + "()";
  }

  private String constantForm(ValueType.Enumeration constant) {
    String type = imports.use(constant.type());
    String name =
        constant
            .type()
            .getSimpleName()
            .toString()
            .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
            .toUpperCase(Locale.ROOT);
    String map = imports.use("java.util.Map");
    String entries =
        constant.constants().entrySet().stream()
            .map(
                entry ->
                    "\n              "
                        + map
                        + ".entry("
                        + Literals.text(entry.getKey())
                        + ", "
                        + type
                        + "."
                        + entry.getValue()
                        + ")")
            .collect(Collectors.joining(","));
    constants.put(
        name,
        "  private static final "
            + imports.model("typed.ValueForm")
            + "<"
            + type
            + "> "
            + name
            + " =\n      "
            + imports.model("typed.ValueForm")
            + ".named(\n          "
            + map
            + ".ofEntries("
            + entries
            + "));");
    return name;
  }

  /** Adds the fields that expressions speak of. */
  void addConstants(Source source) {
    for (String constant : constants.values()) {
      source.field(constant);
    }
  }
}
