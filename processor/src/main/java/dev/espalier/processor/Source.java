package dev.espalier.processor;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.TypeElement;

/** The text of one generated class. */
final class Source {
  private final TypeElement type;
  private final String name;
  private final boolean isMarked;
  private final Imports imports;
  private final List<String> fields = new ArrayList<>();
  private final List<String> body = new ArrayList<>();

  /**
   * Starts a class.
   *
   * @param type the type that it is made for
   * @param suffix what follows the simple name of the type in its own
   * @param isMarked whether the annotation for generated code can be seen
   */
  Source(TypeElement type, String suffix, boolean isMarked) {
    this.type = type;
    this.name = type.getSimpleName() + suffix;
    this.isMarked = isMarked;
    this.imports = new Imports(Places.packageOf(type));
    imports.use(type);
    imports.use(qualifiedName());
  }

  Imports imports() {
    return imports;
  }

  String name() {
    return name;
  }

  String qualifiedName() {
    return Places.beside(type, name);
  }

  /** The type that the class is made for, as the class calls it. */
  String typeName() {
    return imports.use(type);
  }

  /** Adds lines to the body, indented as they are. */
  void add(String... lines) {
    body.addAll(List.of(lines));
  }

  /** Adds a field, before everything else. */
  void field(String... lines) {
    if (!fields.isEmpty()) {
      fields.add("");
    }
    fields.addAll(List.of(lines));
  }

  /** Adds a method after an empty line, with the documentation that it has. */
  void member(String doc, String... lines) {
    add("", "  /** " + doc + " */");
    add(lines);
  }

  /**
   * The whole text.
   *
   * @param doc the documentation of the class
   * @param extending what follows the name of the class
   */
  String render(String doc, String extending) {
    List<String> lines = new ArrayList<>();
    String generated = isMarked ? imports.use("javax.annotation.processing.Generated") : "";
    String packageName = Places.packageOf(type);
    if (!packageName.isEmpty()) {
      lines.add("package " + packageName + ";");
      lines.add("");
    }
    List<String> imported = imports.lines();
    lines.addAll(imported);
    if (!imported.isEmpty()) {
      lines.add("");
    }
    lines.add("/** " + doc + " */");
    if (isMarked) {
      lines.add("@" + generated + "(\"" + EspalierProcessor.class.getName() + "\")");
    }
    lines.add("@SuppressWarnings({\"all\", \"NullAway\"})");
    lines.add((Places.isPublic(type) ? "public " : "") + "final class " + name + extending + " {");
    lines.addAll(fields);
    lines.addAll(fields.isEmpty() && body.get(0).isEmpty() ? body.subList(1, body.size()) : body);
    lines.add("}");
    return String.join("\n", lines) + "\n";
  }

  /** A text as an expression within a chain of calls. */
  static String text(String text) {
    return text(text, " ".repeat(20));
  }

  /** A text as an expression, with a line of code for each of its lines, where it has several. */
  static String text(String text, String indent) {
    List<String> lines = text.lines().map(line -> Literals.text(line + "\n")).toList();
    if (lines.size() < 2) {
      return Literals.text(text);
    }
    List<String> all = new ArrayList<>(lines);
    String last = all.remove(all.size() - 1);
    all.add(last.substring(0, last.length() - 3) + "\"");
    return "\n" + indent + String.join("\n" + indent + "    + ", all);
  }
}
