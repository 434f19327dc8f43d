package dev.espalier.io.store;

import java.util.Optional;

/** A store whose values can be read by key; safe for use by several threads at once. */
public interface ReadableStore {
  /** What messages call the store: the path or URL that a user knows it by. */
  String name();

  /**
   * Opens the value of a key for reading; close it.
   *
   * @return the value, or nothing if the store has no such key
   * @throws dev.espalier.model.error.StorageException if the store cannot tell or cannot give it
   */
  Optional<StoredValue> open(StoreKey key);

  /**
   * Whether there is a value under a key.
   *
   * @throws dev.espalier.model.error.StorageException if the store cannot tell
   */
  default boolean contains(StoreKey key) {
    Optional<StoredValue> value = open(key);
    value.ifPresent(StoredValue::close);
    return value.isPresent();
  }
}
