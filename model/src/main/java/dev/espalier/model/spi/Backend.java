package dev.espalier.model.spi;

import dev.espalier.model.error.UnsupportedException;
import java.util.Optional;

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

  /**
   * Opens a hierarchy if {@link #recognise} sees one. Who is far away from what is there does both
   * with the requests that opening takes.
   *
   * @return nothing if there is none of this format
   * @throws dev.espalier.model.error.EspalierException as {@link #open(Location, OpenOptions)}
   *     does, or if it cannot be found out whether there is one
   */
  default Optional<OpenHierarchy> openIfRecognised(Location location, OpenOptions options) {
    return recognise(location) == Recognition.RECOGNISED
        ? Optional.of(open(location, options))
        : Optional.empty();
  }
}
