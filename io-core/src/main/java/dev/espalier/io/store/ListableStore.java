package dev.espalier.io.store;

import java.util.stream.Stream;

/** A store that can tell what it holds; safe for use by several threads at once. */
public interface ListableStore {
  /**
   * What lies directly below a prefix, in no particular order; nothing if there is no such prefix.
   * Close the stream.
   *
   * @throws dev.espalier.model.error.StorageException if the store cannot tell; the stream may
   *     throw it as well
   */
  Stream<StoreEntry> list(StorePrefix prefix);
}
