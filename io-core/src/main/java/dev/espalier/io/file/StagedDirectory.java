package dev.espalier.io.file;

import dev.espalier.io.internal.file.CreatedParents;
import dev.espalier.io.internal.file.FileFailures;
import dev.espalier.io.internal.file.HiddenNames;
import dev.espalier.io.place.StagedStore;
import dev.espalier.io.store.Store;
import dev.espalier.model.error.StorageException;
import dev.espalier.model.error.StorageException.Access;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** A directory that grows under a hidden name beside its target. */
final class StagedDirectory implements StagedStore {
  private static final int TRIES_AGAINST_RECOVERY = 8;

  private enum State {
    GROWING,
    PUBLISHED,
    DISCARDED
  }

  private final Path target;
  private final String name;
  private final boolean replace;
  private final HiddenNames hidden;
  private final Path staging;
  private final CreatedParents parents;
  private final Store store;
  private State state = State.GROWING;

  StagedDirectory(
      Path target,
      String name,
      boolean replace,
      HiddenNames hidden,
      Path staging,
      CreatedParents parents) {
    this.target = target;
    this.name = name;
    this.replace = replace;
    this.hidden = hidden;
    this.staging = staging;
    this.parents = parents;
    this.store = new FileSystemStore(staging, name);
  }

  @Override
  public Store store() {
    return store;
  }

  @Override
  public synchronized void publish() {
    if (state != State.GROWING) {
      throw new IllegalStateException(name + " was " + state + " already");
    }
    if (isOccupied() && !replace) {
      throw FileSystemStaging.exists(name);
    }
    try {
      replace();
    } catch (IOException e) {
      throw FileFailures.writing(name, "the directory", e);
    }
    state = State.PUBLISHED;
    removeOld(); // what stays is removed when the target is next used
  }

  /**
   * Who opens the target between the two renames takes them for an interrupted replacement and puts
   * the old one back, so that the new one finds its place taken.
   */
  private void replace() throws IOException {
    for (int tries = 1; ; tries++) {
      try {
        if (isOccupied()) {
          moveAside();
        }
        moveIn();
        return;
      } catch (IOException e) {
        if (!replace || !isOccupied() || tries == TRIES_AGAINST_RECOVERY) {
          throw e;
        }
      }
    }
  }

  private boolean isOccupied() {
    return Files.exists(target, LinkOption.NOFOLLOW_LINKS);
  }

  private void moveAside() throws IOException {
    // Changes that were decided on meanwhile are of the store that goes, not of the next one.
    new FileSystemStaging(target, name).recoverChanges();
    removeOld(); // left by a replacement that was complete but for this
    Trees.move(target, hidden.old());
  }

  private void removeOld() {
    if (Files.exists(hidden.old(), LinkOption.NOFOLLOW_LINKS)) {
      Remains.removeReplacedIfPossible(target, hidden);
    }
  }

  private void moveIn() throws IOException {
    try {
      Trees.move(staging, target);
    } catch (IOException e) {
      if (replace && !isOccupied()) {
        putBack(e);
      }
      throw e;
    }
  }

  private void putBack(IOException cause) {
    try {
      Trees.move(hidden.old(), target);
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }

  @Override
  public synchronized void close() {
    if (state != State.GROWING) {
      return;
    }
    state = State.DISCARDED;
    try {
      Trees.delete(staging);
    } catch (IOException e) {
      throw new StorageException(
          Access.WRITE, name + ": cannot remove what was begun in " + staging, e);
    }
    parents.remove();
  }
}
