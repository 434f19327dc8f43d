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
   * Whether the published store has its values in the order in which they were first set, so that
   * whoever reads it from its beginning has the first ones first. What others are found by should
   * then be set first; else it is set last, as nobody should come by what is not there yet.
   */
  default boolean keepsOrder() {
    return false;
  }

  /**
   * Says something of the store to whoever looks at it before any value. One that has no place for
   * it takes no notice.
   */
  default void remark(String text) {}

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
