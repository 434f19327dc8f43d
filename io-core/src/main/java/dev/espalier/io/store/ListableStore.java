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

  /**
   * The names directly below a prefix that more keys may begin with, in no particular order. A
   * store that would have to look at each name to tell gives those of keys as well, so that whoever
   * follows a name may find nothing. Close the stream.
   *
   * @throws dev.espalier.model.error.StorageException if the store cannot tell; the stream may
   *     throw it as well
   */
  default Stream<String> prefixes(StorePrefix prefix) {
    return list(prefix)
        .filter(entry -> entry.kind() == StoreEntry.Kind.PREFIX)
        .map(StoreEntry::name);
  }
}
