package dev.espalier.processor;

import java.util.ArrayList;
import java.util.List;

/** Writes the forms of records that are lists in attributes. */
final class TupleCode {
  private final Source source;
  private final Imports imports;
  private final ValueCode values;

  TupleCode(Source source, ValueCode values) {
    this.source = source;
    this.imports = source.imports();
    this.values = values;
  }

  void add(Declared.Tuple tuple) {
    List<Property> elements = tuple.elements();
    List<String> schemas = new ArrayList<>();
    List<String> reads = new ArrayList<>();
    List<String> writes = new ArrayList<>();
    for (int i = 0; i < elements.size(); i++) {
      String form = values.form(elements.get(i).type());
      schemas.add("\n        " + values.schema(elements.get(i).type()));
      reads.add("\n        in.element(" + i + ", " + elements.size() + ", " + form + ")");
      writes.add("\n        " + form + ".write(value." + elements.get(i).accessor() + "())");
    }
    String checks = String.join("\n        ", new RuleCode(imports).checks(tuple, tuple.checks()));
    source.member(
        "What a value has to be.",
        "  public static " + imports.model("schema.value.ValueSchema") + ".Tuple schema() {",
        "    return "
            + imports.word("tuple")
            + "("
            + String.join(",", schemas)
            + ")"
            + checks
            + ";",
        "  }");
    source.member(
        "Reads a value.",
        "  public static "
            + source.typeName()
            + " read("
            + imports.model("typed.ValueInput")
            + " in) {",
        "    return in.create(() -> new "
            + source.typeName()
            + "("
            + String.join(",", reads)
            + "));",
        "  }");
    String list = imports.model("json.JsonArray");
    source.member(
        "Writes a value.",
        "  public static " + list + " write(" + source.typeName() + " value) {",
        "    return " + list + ".of(" + String.join(",", writes) + ");",
        "  }");
  }
}
