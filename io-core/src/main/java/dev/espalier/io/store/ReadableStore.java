package dev.espalier.io.store;

import dev.espalier.io.codec.ByteRange;
import java.util.Optional;

/**
 * A store whose values can be read by key; safe for use by several threads at once.
 *
 * <p>What it keeps open, a connection or a file, is let go of when it is closed; a store that keeps
 * nothing need not be closed.
 */
public interface ReadableStore extends AutoCloseable {
  /** What messages call the store: the path or URL that a user knows it by. */
  String name();

  /**
   * Opens the value of a key for reading; close it.
   *
   * @param first what will be read first. A store far away fetches just that together with the
   *     answer whether there is a value, and the rest when it is asked for; what can be read does
   *     not depend on it.
   * @return the value, or nothing if the store has no such key
   * @throws dev.espalier.model.error.StorageException if the store cannot tell or cannot give it
   */
  Optional<StoredValue> open(StoreKey key, ByteRange first);

  /** Opens the value of a key, all of which will be read; close it. */
  default Optional<StoredValue> open(StoreKey key) {
    return open(key, ByteRange.all());
  }

  /**
   * Whether there is a value under a key.
   *
   * @throws dev.espalier.model.error.StorageException if the store cannot tell
   */
  default boolean contains(StoreKey key) {
    Optional<StoredValue> value = open(key, ByteRange.of(0, 0));
    value.ifPresent(StoredValue::close);
    return value.isPresent();
  }

  /** Lets go of what the store keeps open; it is not used afterwards. */
  @Override
  default void close() {}
}
