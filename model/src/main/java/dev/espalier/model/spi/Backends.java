package dev.espalier.model.spi;

import dev.espalier.model.error.MissingException;
import dev.espalier.model.error.UnsupportedException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The storage formats at hand.
 *
 * @param all the backends, in the order in which they are asked
 */
public record Backends(List<Backend> all) {
  /** Copies the list and checks that no two backends share a word. */
  public Backends {
    all = List.copyOf(all);
    long words = all.stream().map(Backend::id).distinct().count();
    if (words != all.size()) {
      throw new IllegalArgumentException(
          "two backends share an id: " + all.stream().map(Backend::id).sorted().toList());
    }
  }

  /** The backends that {@link ServiceLoader} finds. */
  public static Backends load() {
    return new Backends(
        ServiceLoader.load(Backend.class).stream()
            .map(ServiceLoader.Provider::get)
            .sorted(Comparator.comparing(Backend::id))
            .toList());
  }

  /** The backend that recognises what is at a location. */
  public Optional<Backend> recognise(Location location) {
    return all.stream().filter(b -> b.recognise(location) == Recognition.RECOGNISED).findFirst();
  }

  /**
   * Opens what is at a location.
   *
   * @throws MissingException if nothing is there
   * @throws UnsupportedException if no backend recognises what is there
   */
  public OpenHierarchy open(Location location) {
    return open(location, OpenOptions.defaults());
  }

  /**
   * Opens what is at a location in a certain way.
   *
   * @throws MissingException if nothing is there
   * @throws UnsupportedException if no backend recognises what is there
   */
  public OpenHierarchy open(Location location, OpenOptions options) {
    return openNamed(location, options).hierarchy();
  }

  /**
   * Opens what is at a location in a certain way, and says in which format that is.
   *
   * @throws MissingException if nothing is there
   * @throws UnsupportedException if no backend recognises what is there
   */
  public Opened openNamed(Location location, OpenOptions options) {
    for (Backend backend : all) {
      Optional<OpenHierarchy> opened = backend.openIfRecognised(location, options);
      if (opened.isPresent()) {
        return new Opened(backend.id(), opened.get());
      }
    }
    throw notRecognised(location);
  }

  /**
   * A hierarchy that was opened.
   *
   * @param format the word for the format that it is stored in
   * @param hierarchy the hierarchy; close it
   */
  public record Opened(String format, OpenHierarchy hierarchy) {}

  /**
   * The backend of that word that can write.
   *
   * @throws UnsupportedException if there is none
   */
  public WritableBackend writable(String id) {
    return all.stream()
        .filter(backend -> backend.id().equals(id))
        .flatMap(b -> b instanceof WritableBackend w ? Stream.of(w) : Stream.empty())
        .findFirst()
        .orElseThrow(() -> new UnsupportedException("no backend writes the format " + id));
  }

  /**
   * The backend that can edit what is at a location, where it is.
   *
   * @throws MissingException if nothing is there
   * @throws UnsupportedException if no backend recognises what is there, or if its format cannot be
   *     edited in place
   */
  public EditableBackend editable(Location location) {
    Backend backend = recognise(location).orElseThrow(() -> notRecognised(location));
    if (backend instanceof EditableBackend editable) {
      return editable;
    }
    throw new UnsupportedException(
        location
            + ": the format "
            + backend.id()
            + " cannot be edited in place; convert it to another one, and edit that");
  }

  /**
   * The backend that can change the arrays of what is at a location, where they are.
   *
   * @throws MissingException if nothing is there
   * @throws UnsupportedException if no backend recognises what is there, or if arrays of its format
   *     cannot be changed in place
   */
  public ChangeableBackend changeable(Location location) {
    Backend backend = recognise(location).orElseThrow(() -> notRecognised(location));
    if (backend instanceof ChangeableBackend changeable) {
      return changeable;
    }
    throw new UnsupportedException(
        location
            + ": arrays of the format "
            + backend.id()
            + " cannot be changed in place; convert it to another one, and change that");
  }

  private RuntimeException notRecognised(Location location) {
    String formats = all.stream().map(Backend::id).collect(Collectors.joining(", "));
    if (location.path().isEmpty()) {
      return all.stream().anyMatch(b -> b.recognise(location) == Recognition.ABSENT)
          ? new MissingException(
              location
                  + ": no hierarchy of a known format ("
                  + formats
                  + ") is there; give the location of its root")
          : new UnsupportedException(
              location + ": locations of scheme \"" + location.scheme() + "\" cannot be read");
    }
    if (all.stream().allMatch(b -> b.recognise(location) == Recognition.ABSENT)) {
      return new MissingException(location + ": nothing is there");
    }
    return new UnsupportedException(
        location + ": not a hierarchy of a known format (" + formats + ")");
  }
}
