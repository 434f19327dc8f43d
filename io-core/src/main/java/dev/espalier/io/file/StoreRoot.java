package dev.espalier.io.file;

import dev.espalier.io.internal.file.FileFailures;
import dev.espalier.io.store.StoreKey;
import dev.espalier.model.error.StorageException;
import dev.espalier.model.error.StorageException.Access;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The directory that a store must not leave, and the paths of its keys below it. */
final class StoreRoot {
  private final Path directory;
  private final String name;
  private final PlainDirectories directories;

  /** Where something was written, which is not where a link led to when somebody read. */
  private final DirectoryIdentities written = new DirectoryIdentities();

  /** The directory without links, once it is known to exist. */
  private volatile @Nullable Path real;

  StoreRoot(Path directory, String name) {
    this.directory = directory.toAbsolutePath().normalize();
    this.name = name;
    this.directories = new PlainDirectories(this.directory);
  }

  String name() {
    return name;
  }

  /** The path of a key or prefix, whose segments have been checked before. */
  Path resolve(String value, Access access) {
    String separator = directory.getFileSystem().getSeparator();
    if (value.indexOf('\\') >= 0 && separator.equals("\\")) {
      throw new StorageException(
          access,
          name
              + ": "
              + StoreKey.shown(value)
              + " has a backslash, which separates directories here",
          null);
    }
    Path path;
    try {
      path = directory.resolve(value);
    } catch (InvalidPathException e) {
      throw FileFailures.unspellable(access, name, value, e);
    }
    if (separator.equals("/")) {
      return path; // segments that have been checked do not lead out
    }
    path = path.normalize();
    if (!path.startsWith(directory)) {
      throw new StorageException(access, outside(StoreKey.shown(value)), null);
    }
    return path;
  }

  /** Whether a path lies below the directory and is not the directory itself. */
  boolean isBelow(Path path) {
    return path.startsWith(directory) && !path.equals(directory);
  }

  /**
   * The regular file that a path leads to within the directory, if there is one.
   *
   * <p>Where the directories on the way lead is looked at once. That there is nothing is believed
   * only if they still lead there: an absent chunk counts as filled with the fill value.
   */
  Optional<FoundFile> existing(Path path, StoreKey key) throws IOException {
    Path parent = parentOf(path);
    try {
      switch (directories.way(parent)) {
        case PLAIN -> {
          BasicFileAttributes attributes =
              Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
          if (attributes.isRegularFile()) {
            return Optional.of(new FoundFile(path, attributes));
          }
        }
        case ABSENT -> {
          return Optional.empty();
        }
        case UNCLEAR -> {}
      }
    } catch (FileSystemException e) {
      if (e instanceof NoSuchFileException && directories.isUnchanged(parent)) {
        return Optional.empty();
      }
    }
    return behindLinks(path, key);
  }

  private Optional<FoundFile> behindLinks(Path path, StoreKey key) throws IOException {
    Path file;
    try {
      file = path.toRealPath();
    } catch (FileSystemException e) {
      if (!isAbsent(path, e)) {
        throw e;
      }
      requireNoLink(path);
      return Optional.empty();
    }
    if (!file.startsWith(real())) {
      throw new StorageException(
          Access.READ,
          outside(key.value()) + " through a symbolic link; put a copy in its place",
          null);
    }
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    if (attributes.isDirectory()) {
      return Optional.empty();
    }
    if (!attributes.isRegularFile()) {
      throw new StorageException(Access.READ, name + ": " + key + " is not a regular file", null);
    }
    return Optional.of(new FoundFile(file, attributes));
  }

  /** The directory behind a path, to be listed; nothing if there is none. */
  Optional<Path> listed(Path path) throws IOException {
    return switch (directories.way(path)) {
      case PLAIN -> Optional.of(path);
      case ABSENT -> Optional.empty();
      case UNCLEAR -> {
        requireNoLink(path);
        yield Optional.of(path);
      }
    };
  }

  /** Absent is what has no directory entry, or has a file where a directory had to be. */
  private boolean isAbsent(Path path, FileSystemException e) {
    if (e instanceof NoSuchFileException) {
      return true;
    }
    for (Path above = parentOf(path); isBelow(above); above = parentOf(above)) {
      if (Files.isRegularFile(above)) {
        return true;
      }
    }
    return false;
  }

  /** Refuses a path that leads through a link, or to one. */
  void requireNoLink(Path path) {
    for (Path step = path; isBelow(step); step = parentOf(step)) {
      if (Files.isSymbolicLink(step)) {
        throw new StorageException(
            Access.READ,
            name
                + ": "
                + directory.relativize(step)
                + (Files.exists(step)
                    ? " is a symbolic link to a directory, which is not followed when listing;"
                        + " put a copy in its place"
                    : " is a symbolic link that leads to nothing; fetch what it stands for"),
            null);
      }
    }
  }

  /** Refuses to write at a path whose directories lead out; they have to exist. */
  void requireInside(Path path) throws IOException {
    Path parent = parentOf(path);
    if (written.isUnchanged(parent)) {
      return;
    }
    Path directory = parent.toRealPath();
    if (!directory.startsWith(real())) {
      throw new StorageException(
          Access.WRITE,
          outside(this.directory.relativize(path).toString())
              + " through a symbolic link; remove it",
          null);
    }
    written.remember(parent, Files.readAttributes(directory, BasicFileAttributes.class));
  }

  void createParentOf(Path path) throws IOException {
    Path parent = parentOf(path);
    if (written.isUnchanged(parent)) {
      return;
    }
    if (isBelow(parent) && !Files.exists(parent, LinkOption.NOFOLLOW_LINKS)) {
      createParentOf(parent);
      requireInside(parent);
    }
    try {
      Files.createDirectories(parent);
    } catch (FileAlreadyExistsException e) {
      if (Files.isRegularFile(parent)) {
        throw e;
      }
      // It was there, and gone when it was looked at: another thread removed it.
      throw new NoSuchFileException(parent.toString());
    }
  }

  /** The directory of a path; the store's own directory where there is none. */
  Path parentOf(Path path) {
    Path parent = path.getParent();
    return parent == null ? directory : parent;
  }

  private Path real() throws IOException {
    Path known = real;
    if (known == null) {
      known = directory.toRealPath();
      real = known;
    }
    return known;
  }

  private String outside(String what) {
    return name + ": " + what + " leads outside of the store";
  }
}
