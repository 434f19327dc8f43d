package dev.espalier.model.tree;

import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.path.NodePath;
import java.util.Optional;

/**
 * One thing that differs between two hierarchies.
 *
 * @param path the node
 * @param facet what of the node differs; {@link Facet#MEMBERS} for a node that one side lacks
 * @param pointer the place inside the facet, the root except for attributes
 * @param left what the first has, or nothing
 * @param right what the second has, or nothing
 */
public record Difference(
    NodePath path,
    Facet facet,
    JsonPointer pointer,
    Optional<JsonValue> left,
    Optional<JsonValue> right) {

  /** The word for the facet and the place inside it: {@code shape}, {@code attributes/ome/name}. */
  public String place() {
    return facet.id() + pointer;
  }
}
