package dev.espalier.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.ElementKind;

/** Writes the forms of values in attributes that have a type: objects, choices, and lists. */
final class FieldsCode {
  private final Source source;
  private final Imports imports;
  private final ValueCode values;
  private final AccessCode access;

  FieldsCode(Source source) {
    this.source = source;
    this.imports = source.imports();
    this.values = new ValueCode(imports);
    this.access = new AccessCode(imports, values);
  }

  String of(Declared.Value value, Defaults defaults) {
    String form = imports.model("typed.ValueForm");
    source.field(
        "  /** Reads and writes values. */",
        "  public static final " + form + "<" + source.typeName() + "> FORM =",
        "      " + form + ".of(" + source.name() + "::read, " + source.name() + "::write);");
    source.add("", "  private " + source.name() + "() {}");
    if (value instanceof Declared.Fields fields) {
      fields(fields);
      defaults.addTo(source, fields.type(), fields.fields());
    } else if (value instanceof Declared.Tuple tuple) {
      new TupleCode(source, values).add(tuple);
    } else {
      cases((Declared.Cases) value);
    }
    values.addConstants(source);
    return source.render(
        "How a {@link " + source.typeName() + "} is declared, read and written.", "");
  }

  private void fields(Declared.Fields fields) {
    List<String> lines = new ArrayList<>();
    lines.add("  public static " + imports.model("schema.value.ValueSchema") + ".Obj schema() {");
    List<String> all = new ArrayList<>();
    fields.fields().forEach(field -> all.add("\n        " + values.field(field)));
    for (String name : Exclusions.of(fields)) {
      all.add("\n        " + values.excluded(name));
    }
    List<String> calls = new ArrayList<>();
    if (fields.closed()) {
      calls.add(".closed()");
    }
    calls.addAll(new RuleCode(imports).checks(fields, fields.checks()));
    lines.add(
        "    return "
            + imports.word("object")
            + "("
            + String.join(",", all)
            + ")"
            + String.join("\n        ", calls)
            + ";");
    lines.add("  }");
    source.member("What a value has to be.", lines.toArray(String[]::new));
    String input = imports.model("typed.ValueInput");
    if (fields.type().getKind() == ElementKind.RECORD) {
      String arguments =
          fields.fields().stream()
              .map(field -> "\n        " + access.argument(field))
              .collect(Collectors.joining(","));
      source.member(
          "Reads a value.",
          "  public static " + source.typeName() + " read(" + input + " in) {",
          "    return in.create(() -> new " + source.typeName() + "(" + arguments + "));",
          "  }");
    } else {
      AccessCode.addRead(
          source,
          input,
          fields.fields().stream().map(field -> access.read(field, "required")).toList());
    }
    List<String> writes = new ArrayList<>();
    String json = imports.model("json.JsonObject");
    writes.add("  public static " + json + " write(" + source.typeName() + " value) {");
    writes.add("    " + json + ".Builder json = " + json + ".builder();");
    fields.fields().forEach(field -> writes.add(access.writeField(field)));
    writes.add("    return json.build();");
    writes.add("  }");
    source.member("Writes a value.", writes.toArray(String[]::new));
  }

  private void cases(Declared.Cases cases) {
    String field = Literals.text(cases.discriminator());
    List<String> schema = new ArrayList<>();
    schema.add("  public static " + imports.model("schema.value.ValueChoice") + " schema() {");
    schema.add("    return " + imports.word("dependingOn") + "(" + field + ")");
    List<String> reads = new ArrayList<>();
    reads.add(
        "  public static "
            + source.typeName()
            + " read("
            + imports.model("typed.ValueInput")
            + " in) {");
    reads.add(
        "    return switch (in.required("
            + field
            + ", "
            + imports.model("typed.ValueForm")
            + ".text())) {");
    List<String> writes = new ArrayList<>();
    String json = imports.model("json.JsonObject");
    writes.add("  public static " + json + " write(" + source.typeName() + " value) {");
    writes.add("    " + json + ".Builder json = " + json + ".builder();");
    cases
        .cases()
        .forEach(
            (name, type) -> {
              String form = imports.generated(type, "Form");
              String text = Literals.text(name);
              schema.add("        .when(" + text + ", " + form + ".schema())");
              reads.add("      case " + text + " -> " + form + ".read(in);");
              writes.add("    if (value instanceof " + imports.use(type) + " one) {");
              writes.add(
                  "      json.put(" + field + ", " + text + ").putAll(" + form + ".write(one));");
              writes.add("    }");
            });
    schema.add(schema.remove(schema.size() - 1) + ";");
    schema.add("  }");
    String expected =
        "an object whose \""
            + cases.discriminator()
            + "\" is one of "
            + String.join(", ", cases.cases().keySet());
    reads.add("      default -> throw in.unreadable(" + Literals.text(expected) + ");");
    reads.add("    };");
    reads.add("  }");
    writes.add("    return json.build();");
    writes.add("  }");
    source.member("What a value has to be.", schema.toArray(String[]::new));
    source.member("Reads a value.", reads.toArray(String[]::new));
    source.member("Writes a value.", writes.toArray(String[]::new));
  }
}
