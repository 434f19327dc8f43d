package dev.espalier.zarr;

import dev.espalier.io.place.ChangeablePlace;
import dev.espalier.io.place.StorePlace;
import dev.espalier.io.place.StorePlaces;
import dev.espalier.io.place.WritablePlace;
import dev.espalier.io.store.Store;
import dev.espalier.model.error.MissingException;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.spi.Location;
import java.util.Optional;

/**
 * The places that locations name, with the roles that are needed of them.
 *
 * @param stores the kinds of places at hand
 */
record Places(StorePlaces stores) {
  /** With the kinds of places that {@link java.util.ServiceLoader} finds. */
  static Places load() {
    return new Places(StorePlaces.load());
  }

  /** The place of a location, if stores of its kind are known. */
  Optional<StorePlace> find(Location location) {
    return stores.place(location);
  }

  /**
   * The place of a location.
   *
   * @throws UnsupportedException if stores of its kind are not known
   */
  StorePlace at(Location location) {
    return find(location)
        .orElseThrow(
            () ->
                new UnsupportedException(
                    location
                        + ": locations of scheme \""
                        + location.scheme()
                        + "\" are not supported; give the path of a directory or an archive, or,"
                        + " to read, a URL of http or https"));
  }

  /**
   * The place of a location, to put a hierarchy there.
   *
   * @throws UnsupportedException if that is not possible with stores of its kind
   */
  WritablePlace toWrite(Location location) {
    if (at(location) instanceof WritablePlace place) {
      return place;
    }
    throw new UnsupportedException(
        location + ": stores of this kind can be read only; write to a directory or an archive");
  }

  /**
   * The place of a location, to change parts of what stands there.
   *
   * @throws UnsupportedException if that is not possible with stores of its kind
   */
  ChangeablePlace toChange(Location location) {
    if (at(location) instanceof ChangeablePlace place) {
      return place;
    }
    throw new UnsupportedException(
        location
            + ": stores of this kind cannot be changed in parts; write the hierarchy anew, or"
            + " change a copy of it in a directory");
  }

  /**
   * The store that stands at a location, to change it.
   *
   * @throws MissingException if there is none
   * @throws UnsupportedException if stores of its kind cannot be changed
   */
  Store standing(Location location) {
    return toChange(location).openToChange().orElseThrow(() -> missing(location));
  }

  static MissingException missing(Location location) {
    return new MissingException(location + ": nothing is there");
  }
}
