package dev.espalier.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;

/** Writes the class of a convention. */
final class ConventionCode {
  private static final String CHAIN = "          ";

  private final Catalogue catalogue;
  private final Source source;
  private final Imports imports;

  ConventionCode(Catalogue catalogue, Source source) {
    this.catalogue = catalogue;
    this.source = source;
    this.imports = source.imports();
  }

  String of(TypeElement type, AnnotationMirror convention, Map<String, TypeElement> definitions) {
    String schema = imports.model("schema.Schema");
    String form = imports.generated(type, "Form");
    String simple = type.getSimpleName().toString();
    List<String> calls = new ArrayList<>();
    calls.add("  /** The convention as data. */");
    calls.add("  public static final " + schema + " SCHEMA =");
    calls.add(
        "      "
            + imports.word("convention")
            + "("
            + quoted(convention, "name")
            + ", "
            + quoted(convention, "version")
            + ")");
    calls(convention).forEach(call -> calls.add(CHAIN + call));
    boolean defined = catalogue.isDefined(type);
    calls.add(
        CHAIN
            + ".root("
            + (defined
                ? imports.word("reference") + "(" + Literals.text(Catalogue.definition(type)) + ")"
                : form + ".declare()")
            + ")");
    definitions.forEach(
        (name, one) ->
            calls.add(
                CHAIN
                    + ".define("
                    + Literals.text(name)
                    + ", "
                    + (Catalogue.isAnyArray(one)
                        ? imports.word("array") + "()"
                        : imports.generated(one, "Form") + ".declare()")
                    + ")"));
    calls.add(CHAIN + ".build();");
    source.field(calls.toArray(String[]::new));
    source.member(
        "Made by {@link java.util.ServiceLoader}, or by hand.",
        "  public " + source.name() + "() {",
        "    super("
            + source.typeName()
            + ".class, SCHEMA, "
            + form
            + "::read, "
            + form
            + "::write);",
        "  }");
    source.member(
        "Starts a value.",
        "  public static " + simple + "Builder builder() {",
        "    return new " + simple + "Builder();",
        "  }");
    MigrationCode.write(type, source);
    return source.render(
        "The convention that {@link " + source.typeName() + "} declares.",
        " extends " + imports.model("typed.TypedConvention") + "<" + source.typeName() + ">");
  }

  private static List<String> calls(AnnotationMirror convention) {
    List<String> calls = new ArrayList<>();
    for (String part : List.of("title", "uuid", "url")) {
      if (!Mirrors.text(convention, part).isEmpty()) {
        calls.add("." + part + "(" + quoted(convention, part) + ")");
      }
    }
    for (String alias : Mirrors.texts(convention, "aliases")) {
      calls.add(".alias(" + Literals.text(alias) + ")");
    }
    for (String probe : Mirrors.texts(convention, "probes")) {
      int equals = probe.indexOf('=');
      calls.add(
          equals < 0
              ? ".probe(" + Literals.text(probe) + ")"
              : ".probe("
                  + Literals.text(probe.substring(0, equals))
                  + ", "
                  + Literals.text(probe.substring(equals + 1))
                  + ")");
    }
    return calls;
  }

  private static String quoted(AnnotationMirror convention, String part) {
    return Literals.text(Mirrors.text(convention, part));
  }
}
