package dev.espalier.zarr.internal.read;

import dev.espalier.io.store.ReadableStore;
import dev.espalier.io.store.StoreKey;
import dev.espalier.io.store.StorePrefix;
import dev.espalier.io.store.StoredValue;
import dev.espalier.json.JsonLimits;
import dev.espalier.json.JsonReader;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.EspalierException;
import dev.espalier.model.error.StorageException;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.node.UnreadableSpec;
import dev.espalier.model.node.UnreadableSpec.Problem;
import dev.espalier.zarr.metadata.ZarrDocument;
import java.nio.ByteBuffer;
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
      Optional<StoredValue> found = store.open(key);
      if (found.isEmpty()) {
        return Optional.empty();
      }
      try (StoredValue value = found.get()) {
        return Optional.of(parse(key, value));
      }
    } catch (StorageException e) {
      return Optional.of(unreadable(Problem.STORAGE, e));
    }
  }

  private static NodeSpec parse(StoreKey key, StoredValue value) {
    try {
      NodeSpec node = ZarrDocument.parse(JsonReader.parse(bytes(value)));
      return node instanceof UnreadableSpec bad
          ? new UnreadableSpec(bad.problem(), key + ": " + bad.message(), bad.pointer())
          : node;
    } catch (CorruptException e) {
      return new UnreadableSpec(Problem.CORRUPT, key + ": " + e.getMessage());
    } catch (UnsupportedException e) {
      return new UnreadableSpec(Problem.UNSUPPORTED, key + ": " + e.getMessage());
    }
  }

  private static byte[] bytes(StoredValue value) {
    int longest = JsonLimits.DEFAULT.maxBytes();
    if (value.size() > longest) {
      throw new UnsupportedException(
          "the document has "
              + value.size()
              + " bytes; documents of up to "
              + longest
              + " are read");
    }
    ByteBuffer bytes = ByteBuffer.allocate((int) value.size());
    value.read(0, bytes);
    return bytes.array();
  }

  static UnreadableSpec unreadable(Problem problem, EspalierException e) {
    return new UnreadableSpec(problem, String.valueOf(e.getMessage()));
  }
}
