package dev.espalier.model.code;

import dev.espalier.model.declare.SchemaDeclaration;
import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.schema.Identity;
import dev.espalier.model.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Writes a schema as Java source that builds it with the words of {@link
 * dev.espalier.model.declare.Declare}.
 *
 * <p>The source is one class with one public method, {@code schema()}, whose result equals the
 * schema. What a schema does not hold is the code of rules that only code can check: in its place
 * stands code that fails with the names of the rules, which a match reports.
 */
public final class BuilderCode {
  private static final String DECLARE = "dev.espalier.model.declare.Declare";

  private BuilderCode() {}

  /**
   * The source of a class.
   *
   * @param packageName the package of the class; empty for the unnamed one
   * @param className the name of the class
   * @throws IllegalArgumentException if a name is none for Java
   */
  public static String of(Schema schema, String packageName, String className) {
    JavaNames.check(packageName, className);
    Literals literals = new Literals();
    Parts parts = new Parts(literals);
    Code whole = whole(schema, literals, parts);
    literals.type(Schema.class);
    Set<String> imports = new TreeSet<>(literals.imports());
    StringBuilder out = new StringBuilder();
    out.append(packageName.isEmpty() ? "" : "package " + packageName + ";\n\n");
    out.append("import static ").append(DECLARE).append(".*;\n\n");
    imports.forEach(name -> out.append("import ").append(name).append(";\n"));
    out.append("\n/** The schema of ").append(comment(schema.identity().toString()));
    out.append(". */\npublic final class ").append(className).append(" {\n");
    out.append("  private ").append(className).append("() {}\n\n");
    out.append("  /** Builds the schema. */\n  public static Schema schema() {\n    return ");
    out.append(whole.render(4)).append(";\n  }\n");
    parts.methods().forEach(method -> out.append('\n').append(method));
    return out.append("}\n").toString();
  }

  /** Text that neither ends a comment nor escapes anything in it. */
  private static String comment(String text) {
    return text.replaceAll("[^A-Za-z0-9 .,:;@_+-]", "_");
  }

  private static Code whole(Schema schema, Literals literals, Parts parts) {
    Identity identity = schema.identity();
    NodeCode nodes = new NodeCode(literals, parts);
    List<Code> calls = new ArrayList<>();
    if (!schema.title().isEmpty()) {
      calls.add(Code.call("title", literals.text(schema.title())));
    }
    identity.uuid().ifPresent(u -> calls.add(Code.call("uuid", literals.text(u.toString()))));
    identity.url().ifPresent(url -> calls.add(Code.call("url", literals.text(url))));
    identity.aliases().forEach(alias -> calls.add(Code.call("alias", literals.text(alias))));
    boolean plain = identity.probes().stream().allMatch(BuilderCode::isPlain);
    if (plain) {
      identity.probes().forEach(probe -> calls.add(probe(probe, literals)));
    }
    calls.add(Code.call("root", nodes.node(schema.root())));
    schema
        .definitions()
        .forEach(
            (name, node) -> calls.add(Code.call("define", literals.text(name), nodes.node(node))));
    Code convention =
        Code.call("convention", literals.text(identity.name()), literals.text(identity.version()))
            .then(calls);
    Code built =
        parts.bounded(convention, SchemaDeclaration.class, "convention").then(Code.call("build"));
    return plain ? built : literals.create(Schema.class, full(schema, built, literals));
  }

  private static boolean isPlain(Identity.Probe probe) {
    return !probe.attribute().tokens().isEmpty()
        && probe.value().filter(value -> !(value instanceof JsonString)).isEmpty();
  }

  private static Code probe(Identity.Probe probe, Literals literals) {
    Code pointer = literals.text(probe.attribute().toString());
    return probe.value().orElse(null) instanceof JsonString text
        ? Code.call("probe", pointer, literals.text(text.value()))
        : Code.call("probe", pointer);
  }

  /** The parts of a schema whose probes ask for other values than texts. */
  private static Code[] full(Schema schema, Code built, Literals literals) {
    Identity identity = schema.identity();
    Code name =
        literals.create(
            Identity.class,
            literals.text(identity.name()),
            literals.text(identity.version()),
            literals.optional(
                identity.uuid(),
                u ->
                    Code.call(
                        literals.type(UUID.class) + ".fromString", literals.text(u.toString()))),
            literals.optional(identity.url(), literals::text),
            literals.list(identity.aliases(), literals::text),
            literals.list(identity.probes(), probe -> fullProbe(probe, literals)));
    return new Code[] {
      name,
      literals.text(schema.title()),
      built.then(Code.call("root")),
      built.then(Code.call("definitions"))
    };
  }

  private static Code fullProbe(Identity.Probe probe, Literals literals) {
    return literals.create(
        Identity.Probe.class,
        literals.create(
            JsonPointer.class, literals.list(probe.attribute().tokens(), literals::text)),
        literals.optional(probe.value(), literals::json));
  }
}
