package dev.espalier.model.spi;

import dev.espalier.model.error.UnsupportedException;

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

  /**
   * Opens a hierarchy in a certain way; only metadata is read. A format without consolidated
   * metadata need not know this.
   *
   * @throws dev.espalier.model.error.EspalierException if nothing is there, if the root itself
   *     cannot be read, or if what is required is not there
   */
  default OpenHierarchy open(Location location, OpenOptions options) {
    if (options.consolidated() == OpenOptions.Consolidated.REQUIRE) {
      throw new UnsupportedException(
          location + ": the format " + id() + " has no consolidated metadata to require");
    }
    return open(location);
  }
}
