package dev.espalier.cli.command;

import dev.espalier.model.error.MissingException;
import dev.espalier.model.error.StorageException;
import dev.espalier.model.spi.Backends;
import dev.espalier.model.spi.Location;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the hierarchies at or below a location. */
final class LocationSearch {
  /** Deep enough for how people sort their files; a search without a bound may never end. */
  private static final int DEEPEST = 12;

  private final Backends backends;
  private final List<Location> found = new ArrayList<>();

  private LocationSearch(Backends backends) {
    this.backends = backends;
  }

  /**
   * The location itself if a hierarchy is there; else, if it is a directory, all hierarchies below
   * it, in the order of their names. Links to directories and hidden files are not followed.
   *
   * @throws MissingException if there are none
   */
  static List<Location> search(Backends backends, Location location) {
    Optional<Path> path = location.path();
    if (path.isEmpty()
        || backends.recognise(location).isPresent()
        || !Files.isDirectory(path.get())) {
      return List.of(location);
    }
    LocationSearch search = new LocationSearch(backends);
    search.descend(path.get(), 1);
    if (search.found.isEmpty()) {
      throw new MissingException(location + ": no hierarchy is in this directory or below it");
    }
    return search.found;
  }

  private void descend(Path directory, int depth) {
    for (Path child : children(directory)) {
      Location location = Location.of(child);
      if (backends.recognise(location).isPresent()) {
        found.add(location);
      } else if (depth < DEEPEST && Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
        descend(child, depth + 1);
      }
    }
  }

  private static List<Path> children(Path directory) {
    List<Path> children = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
      stream.forEach(children::add);
    } catch (IOException e) {
      throw new StorageException(
          StorageException.Access.READ, directory + ": cannot be listed: " + e.getMessage(), e);
    }
    return children.stream()
        .filter(child -> !child.getFileName().toString().startsWith("."))
        .sorted()
        .toList();
  }
}
