package dev.espalier.model.spi;

import dev.espalier.model.edit.Edit;
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
}
