package dev.espalier.model.spi;

/**
 * A storage format that hierarchies are read from.
 *
 * <p>Found with {@link java.util.ServiceLoader}; implementations have a public constructor without
 * parameters, hold no state, and are safe for use by several threads at once.
 */
public interface Backend {
  /** The word for the format, such as {@code zarr} or {@code hdf5}. */
  String id();

  /**
   * What is at a location, as far as a few bytes tell; anything that cannot be looked at is {@link
   * Recognition#OTHER}.
   */
  Recognition recognise(Location location);

  /**
   * Opens a hierarchy; only metadata is read.
   *
   * @throws dev.espalier.model.error.EspalierException if nothing is there, or if the root itself
   *     cannot be read
   */
  OpenHierarchy open(Location location);
}
