package dev.espalier.zarr.internal.read;

import dev.espalier.io.store.StoreKey;
import dev.espalier.io.store.StorePrefix;
import dev.espalier.model.error.EspalierException;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.node.UnreadableSpec;
import dev.espalier.model.node.UnreadableSpec.Problem;
import dev.espalier.model.path.NodePath;
import dev.espalier.zarr.internal.array.StoredArray;
import dev.espalier.zarr.internal.consolidated.ConsolidatedMetadata;
import dev.espalier.zarr.internal.document.DocumentFormat;
import dev.espalier.zarr.internal.document.DocumentSource;
import java.util.List;
import java.util.Optional;

/** Reads the nodes that documents describe, one at a time. */
final class NodeReader {
  private final DocumentFormat format;
  private final DocumentSource documents;

  NodeReader(DocumentFormat format, DocumentSource documents) {
    this.format = format;
    this.documents = documents;
  }

  /**
   * The node at a prefix, a group without its members; nothing if there is no document. A node that
   * cannot be read says why.
   */
  Optional<NodeSpec> read(StorePrefix prefix) {
    return format.read(documents, prefix);
  }

  /** What a group repeats of the nodes below it, as {@link DocumentFormat#consolidated} says. */
  Optional<ConsolidatedMetadata> consolidated(NodePath path, GroupSpec group) {
    return format.consolidated(documents, StoredArray.prefixOf(path), group);
  }

  /** An array with a layout that says what decodes its chunks. */
  ArraySpec spelled(ArraySpec array) {
    return format.spelled(array);
  }

  /** Whether there is a node at a prefix, readable or not. */
  boolean isNode(StorePrefix prefix) {
    return format.isNode(documents, prefix);
  }

  /** The names of the documents that make a node. */
  List<String> documentNames() {
    return format.names();
  }

  /** The key of the document that a group at a prefix has. */
  StoreKey ofGroup(StorePrefix prefix) {
    return format.ofGroup(prefix);
  }

  static UnreadableSpec unreadable(Problem problem, EspalierException e) {
    return new UnreadableSpec(problem, String.valueOf(e.getMessage()));
  }
}
