package dev.espalier.model.declare;

import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.schema.Identity;
import dev.espalier.model.schema.NodeSchema;
import dev.espalier.model.schema.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Collects the parts of a convention's {@link Schema}. */
public final class SchemaDeclaration {
  private final String name;
  private final String version;
  private Optional<UUID> uuid = Optional.empty();
  private Optional<String> url = Optional.empty();
  private final List<String> aliases = new ArrayList<>();
  private final List<Identity.Probe> probes = new ArrayList<>();
  private String title = "";
  private Optional<NodeSchema> root = Optional.empty();
  private final Map<String, NodeSchema> definitions = new LinkedHashMap<>();

  SchemaDeclaration(String name, String version) {
    this.name = name;
    this.version = version;
  }

  /** What it is for, in a line. */
  public SchemaDeclaration title(String words) {
    title = words;
    return this;
  }

  /** The identity that stays over all versions. */
  public SchemaDeclaration uuid(String text) {
    uuid = Optional.of(UUID.fromString(text));
    return this;
  }

  /** Where the schema of this version is published. */
  public SchemaDeclaration url(String text) {
    url = Optional.of(text);
    return this;
  }

  /** Another URL under which data is found to name this version. */
  public SchemaDeclaration alias(String text) {
    aliases.add(text);
    return this;
  }

  /**
   * A sign that a node follows the convention: an attribute that is there.
   *
   * @param pointer a place in the attributes, such as {@code /ome/multiscales}
   */
  public SchemaDeclaration probe(String pointer) {
    probes.add(new Identity.Probe(pointer(pointer), Optional.empty()));
    return this;
  }

  /** A sign that a node follows the convention: an attribute of that value. */
  public SchemaDeclaration probe(String pointer, String value) {
    probes.add(new Identity.Probe(pointer(pointer), Optional.of(JsonValue.of(value))));
    return this;
  }

  /** What a node that follows the convention has to be. */
  public SchemaDeclaration root(NodeDeclaration node) {
    root = Optional.of(node.toSchema());
    return this;
  }

  /** What references by that name speak of. */
  public SchemaDeclaration define(String definition, NodeDeclaration node) {
    if (definitions.putIfAbsent(definition, node.toSchema()) != null) {
      throw new IllegalArgumentException("\"" + definition + "\" is defined twice");
    }
    return this;
  }

  /**
   * The schema.
   *
   * @throws IllegalArgumentException with all that makes it meaningless
   */
  public Schema build() {
    NodeSchema node =
        root.orElseThrow(
            () -> new IllegalArgumentException("convention " + name + " has no root; call root()"));
    Identity identity = new Identity(name, version, uuid, url, aliases, probes);
    return new Schema(identity, title, node, definitions);
  }

  private static JsonPointer pointer(String text) {
    if (!text.startsWith("/")) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is no place in the attributes; write /" + text);
    }
    return new JsonPointer(
        Arrays.stream(text.substring(1).split("/", -1))
            .map(token -> token.replace("~1", "/").replace("~0", "~"))
            .toList());
  }
}
