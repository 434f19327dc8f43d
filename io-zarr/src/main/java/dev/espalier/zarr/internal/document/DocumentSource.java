package dev.espalier.zarr.internal.document;

import dev.espalier.io.store.StoreKey;
import dev.espalier.model.json.JsonValue;
import java.util.Optional;

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

  /** Whether there is a document under a key. */
  boolean contains(StoreKey key);
}
