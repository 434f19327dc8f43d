package dev.espalier.zarr.internal.read;

import dev.espalier.io.store.ReadableStore;
import dev.espalier.io.store.StoreKey;
import dev.espalier.io.store.StorePrefix;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.EspalierException;
import dev.espalier.model.error.StorageException;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.node.UnreadableSpec;
import dev.espalier.model.node.UnreadableSpec.Problem;
import dev.espalier.zarr.metadata.ZarrDocument;
import java.util.Optional;

/** Reads the documents of a store, one node at a time. */
final class NodeReader {
  private final ReadableStore store;

  NodeReader(ReadableStore store) {
    this.store = store;
  }

  static StoreKey document(StorePrefix prefix) {
    return prefix.key(ZarrDocument.NAME);
  }

  /**
   * The node at a prefix, a group without its members; nothing if there is no document. A node that
   * cannot be read says why.
   */
  Optional<NodeSpec> read(StorePrefix prefix) {
    StoreKey key = document(prefix);
    try {
      return StoredDocument.read(store, key).map(document -> parse(key, document));
    } catch (StorageException e) {
      return Optional.of(unreadable(Problem.STORAGE, e));
    } catch (CorruptException e) {
      return Optional.of(new UnreadableSpec(Problem.CORRUPT, key + ": " + e.getMessage()));
    } catch (UnsupportedException e) {
      return Optional.of(new UnreadableSpec(Problem.UNSUPPORTED, key + ": " + e.getMessage()));
    }
  }

  private static NodeSpec parse(StoreKey key, JsonValue document) {
    NodeSpec node = ZarrDocument.parse(document);
    return node instanceof UnreadableSpec bad
        ? new UnreadableSpec(bad.problem(), key + ": " + bad.message(), bad.pointer())
        : node;
  }

  static UnreadableSpec unreadable(Problem problem, EspalierException e) {
    return new UnreadableSpec(problem, String.valueOf(e.getMessage()));
  }
}
