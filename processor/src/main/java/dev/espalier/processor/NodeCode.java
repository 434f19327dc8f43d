package dev.espalier.processor;

import dev.espalier.processor.Property.Presence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;

/** Writes the forms of nodes: groups, arrays and choices. */
final class NodeCode {
  private static final String CHAIN = "        ";

  private final Catalogue catalogue;
  private final Source source;
  private final Imports imports;
  private final ValueCode values;
  private final AccessCode access;
  private final RuleCode rules;

  NodeCode(Catalogue catalogue, Source source) {
    this.catalogue = catalogue;
    this.source = source;
    this.imports = source.imports();
    this.values = new ValueCode(imports);
    this.access = new AccessCode(imports, values);
    this.rules = new RuleCode(imports);
  }

  String of(Declared.Node node, Defaults defaults) {
    source.add("", "  private " + source.name() + "() {}");
    if (node instanceof Declared.Group group) {
      group(group);
      defaults.addTo(source, group.type(), group.attributes());
    } else if (node instanceof Declared.Array array) {
      array(array);
      defaults.addTo(source, array.type(), array.attributes());
    } else {
      choice((Declared.Choice) node);
    }
    values.addConstants(source);
    return source.render(
        "How a {@link " + source.typeName() + "} is declared, read and written.", "");
  }

  private void group(Declared.Group group) {
    String declaration = imports.model("declare.GroupDeclaration");
    List<String> lines = new ArrayList<>();
    lines.add("  public static " + declaration + " declare() {");
    String start = imports.word("group") + "()";
    lines.add("    " + declaration + " group = " + start + ";");
    if (!group.text().isEmpty()) {
      lines.add("    group.text(" + Source.text(group.text(), CHAIN) + ");");
    }
    for (TypeElement one : group.lineage()) {
      lines.add("    " + imports.generated(one, "Form") + ".addTo(group);");
    }
    lines.add("    return group;");
    lines.add("  }");
    source.member("What a node has to be.", lines.toArray(String[]::new));
    addTo(group, declaration);
    List<String> reads = new ArrayList<>();
    List<String> writes = new ArrayList<>();
    for (Property property : catalogue.attributes(group)) {
      reads.add(access.read(property, "attribute"));
      writes.add(access.write(property));
    }
    for (MemberPart member : catalogue.members(group)) {
      reads.add(access.read(member));
      writes.add(access.write(member));
    }
    AccessCode.addRead(source, imports.model("typed.NodeInput"), reads);
    AccessCode.addWrite(source, writes);
  }

  private void addTo(Declared.Group group, String declaration) {
    List<String> calls = new ArrayList<>();
    for (Property property : group.attributes()) {
      calls.add(attribute(property));
    }
    excluded(group, calls);
    for (MemberPart member : group.members()) {
      calls.add(member(member));
    }
    Optional<AnnotationMirror> annotation = Mirrors.find(group.type(), "Group");
    annotation.ifPresent(mirror -> openness(mirror, calls));
    calls.addAll(rules.rules(group));
    calls.addAll(rules.checks(group, group.checks()));
    List<String> lines = new ArrayList<>();
    lines.add("  public static void addTo(" + declaration + " group) {");
    if (!calls.isEmpty()) {
      lines.add("    group");
      calls.forEach(call -> lines.add(CHAIN + call));
      lines.add(lines.remove(lines.size() - 1) + ";");
    }
    lines.add("  }");
    source.member(
        "Adds what a {@link " + source.typeName() + "} declares beside what it extends.",
        lines.toArray(String[]::new));
  }

  private String attribute(Property property) {
    String field = values.field(property);
    return ".attribute(" + (field.contains("\n") ? "\n            " : "") + field + ")";
  }

  private void excluded(Declared.Node node, List<String> calls) {
    Exclusions.of(node).forEach(name -> calls.add(".attribute(" + values.excluded(name) + ")"));
  }

  private static void openness(AnnotationMirror group, List<String> calls) {
    List<String> dimensions = Mirrors.texts(group, "dimensions");
    if (!dimensions.isEmpty()) {
      calls.add(".dimensions(" + Literals.texts(dimensions) + ")");
    }
    for (String word : List.of("closed", "closedAttributes")) {
      if (Mirrors.flag(group, word)) {
        calls.add("." + word + "()");
      }
    }
  }

  private String member(MemberPart member) {
    String node = node(member);
    String names =
        member.isSeveral()
            ? access.names(member.key())
            : Literals.text(((MemberPart.Exact) member.key()).name());
    boolean described = !member.text().isEmpty() && member.node() instanceof MemberPart.Typed;
    if (described) {
      return ".member(\n            "
          + imports.model("schema.Member")
          + "."
          + record(member)
          + "("
          + count(member)
          + names
          + ", "
          + node
          + ".toSchema())\n                .describedAs("
          + Source.text(member.text())
          + "))";
    }
    return node.startsWith("\n")
        ? "." + word(member) + "(\n            " + count(member) + names + "," + node + ")"
        : "." + word(member) + "(" + count(member) + names + ", " + node + ")";
  }

