package dev.espalier.io.place;

import dev.espalier.io.store.Store;

/**
 * A store under construction: nobody sees it before it is published, and if it never is, nothing of
 * it stays.
 */
public interface StagedStore extends AutoCloseable {
  /**
   * Where the construction takes place; not to be used after {@link #publish} or {@link #close}.
   */
  Store store();

  /**
   * Puts the store in its place.
   *
   * @throws dev.espalier.model.error.TargetExistsException if something stands there and was not to
   *     be replaced
   * @throws dev.espalier.model.error.StorageException if that fails; what stood there is there
   *     still
   */
  void publish();

  /** Discards everything, unless it was published. Nothing may use {@link #store} meanwhile. */
  @Override
  void close();
}
