package dev.espalier.io.place;

import dev.espalier.model.spi.Location;
import java.util.Optional;

/**
 * Finds the places that locations of one kind name, such as URLs of a scheme.
 *
 * <p>Found with {@link java.util.ServiceLoader}; implementations have a public constructor without
 * parameters, hold no state, and are safe for use by several threads at once.
 */
public interface StoreProvider {
  /**
   * The place that a location names; nothing if the location is not of this kind, which its
   * spelling tells, or a look at what is there in the file system.
   */
  Optional<StorePlace> place(Location location);

  /** Whether this one would take any path, so that all others are asked before. */
  default boolean takesAnyPath() {
    return false;
  }
}
