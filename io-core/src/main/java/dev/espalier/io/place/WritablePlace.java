package dev.espalier.io.place;

/** A place where a store can be put that appears whole or not at all. */
public interface WritablePlace extends StorePlace {
  /** What stands at a place. */
  enum Occupancy {
    /** Nothing at all. */
    NOTHING,
    /** Something that holds nothing, such as an empty directory. */
    EMPTY,
    /** Something, of whatever kind. */
    TAKEN
  }

  /** What stands there; nothing is changed. */
  Occupancy occupancy();

  /** Whether names that differ only in case are taken for one there. */
  boolean ignoresCase();

  /**
   * Mends what an interruption left.
   *
   * @throws dev.espalier.model.error.StorageException if that cannot be done
   */
  void recover();

  /**
   * Starts a store.
   *
   * @param replace whether what stands there is replaced on publishing
   * @throws dev.espalier.model.error.TargetExistsException if something stands there and is not to
   *     be replaced
   * @throws dev.espalier.model.error.StorageException if nothing can be written there; nothing is
   *     left behind
   */
  StagedStore begin(boolean replace);
}
