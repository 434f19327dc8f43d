package dev.espalier.cli.option;

import dev.espalier.model.error.RequestException;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.spi.Location;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A location, and a node in it: {@code SOURCE[#/path]}.
 *
 * @param location where the hierarchy is
 * @param node the node that is meant, the root where none is spelled
 */
public record SourceOption(Location location, NodePath node) {
  private static final String MARK = "#/";

  /**
   * Reads the words. Both the name of a file and that of a node may hold the mark: the shortest
   * location that is there is the one, and the last mark counts where none is.
   */
  public static SourceOption parse(String text) {
    if (text.isBlank()) {
      throw new RequestException(
          "the source is empty; give an HDF5 file, or a Zarr directory, archive or URL");
    }
    if (text.indexOf(MARK) < 0 || isThere(text)) {
      return new SourceOption(new Location(text), NodePath.root());
    }
    int mark = text.indexOf(MARK);
    while (mark < text.lastIndexOf(MARK) && !isThere(text.substring(0, mark))) {
      mark = text.indexOf(MARK, mark + 1);
    }
    return new SourceOption(new Location(text.substring(0, mark)), path(text.substring(mark + 1)));
  }

  /** Reads the path of a node. */
  public static NodePath path(String text) {
    try {
      return NodePath.parse(text);
    } catch (IllegalArgumentException e) {
      throw new RequestException("\"" + text + "\" is no path: " + e.getMessage(), e);
    }
  }

  private static boolean isThere(String text) {
    Optional<Path> path = new Location(text).path();
    return path.isPresent() && Files.exists(path.get());
  }
}
