package dev.espalier.zarr.internal.document;

import dev.espalier.io.store.ReadableStore;
import dev.espalier.io.store.StoreKey;
import dev.espalier.io.store.StoredValue;
import dev.espalier.json.JsonLimits;
import dev.espalier.json.JsonReader;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.StorageException;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.json.JsonValue;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Reads the JSON text that is stored under a key. */
public final class StoredDocument {
  private StoredDocument() {}

  /**
   * The document under a key, or nothing if the store has no such key.
   *
   * @throws StorageException if the store cannot give it
   * @throws CorruptException if it is no JSON; the message does not name the key
   * @throws UnsupportedException if it is too long; the message does not name the key
   */
  public static Optional<JsonValue> read(ReadableStore store, StoreKey key) {
    Optional<StoredValue> found = store.open(key);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    try (StoredValue value = found.get()) {
      return Optional.of(JsonReader.parse(bytes(value)));
    }
  }

  /**
   * The text of a document.
   *
   * @throws StorageException if the store cannot give it
   * @throws UnsupportedException if it is too long; the message does not name the key
   */
  static byte[] bytes(StoredValue value) {
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
}
