package dev.espalier.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** The names that a source may use for types, and the imports that make them so. */
final class Imports {
  private static final String DECLARE = "dev.espalier.model.declare.Declare";

  private final String packageName;
  private final Map<String, String> bySimpleName = new TreeMap<>();
  private final TreeSet<String> statics = new TreeSet<>();

  Imports(String packageName) {
    this.packageName = packageName;
  }

  /** The name for a top-level type: the simple one, unless another type has that here. */
  String use(String qualifiedName) {
    String simple = qualifiedName.substring(qualifiedName.lastIndexOf('.') + 1);
    String holder = bySimpleName.putIfAbsent(simple, qualifiedName);
    return holder == null || holder.equals(qualifiedName) ? simple : qualifiedName;
  }

  /** The name for a type that may be nested. */
  String use(TypeElement type) {
    Element outer = Places.outer(type);
    return outer.getKind() == ElementKind.PACKAGE
        ? use(type.getQualifiedName().toString())
        : use((TypeElement) outer) + "." + type.getSimpleName();
  }

  /** The name for a type of the model, after its root package. */
  String model(String name) {
    return use("dev.espalier.model." + name);
  }

  /** The name for the class that was generated for a type. */
  String generated(TypeElement type, String suffix) {
    return use(Places.beside(type, type.getSimpleName() + suffix));
  }

  /** The name of a word of the builder, imported statically. */
  String word(String method) {
    statics.add(DECLARE + "." + method);
    return method;
  }

  /** A type with its arguments, without annotations. */
  String type(TypeMirror type) {
    if (!(type instanceof DeclaredType declared)) {
      return plain(type);
    }
    String name = use((TypeElement) declared.asElement());
    return declared.getTypeArguments().isEmpty()
        ? name
        : name
            + declared.getTypeArguments().stream()
                .map(this::type)
                .collect(Collectors.joining(", ", "<", ">"));
  }

  /** A type as messages spell it: simple names, without annotations. */
  static String plain(TypeMirror type) {
    if (!(type instanceof DeclaredType declared)) {
      String text = type.toString();
      return text.substring(text.lastIndexOf(' ') + 1);
    }
    String name = declared.asElement().getSimpleName().toString();
    return declared.getTypeArguments().isEmpty()
        ? name
        : name
            + declared.getTypeArguments().stream()
                .map(Imports::plain)
                .collect(Collectors.joining(", ", "<", ">"));
  }

  /** The lines that import what was used. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    statics.forEach(name -> lines.add("import static " + name + ";"));
    if (!statics.isEmpty()) {
      lines.add("");
    }
    TreeSet<String> names = new TreeSet<>();
    bySimpleName.forEach(
        (simple, name) -> {
          String from = name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : "";
          if (!from.equals(packageName) && !from.equals("java.lang")) {
            names.add("import " + name + ";");
          }
        });
    lines.addAll(names);
    return lines;
  }
}
