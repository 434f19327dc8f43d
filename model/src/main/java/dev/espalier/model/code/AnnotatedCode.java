package dev.espalier.model.code;

import dev.espalier.model.annotation.Convention;
import dev.espalier.model.annotation.Named;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.schema.Identity;
import dev.espalier.model.schema.NodeSchema;
import dev.espalier.model.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes a schema as interfaces with the annotations of {@link dev.espalier.model.annotation}.
 *
 * <p>Annotations have no word for all that a schema can demand: for unions, and for rules under
 * identities of one's own where there is a core rule. What they cannot say is left out, so that the
 * interfaces accept more, and is told. Where nothing is told, compiling the source gives a schema
 * in which nothing has changed.
 */
public final class AnnotatedCode {
  private AnnotatedCode() {}

  /**
   * The source of an interface, with all others nested in it.
   *
   * @param packageName the package of the interface; empty for the unnamed one
   * @param typeName the name of the interface
   * @throws IllegalArgumentException if a name is none for Java
   * @throws UnsupportedException if the root is a choice, which no interface can be
   */
  public static AnnotatedSource of(Schema schema, String packageName, String typeName) {
    JavaNames.check(packageName, typeName);
    Notes notes = new Notes();
    Literals literals = new Literals();
    TypeNames types = new TypeNames(typeName);
    AnnotatedNodes nodes = new AnnotatedNodes(schema, literals, types, notes);
    String convention = convention(schema, literals, notes);
    NodeSchema root = schema.resolve(schema.root());
    if (root instanceof NodeSchema.Choice) {
      throw new UnsupportedException(
          "the root of "
              + schema.identity()
              + " is a choice, which has no form as an annotated interface; write it as builder"
              + " code");
    }
    if (schema.root() instanceof NodeSchema.Reference reference) {
      nodes.define(reference.definition(), typeName);
      convention += "@" + literals.type(Named.class);
      convention += "(" + Literals.quoted(reference.definition()) + ")\n";
    }
    String body = nodes.root(convention, typeName, root);
    StringBuilder out = new StringBuilder();
    out.append(packageName.isEmpty() ? "" : "package " + packageName + ";\n\n");
    literals.imports().forEach(name -> out.append("import ").append(name).append(";\n"));
    out.append('\n').append(body);
    return new AnnotatedSource(out.toString(), notes.all());
  }

  private static String convention(Schema schema, Literals literals, Notes notes) {
    Identity identity = schema.identity();
    List<String> parts = new ArrayList<>();
    parts.add("name = " + Literals.quoted(identity.name()));
    parts.add("version = " + Literals.quoted(identity.version()));
    if (!schema.title().isEmpty()) {
      parts.add("title = " + Literals.quoted(schema.title()));
    }
    identity.uuid().ifPresent(uuid -> parts.add("uuid = " + Literals.quoted(uuid.toString())));
    identity.url().ifPresent(url -> parts.add("url = " + Literals.quoted(url)));
    if (!identity.aliases().isEmpty()) {
      parts.add("aliases = " + Annotations.texts(identity.aliases()));
    }
    List<String> probes = new ArrayList<>();
    for (Identity.Probe probe : identity.probes()) {
      Optional<String> spelled = probe(probe);
      spelled.ifPresent(probes::add);
      if (spelled.isEmpty()) {
        notes.add("/", "the sign at " + probe.attribute());
      }
    }
    if (!probes.isEmpty()) {
      parts.add("probes = " + Annotations.texts(probes));
    }
    String name = literals.type(Convention.class);
    return "@" + name + "(\n    " + String.join(",\n    ", parts) + ")\n";
  }

  private static Optional<String> probe(Identity.Probe probe) {
    String pointer = probe.attribute().toString();
    if (pointer.isEmpty() || pointer.contains("=")) {
      return Optional.empty();
    }
    if (probe.value().isEmpty()) {
      return Optional.of(pointer);
    }
    return probe.value().get() instanceof JsonString text
        ? Optional.of(pointer + "=" + text.value())
        : Optional.empty();
  }
}
