package dev.espalier.io.file;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The directories below one that are reached without a link: each is looked at once.
 *
 * <p>Safe for use by several threads at once.
 */
final class PlainDirectories {
  /** Longer paths are not worth keeping, and hardly any file system takes them. */
  private static final int DEEPEST = 256;

  /** Where a path leads. */
  enum Way {
    /** To a directory, without a link. */
    PLAIN,
    /** To nothing, or through a file that is no directory, without a link. */
    ABSENT,
    /** Perhaps through a link. */
    UNCLEAR
  }

  private final Path root;
  private final DirectoryIdentities known = new DirectoryIdentities();

  /** Directories below one, which may itself be a link. */
  PlainDirectories(Path root) {
    this.root = root;
  }

  /**
   * Where the path of a directory leads; one that was plain before is not looked at again. That it
   * is absent is said only if those above it surely are where they were.
   */
  Way way(Path directory) throws IOException {
    if (known.has(directory)) {
      return Way.PLAIN;
    }
    if (!directory.startsWith(root) || directory.getNameCount() - root.getNameCount() > DEEPEST) {
      return Way.UNCLEAR;
    }
    for (Path step : stepsTo(directory)) {
      Way way = look(step);
      if (way == Way.ABSENT && !step.equals(root)) {
        return isUnchanged(above(step)) ? Way.ABSENT : Way.UNCLEAR;
      }
      if (way != Way.PLAIN) {
        return way;
      }
    }
    return Way.PLAIN;
  }

  /** The directories on the way that are not known, from the top. */
  private Deque<Path> stepsTo(Path directory) {
    Deque<Path> steps = new ArrayDeque<>(List.of(directory));
    while (!steps.element().equals(root) && !known.has(above(steps.element()))) {
      steps.push(above(steps.element()));
    }
    return steps;
  }

  private static Path above(Path directory) {
    return requireNonNull(directory.getParent());
  }

  private Way look(Path directory) throws IOException {
    BasicFileAttributes attributes;
    try {
      attributes = attributes(directory);
    } catch (NoSuchFileException e) {
      return Way.ABSENT;
    }
    if (attributes.isDirectory()) {
      known.remember(directory, attributes);
      return Way.PLAIN;
    }
    return attributes.isRegularFile() ? Way.ABSENT : Way.UNCLEAR;
  }

  private BasicFileAttributes attributes(Path directory) throws IOException {
    return directory.equals(root)
        ? Files.readAttributes(directory, BasicFileAttributes.class)
        : Files.readAttributes(directory, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }

  /** Whether a directory that was plain surely is where it was. */
  boolean isUnchanged(Path directory) {
    return known.isUnchanged(directory);
  }
}
