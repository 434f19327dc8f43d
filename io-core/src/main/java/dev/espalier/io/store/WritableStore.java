package dev.espalier.io.store;

import java.nio.ByteBuffer;

/** A store that takes values; safe for use by several threads at once on different keys. */
public interface WritableStore {
  /** What messages call the store: the path or URL that a user knows it by. */
  String name();

  /**
   * Puts a value under a key, in place of the one that is there.
   *
   * @param value the bytes, in pieces that are joined; each from its position to its limit, both of
   *     which are left as they are. The pieces stay the caller's.
   * @throws dev.espalier.model.error.StorageException if the store cannot take it
   */
  void set(StoreKey key, ByteBuffer... value);

  /**
   * Begins a value that is put under a key piece by piece, so that a large one need not be held in
   * memory; close it. Nothing else may be put there meanwhile.
   *
   * <p>Unless a store says otherwise, the pieces are kept until the value is complete.
   */
  default ValueSink begin(StoreKey key) {
    return new KeptPieces(this, key);
  }

  /** Whether the pieces of a value that was begun are kept in memory until it is complete. */
  default boolean keepsPieces() {
    return true;
  }

  /**
   * Puts a value under a key, so that whoever opens it meanwhile, or after a crash, has the one
   * before or this one, each whole.
   *
   * @param value the bytes, in pieces as for {@link #set}
   * @throws dev.espalier.model.error.StorageException if the store cannot take it; the value is the
   *     one before then
   */
  void replace(StoreKey key, ByteBuffer... value);

  /**
   * Removes the value of a key, if there is one.
   *
   * @throws dev.espalier.model.error.StorageException if the store cannot remove it
   */
  void erase(StoreKey key);
}
