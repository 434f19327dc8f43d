package dev.espalier.io.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which directories some paths led to when they were looked at.
 *
 * <p>Safe for use by several threads at once.
 */
final class DirectoryIdentities {
  /** More than a walk has above it; who meets more starts anew, at a look for each. */
  private static final int MOST = 4_096;

  /** Empty keys where the file system does not tell one directory from another. */
  private final Map<Path, Optional<Object>> known = new ConcurrentHashMap<>();

  boolean has(Path directory) {
    return known.containsKey(directory);
  }

  void remember(Path directory, BasicFileAttributes attributes) {
    if (known.size() >= MOST) {
      known.clear();
    }
    known.put(directory, Optional.ofNullable(attributes.fileKey()));
  }

  /**
   * Whether a path surely leads where it led before: nothing on the way became a link to somewhere
   * else. One look, however long the path is; if it leads elsewhere, nothing is known any more.
   */
  boolean isUnchanged(Path directory) {
    Optional<Object> before = known.getOrDefault(directory, Optional.empty());
    if (before.isEmpty()) {
      return false;
    }
    try {
      BasicFileAttributes now = Files.readAttributes(directory, BasicFileAttributes.class);
      if (now.isDirectory() && before.equals(Optional.ofNullable(now.fileKey()))) {
        return true;
      }
      known.clear();
    } catch (IOException e) {
      known.clear(); // whatever is wrong, it was not before
    }
    return false;
  }
}
