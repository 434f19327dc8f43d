package dev.espalier.zarr.internal.document;

import dev.espalier.io.store.ReadableStore;
import dev.espalier.io.store.StoreKey;
import dev.espalier.model.json.JsonValue;
import java.util.Optional;

/**
 * Documents as a store has them now.
 *
 * @param store what is read
 */
public record StoredDocuments(ReadableStore store) implements DocumentSource {
  @Override
  public Optional<JsonValue> read(StoreKey key) {
    return StoredDocument.read(store, key);
  }

  @Override
  public boolean contains(StoreKey key) {
    return store.contains(key);
  }
}