  /** How many there are at least, and at most where that is said. */
  private static String count(MemberPart member) {
    if (member.max().isPresent()) {
      return member.min() + ", " + member.max().getAsInt() + ", ";
    }
    return member.min() > 0 ? member.min() + ", " : "";
  }

  private static String word(MemberPart member) {
    if (member.isSeveral()) {
      return "members";
    }
    return switch (member.presence()) {
      case REQUIRED -> "member";
      case RECOMMENDED -> "recommendedMember";
      case OPTIONAL, DEFAULT -> "optionalMember";
    };
  }

  private static String record(MemberPart member) {
    if (member.isSeveral()) {
      return member.max().isPresent() ? "between" : member.min() > 0 ? "atLeast" : "many";
    }
    return member.presence() == Presence.REQUIRED
        ? "required"
        : member.presence() == Presence.RECOMMENDED ? "recommended" : "optional";
  }

  private String node(MemberPart member) {
    if (member.node() instanceof MemberPart.Typed typed) {
      return node(typed.type());
    }
    MemberPart.PlainArray array = (MemberPart.PlainArray) member.node();
    List<String> calls =
        new ArrayCode(imports).calls(member.text(), array.arrayOf(), array.elements());
    return calls.size() > 3
        ? "\n            " + String.join("\n                ", calls)
        : String.join("", calls);
  }

  private String node(TypeElement type) {
    return catalogue.isDefined(type)
        ? imports.word("reference") + "(" + Literals.text(Catalogue.definition(type)) + ")"
        : imports.generated(type, "Form") + ".declare()";
  }

  private void array(Declared.Array array) {
    List<String> calls =
        new ArrayList<>(
            new ArrayCode(imports).calls(array.text(), array.arrayOf(), array.elements()));
    for (Property property : array.attributes()) {
      calls.add(attribute(property));
    }
    excluded(array, calls);
    Mirrors.find(array.type(), "ArrayNode")
        .filter(mirror -> Mirrors.flag(mirror, "closedAttributes"))
        .ifPresent(mirror -> calls.add(".closedAttributes()"));
    calls.addAll(rules.checks(array, array.checks()));
    List<String> lines = new ArrayList<>();
    lines.add("  public static " + imports.model("declare.ArrayDeclaration") + " declare() {");
    lines.add("    return " + calls.get(0));
    calls.subList(1, calls.size()).forEach(call -> lines.add(CHAIN + call));
    lines.add(lines.remove(lines.size() - 1) + ";");
    lines.add("  }");
    source.member("What a node has to be.", lines.toArray(String[]::new));
    List<String> reads = new ArrayList<>();
    List<String> writes = new ArrayList<>();
    for (Property property : array.attributes()) {
      reads.add(access.read(property, "attribute"));
      writes.add(access.write(property));
    }
    reads.add("    value." + array.array().getSimpleName() + "(in.plainArray());");
    writes.add("    out.array(value." + array.array().getSimpleName() + "());");
    AccessCode.addRead(source, imports.model("typed.NodeInput"), reads);
    AccessCode.addWrite(source, writes);
  }

  private void choice(Declared.Choice choice) {
    List<String> declares = new ArrayList<>();
    declares.add("  public static " + imports.model("declare.ChoiceDeclaration") + " declare() {");
    declares.add("    return " + imports.word("choice") + "()");
    if (!choice.text().isEmpty()) {
      declares.add(CHAIN + ".text(" + Source.text(choice.text()) + ")");
    }
    List<String> reads = new ArrayList<>();
    reads.add(
        "  public static "
            + source.typeName()
            + " read("
            + imports.model("typed.NodeInput")
            + " in) {");
    reads.add("    return switch (in.alternative()) {");
    List<String> writes = new ArrayList<>();
    choice
        .alternatives()
        .forEach(
            (name, type) -> {
              String form = imports.generated(type, "Form");
              declares.add(CHAIN + ".or(" + Literals.text(name) + ", " + node(type) + ")");
              reads.add("      case " + Literals.text(name) + " -> " + form + ".read(in);");
              writes.add("    if (value instanceof " + imports.use(type) + " one) {");
              writes.add("      " + form + ".write(out, one);");
              writes.add("    }");
            });
    declares.add(declares.remove(declares.size() - 1) + ";");
    declares.add("  }");
    reads.add("      default -> throw in.unknownAlternative();");
    reads.add("    };");
    reads.add("  }");
    source.member("What a node has to be.", declares.toArray(String[]::new));
    source.member("Reads a value.", reads.toArray(String[]::new));
    AccessCode.addWrite(source, writes);
  }
}
