package dev.espalier.zarr.internal.document;

import dev.espalier.io.store.StoreKey;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.NodeSpec;
import java.util.Optional;
import java.util.function.Function;

/** Where documents come from; safe for use by several threads at once. */
public interface DocumentSource {
  /**
   * The document under a key, or nothing if there is none.
   *
   * @throws dev.espalier.model.error.StorageException if the store cannot give it
   * @throws dev.espalier.model.error.CorruptException if it is no JSON; the message does not name
   *     the key
   * @throws dev.espalier.model.error.UnsupportedException if it is too long; the message does not
   *     name the key
   */
  Optional<JsonValue> read(StoreKey key);

  /**
   * The node that the document under a key describes, or nothing if there is none. It fails as
   * {@link #read(StoreKey)} does.
   *
   * @param reading depends on the document alone, so that it need not be asked again for the same
   *     text; the same object each time
   */
  default Optional<NodeSpec> node(StoreKey key, Function<JsonValue, NodeSpec> reading) {
    return read(key).map(reading);
  }

  /** Whether there is a document under a key. */
  boolean contains(StoreKey key);
}
