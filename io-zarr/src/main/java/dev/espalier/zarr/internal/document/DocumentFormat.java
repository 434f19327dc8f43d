package dev.espalier.zarr.internal.document;

import dev.espalier.io.store.StoreKey;
import dev.espalier.io.store.StorePrefix;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.layout.ChunkKeyEncoding;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.zarr.internal.consolidated.ConsolidatedMetadata;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A version of the format as far as documents go: which ones make a node, and what they say.
 *
 * <p>Implementations hold no state and are safe for use by several threads at once.
 */
public interface DocumentFormat {
  /** What messages call the version, such as {@code Zarr v3}. */
  String title();

  /**
   * The last parts of the keys of documents that make a node of what has one of them, that of a
   * group first.
   */
  List<String> names();

  /**
   * The node at a prefix, a group without its members; nothing if there is no document. A node that
   * cannot be read says why, and names the key of the document.
   */
  Optional<NodeSpec> read(DocumentSource documents, StorePrefix prefix);

  /**
   * The documents of a node by the last parts of their keys, in the order in which they are to be
   * written: the one that makes it a node comes last.
   *
   * @param resolved a group, or an array whose layout leaves nothing open
   * @throws IllegalArgumentException if the documents cannot say what the node says
   */
  Map<String, JsonObject> render(NodeSpec resolved);

  /**
   * What a group repeats of the documents of the nodes below it, if it repeats anything.
   *
   * @param group the group at the prefix, as its document was read
   * @throws dev.espalier.model.error.UnsupportedException if that is of a kind that is not known
   * @throws IllegalArgumentException if that is invalid; the message starts with the place in the
   *     document
   */
  Optional<ConsolidatedMetadata> consolidated(
      DocumentSource documents, StorePrefix prefix, GroupSpec group);

  /**
   * The documents that take the place of those of a node that stands, so that nothing of these
   * stays, as {@link #render} gives them.
   *
   * @throws IllegalArgumentException if the documents cannot say what the node says
   */
  default Map<String, JsonObject> replacements(NodeSpec resolved) {
    return render(resolved);
  }

  /** How chunks are named where nothing is asked for. */
  ChunkKeyEncoding usualKeys();

  /** How chunks are named that were to be named like that, maybe in another version. */
  ChunkKeyEncoding keys(ChunkKeyEncoding asked);

  /** Why the documents cannot say what a node says; nothing if they can. */
  Optional<String> problemWith(NodeSpec resolved);

  /**
   * An array that was read, with a layout that says what decodes its chunks: some versions have
   * codecs that others have no words for, and mark such layouts as their own.
   */
  default ArraySpec spelled(ArraySpec array) {
    return array;
  }

  /** Whether there is a node at a prefix. */
  default boolean isNode(DocumentSource documents, StorePrefix prefix) {
    return names().stream().anyMatch(name -> documents.contains(prefix.key(name)));
  }

  /** The key of the document that a group at a prefix has. */
  default StoreKey ofGroup(StorePrefix prefix) {
    return prefix.key(names().get(0));
  }
}
