package dev.espalier.io.store;

import java.nio.ByteBuffer;

/**
 * A value on its way into a store, piece by piece; for one thread. Who opens the key before it is
 * complete may see a part.
 */
public interface ValueSink extends AutoCloseable {
  /**
   * Appends all that remains of a buffer, which stays the caller's.
   *
   * @throws dev.espalier.model.error.StorageException if the store cannot take it
   */
  void put(ByteBuffer piece);

  /**
   * Sets bytes that were appended before.
   *
   * @param at where they are, counted from the first byte of the value
   * @throws IndexOutOfBoundsException if fewer were appended
   */
  void overwrite(long at, ByteBuffer piece);

  /** How many bytes have been appended. */
  long size();

  /**
   * Completes the value.
   *
   * @throws dev.espalier.model.error.StorageException if the store cannot take it
   */
  void complete();

  /** Gives up the value, unless it is complete: nothing of it stays. */
  @Override
  void close();
}
