package dev.espalier.model.spi;

import dev.espalier.model.edit.Edit;
import dev.espalier.model.error.UnsupportedException;
import java.util.List;

/** A storage format whose hierarchies can be edited where they are. */
public interface EditableBackend extends Backend {
  /**
   * Applies edits that touch metadata only, one after the other; nothing else is changed.
   *
   * @throws dev.espalier.model.error.UnsupportedException if an edit touches more than metadata;
   *     nothing is changed then
   * @throws dev.espalier.model.error.RequestException if an edit does not fit what is there;
   *     nothing is changed then
   * @throws dev.espalier.model.error.StorageException if the store cannot take a change; those
   *     before it may have been made
   */
  void edit(Location location, List<? extends Edit> edits);

  /**
   * Makes the root repeat the metadata of all nodes below it, as that is now, so that readers need
   * one document only; elements are not touched.
   *
   * @return how many nodes it repeats
   * @throws UnsupportedException if the format has no consolidated metadata
   * @throws dev.espalier.model.error.EspalierException if a node cannot be read; nothing is changed
   *     then
   */
  default int consolidate(Location location) {
    throw new UnsupportedException(
        location + ": the format " + id() + " has no consolidated metadata");
  }
}
