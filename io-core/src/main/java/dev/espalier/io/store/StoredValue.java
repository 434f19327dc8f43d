package dev.espalier.io.store;

import dev.espalier.io.codec.ByteSource;
import java.util.Optional;

/**
 * The bytes of one key, open for reading at any place; safe for use by several threads at once
 * until it is closed.
 *
 * <p>They are those of one moment: where they change while they are open, reading gives those that
 * were there, or fails with a {@link dev.espalier.model.error.StorageException}, as far as the
 * store can tell.
 */
public interface StoredValue extends ByteSource, AutoCloseable {
  /**
   * What is another once the bytes of this key are others, so that what was learned of them can be
   * kept; nothing if the store cannot tell. What was learned of a value without a version is of use
   * only until the value is closed.
   */
  default Optional<String> version() {
    return Optional.empty();
  }

  /** Lets go of what keeps the bytes at hand. */
  @Override
  void close();
}
