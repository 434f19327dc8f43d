package dev.espalier.model.schema;

import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What tells one convention from another, and one version of it from the next.
 *
 * @param name the convention, such as {@code ngff:image}
 * @param version the version as the convention spells it
 * @param uuid the identity that stays over all versions
 * @param url where the schema of this version is published
 * @param aliases other URLs under which data is found to name this version
 * @param probes how to recognise data: a node follows the convention if all of them hold
 */
public record Identity(
    String name,
    String version,
    Optional<UUID> uuid,
    Optional<String> url,
    List<String> aliases,
    List<Probe> probes) {
  /** Copies the lists. */
  public Identity {
    aliases = List.copyOf(aliases);
    probes = List.copyOf(probes);
  }

  /** A name and a version, and no other way to recognise data. */
  public static Identity of(String name, String version) {
    return new Identity(name, version, Optional.empty(), Optional.empty(), List.of(), List.of());
  }

  /**
   * A sign that a node follows a convention.
   *
   * @param attribute a place in the attributes of the node, such as {@code /ome/version}
   * @param value the value there; without one, any value is a sign
   */
  public record Probe(JsonPointer attribute, Optional<JsonValue> value) {}

  /** The name and the version, as {@code ngff:image@0.5}. */
  @Override
  public String toString() {
    return name + "@" + version;
  }
}
