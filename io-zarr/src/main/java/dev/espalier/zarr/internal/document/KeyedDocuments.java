package dev.espalier.zarr.internal.document;

import dev.espalier.io.store.StoreKey;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.EspalierException;
import dev.espalier.model.error.StorageException;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.node.UnreadableSpec;
import dev.espalier.model.node.UnreadableSpec.Problem;
import dev.espalier.zarr.internal.field.DocumentException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads documents so that every complaint names the key of the document that it is about. */
final class KeyedDocuments {
  private final DocumentSource source;

  KeyedDocuments(DocumentSource source) {
    this.source = source;
  }

  /**
   * The document under a key, or nothing if there is none.
   *
   * @throws DocumentException if it cannot be read
   */
  Optional<JsonValue> find(StoreKey key) {
    return found(key, () -> source.read(key));
  }

  /**
   * The node that the document under a key describes, or nothing if there is none.
   *
   * @param reading as {@link DocumentSource#node} takes it
   * @throws DocumentException if the document cannot be read
   */
  Optional<NodeSpec> node(StoreKey key, Function<JsonValue, NodeSpec> reading) {
    return found(key, () -> source.node(key, reading)).map(node -> of(key, node));
  }

  private static <T> Optional<T> found(StoreKey key, Supplier<Optional<T>> search) {
    try {
      return search.get();
    } catch (StorageException e) {
      throw new DocumentException(unreadable(Problem.STORAGE, String.valueOf(e.getMessage())));
    } catch (CorruptException e) {
      throw new DocumentException(unreadable(Problem.CORRUPT, keyed(key, e)));
    } catch (UnsupportedException e) {
      throw new DocumentException(unreadable(Problem.UNSUPPORTED, keyed(key, e)));
    }
  }

  /** A node as it was read from the document under a key. */
  static NodeSpec of(StoreKey key, NodeSpec node) {
    return node instanceof UnreadableSpec bad
        ? bad.mapMessages(message -> key + ": " + message)
        : node;
  }

  /** A fault of the document under a key. */
  static DocumentException keyed(StoreKey key, DocumentException e) {
    return new DocumentException(e.node().mapMessages(message -> key + ": " + message));
  }

  private static UnreadableSpec unreadable(Problem problem, String message) {
    return new UnreadableSpec(problem, message);
  }

  private static String keyed(StoreKey key, EspalierException e) {
    return key + ": " + e.getMessage();
  }
}
