package dev.espalier.model.edit;

import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonPointer;
import java.util.Optional;

/** An edit of a value among the attributes of a node, however deep inside them. */
public sealed interface AttributeEdit extends Edit
    permits SetAttribute, RemoveAttribute, RenameAttribute {
  /** The place inside the attributes, such as {@code /ome/version}; never the root. */
  JsonPointer pointer();

  /**
   * The attributes after this edit: all other members as they are, in their order and spelling.
   *
   * @throws IllegalArgumentException if the edit does not fit these attributes; the message says
   *     which edit, why not, and what is there
   */
  JsonObject applyTo(JsonObject attributes);

  @Override
  default boolean touchesMetadataOnly() {
    return true;
  }

  /**
   * The place inside the attributes that a place inside a metadata document means: {@code /units}
   * for {@code /attributes/units}, nothing for a place outside or for the attributes as a whole.
   */
  static Optional<JsonPointer> insideAttributes(JsonPointer inDocument) {
    int depth = inDocument.tokens().size();
    return depth > 1 && inDocument.tokens().get(0).equals("attributes")
        ? Optional.of(new JsonPointer(inDocument.tokens().subList(1, depth)))
        : Optional.empty();
  }
}
