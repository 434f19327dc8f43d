package dev.espalier.processor;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Checks the migrations that a type declares, and writes the method that lists them. */
final class MigrationCode {
  private static final String DRAFT = "dev.espalier.model.migration.MigrationDraft";

  private MigrationCode() {}

  private static List<ExecutableElement> methods(TypeElement type) {
    return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
        .filter(method -> Mirrors.has(method, "Migrates"))
        .toList();
  }

  /** Reports methods that are no migrations, and those of types that have no versions. */
  static void check(TypeElement type, Problems problems) {
    for (ExecutableElement method : methods(type)) {
      if (!Mirrors.has(type, "Convention")) {
        problems.report(
            method,
            Problems.nameOf(method)
                + ": @Migrates belongs to an interface with @Convention, which says the version");
        continue;
      }
      boolean fits =
          method.getModifiers().contains(Modifier.STATIC)
              && method.getParameters().size() == 1
              && ValueTypes.nameOf(method.getParameters().get(0).asType()).equals(DRAFT)
              && ValueTypes.nameOf(method.getReturnType()).equals(DRAFT);
      if (!fits) {
        problems.report(
            method,
            Problems.nameOf(method)
                + ": a migration is a static method that takes a MigrationDraft and gives one");
      }
      versions(type, method, problems);
    }
  }

  private static void versions(TypeElement type, ExecutableElement method, Problems problems) {
    AnnotationMirror migrates = Mirrors.find(method, "Migrates").orElseThrow();
    String from = Mirrors.text(migrates, "from");
    String to = Mirrors.text(migrates, "to");
    if (from.isEmpty() == to.isEmpty()) {
      problems.report(
          method,
          Problems.nameOf(method)
              + ": @Migrates names one other version, with either from or to; found "
              + (from.isEmpty() ? "none" : "both"));
    } else if ((from + to).equals(version(type))) {
      problems.report(
          method,
          Problems.nameOf(method) + ": a migration from version " + from + to + " to itself");
    }
  }

  private static String version(TypeElement type) {
    return Mirrors.text(Mirrors.find(type, "Convention").orElseThrow(), "version");
  }

  /** Adds the method that lists the migrations of a convention, if it has any. */
  static void write(TypeElement type, Source source) {
    Imports imports = source.imports();
    List<String> lines = new ArrayList<>();
    for (ExecutableElement method : methods(type)) {
      AnnotationMirror migrates = Mirrors.find(method, "Migrates").orElseThrow();
      String from = Mirrors.text(migrates, "from");
      String to = Mirrors.text(migrates, "to");
      lines.add(
          "        "
              + imports.model("migration.Migration")
              + ".between("
              + Literals.text(from.isEmpty() ? version(type) : from)
              + ", "
              + Literals.text(to.isEmpty() ? version(type) : to)
              + ", "
              + source.typeName()
              + "::"
              + method.getSimpleName()
              + ")");
    }
    if (!lines.isEmpty()) {
      String list = imports.use("java.util.List");
      source.add(
          "",
          "  @Override",
          "  public " + list + "<" + imports.model("migration.Migration") + "> migrations() {",
          "    return " + list + ".of(",
          String.join(",\n", lines) + ");",
          "  }");
    }
  }
}
