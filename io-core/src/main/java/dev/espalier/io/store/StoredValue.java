package dev.espalier.io.store;

import dev.espalier.io.codec.ByteSource;

/**
 * The bytes of one key, open for reading at any place; safe for use by several threads at once
 * until it is closed.
 */
public interface StoredValue extends ByteSource, AutoCloseable {
  /** Lets go of what keeps the bytes at hand. */
  @Override
  void close();
}
