package dev.espalier.io.place;

import dev.espalier.io.store.ReadableStore;
import java.util.Optional;

/**
 * Where one store is or shall be. Whether it can be listed or written to shows in the roles of the
 * store, and of the place.
 */
public interface StorePlace {
  /** What messages call the store: the path or URL that a user knows it by. */
  String name();

  /**
   * The store that stands there; close it. What an interrupted write left is mended before.
   *
   * @return nothing if there is none; a store that cannot tell is given, and finds out when it is
   *     asked for a value
   * @throws dev.espalier.model.error.StorageException if that cannot be found out, or not mended
   * @throws dev.espalier.model.error.CorruptException if what stands there contradicts itself
   */
  Optional<ReadableStore> open();

  /**
   * The store that stands there, for a look at it that changes nothing; close it.
   *
   * @return nothing if there is none
   */
  default Optional<ReadableStore> peek() {
    return open();
  }
}
