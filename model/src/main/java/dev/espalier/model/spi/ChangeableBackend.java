package dev.espalier.model.spi;

import dev.espalier.model.stored.ChangeOptions;

/** A storage format whose arrays can be changed where they are. */
public interface ChangeableBackend extends Backend {
  /**
   * Opens a hierarchy to change its arrays; only metadata is read. Close the result.
   *
   * @throws dev.espalier.model.error.EspalierException if nothing is there, or if the root itself
   *     cannot be read
   */
  ChangeableHierarchy change(Location location, ChangeOptions options);
}
