package dev.espalier.io.place;

import dev.espalier.io.store.Store;
import java.util.List;
import java.util.Optional;

/** A place whose store can be changed in parts. */
public interface ChangeablePlace extends WritablePlace {
  /** The store that stands there, with every role. */
  Optional<Store> openToChange();

  /**
   * Starts changes of the store that stands there.
   *
   * @param changes what publishing does, in that order; everything that they speak of has to be in
   *     the staged store by then
   * @throws dev.espalier.model.error.TargetExistsException if something stands where something is
   *     to appear
   * @throws dev.espalier.model.error.StorageException if nothing can be written beside it; nothing
   *     is left behind
   */
  StagedStore begin(List<Change> changes);
}
