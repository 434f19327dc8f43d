package dev.espalier.io.file;

import dev.espalier.io.internal.file.HiddenNames;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Removes what others look for under a name that they know, and would take for whole while half of
 * it is deleted.
 *
 * <p>One rename takes it out of their sight, into the directory {@link HiddenNames#gone}, from
 * where nothing is ever taken back. Who is killed while it is deleted there leaves a rest, which
 * the next one who writes removes, whoever else may be removing it as well.
 */
final class Remains {
  private static final int TRIES_AGAINST_SWEEPING = 8;

  private Remains() {}

  /** Removes a tree as far as that is possible: at once from where it is, or not at all. */
  static void removeIfPossible(Path tree, HiddenNames hidden) {
    try {
      Path gone = moveAway(tree, hidden);
      Trees.deleteIfPossible(gone);
    } catch (IOException e) {
      // Not important enough to fail, or somebody else was faster.
    }
    deleteIfEmpty(hidden.gone());
  }

  private static Path moveAway(Path tree, HiddenNames hidden) throws IOException {
    Path gone = hidden.gone().resolve(UUID.randomUUID().toString());
    for (int tries = 1; ; tries++) {
      try {
        createIfAbsent(hidden.gone());
        Trees.move(tree, gone);
        return gone;
      } catch (NoSuchFileException e) {
        if (tries == TRIES_AGAINST_SWEEPING || !Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) {
          throw e;
        } // else somebody has just found the directory empty, and deleted it
      }
    }
  }

  private static void createIfAbsent(Path directory) throws IOException {
    try {
      Files.createDirectory(directory);
    } catch (FileAlreadyExistsException e) {
      return; // others remove something, or were killed while they did
    }
  }

  /**
   * Removes the store that another one has replaced. Between the look at the target and the rename,
   * somebody may have begun the next replacement: what was taken is then the only store there is,
   * and is put back. Nobody else puts it back: it stays aside if both are killed right then.
   */
  static void removeReplacedIfPossible(Path target, HiddenNames hidden) {
    Path aside = hidden.fresh();
    try {
      Trees.move(hidden.old(), aside);
      if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
        Trees.move(aside, hidden.old());
        return;
      }
    } catch (IOException e) {
      return; // not important enough to fail, or somebody else was faster
    }
    removeIfPossible(aside, hidden);
  }

  /** Removes the rests of removals that were interrupted, as far as that is possible. */
  static void sweep(HiddenNames hidden) {
    if (Files.exists(hidden.gone(), LinkOption.NOFOLLOW_LINKS)) {
      Trees.deleteIfPossible(hidden.gone());
    }
  }

  /** Deletes a directory unless there is something in it. */
  static void deleteIfEmpty(Path directory) {
    try {
      Files.deleteIfExists(directory);
    } catch (IOException e) {
      return;
    }
  }
}
