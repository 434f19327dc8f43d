package dev.espalier.zarr.metadata;

import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.node.UnreadableSpec;
import dev.espalier.zarr.internal.field.DocumentException;

/**
 * The metadata document of one Zarr v3 node, between its JSON form and the spec tree.
 *
 * <p>Of a layout, exactly one form is made of one meaning: a chain that is a single sharding codec
 * with the usual index (little-endian, with checksum, at the end) around plain chunks becomes
 * {@link dev.espalier.model.layout.Layout#shardShape}; any other chain is kept as it is spelled.
 *
 * @see <a href="https://zarr-specs.readthedocs.io/en/latest/v3/core/index.html#metadata">Zarr v3,
 *     metadata</a>
 */
public final class ZarrDocument {
  /** The last part of the key under which a node's document is stored. */
  public static final String NAME = "zarr.json";

  private ZarrDocument() {}

  /**
   * Reads the document of one node; it never throws for what a document says.
   *
   * <p>A group is given without members: whoever knows the store adds them. Consolidated metadata
   * and extensions that need not be understood are kept as extras.
   *
   * @return the node, or an {@link UnreadableSpec} whose message starts with the place in the
   *     document
   */
  public static NodeSpec parse(JsonValue document) {
    try {
      return DocumentReader.read(document);
    } catch (DocumentException e) {
      return e.node();
    }
  }

  /**
   * Writes the document of one node.
   *
   * <p>Of the extras, extensions that need not be understood are written. Consolidated metadata is
   * not: it repeats documents that may since have changed.
   *
   * @param resolved a group, or an array whose layout leaves nothing open
   * @throws IllegalArgumentException if something is left open that a document has to say, or if
   *     the node is unreadable
   */
  public static JsonObject render(NodeSpec resolved) {
    return resolved.match(
        DocumentWriter::group,
        DocumentWriter::array,
        unreadable -> {
          throw new IllegalArgumentException(
              "an unreadable node has no document to write: " + unreadable.message());
        });
  }

  /** Whether the document of a group, as it was read, repeats the documents of nodes below it. */
  public static boolean hasConsolidatedMetadata(GroupSpec group) {
    return group.extras().has(DocumentReader.CONSOLIDATED);
  }

  /** A group whose document does not repeat those of other nodes. */
  public static GroupSpec withoutConsolidatedMetadata(GroupSpec group) {
    return GroupSpec.builder()
        .from(group)
        .extras(group.extras().without(DocumentReader.CONSOLIDATED))
        .build();
  }
}
