package dev.espalier.io.zip;

import dev.espalier.io.internal.file.CreatedParents;
import dev.espalier.io.internal.file.FileFailures;
import dev.espalier.io.internal.file.HiddenNames;
import dev.espalier.io.place.StagedStore;
import dev.espalier.io.store.Store;
import dev.espalier.model.error.StorageException;
import dev.espalier.model.error.StorageException.Access;
import dev.espalier.model.error.TargetExistsException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** An archive that grows under a hidden name beside its target. */
final class StagedArchive implements StagedStore {
  private enum State {
    GROWING,
    PUBLISHED,
    DISCARDED
  }

  private final Path target;
  private final String name;
  private final boolean replace;
  private final CreatedParents parents;
  private Path staging;
  private GrowingArchive archive;
  private String comment = "";
  private State state = State.GROWING;

  private StagedArchive(
      Path target,
      String name,
      boolean replace,
      CreatedParents parents,
      Path staging,
      GrowingArchive archive) {
    this.target = target;
    this.name = name;
    this.replace = replace;
    this.parents = parents;
    this.staging = staging;
    this.archive = archive;
  }

  static StagedArchive begin(Path target, String name, boolean replace) {
    if (!replace && isOccupied(target)) {
      throw exists(name);
    }
    CreatedParents parents;
    try {
      parents = CreatedParents.above(target);
    } catch (IOException e) {
      throw FileFailures.writing(name, "the archive", e);
    }
    try {
      Path staging = HiddenNames.of(target).fresh();
      GrowingArchive archive = GrowingArchive.in(staging, name);
      return new StagedArchive(target, name, replace, parents, staging, archive);
    } catch (IOException e) {
      parents.remove();
      throw FileFailures.writing(name, "the archive", e);
    }
  }

  private static TargetExistsException exists(String name) {
    return new TargetExistsException(
        name + ": something stands there already; choose another target or ask to overwrite it");
  }

  private static boolean isOccupied(Path target) {
    return Files.exists(target, LinkOption.NOFOLLOW_LINKS);
  }

  @Override
  public Store store() {
    return archive;
  }

  @Override
  public boolean keepsOrder() {
    return true;
  }

  /** The comment of the archive. */
  @Override
  public synchronized void remark(String text) {
    comment = text;
  }

  @Override
  public synchronized void publish() {
    if (state != State.GROWING) {
      throw new IllegalStateException(name + " was " + state + " already");
    }
    if (!replace && isOccupied(target)) {
      throw exists(name);
    }
    try {
      if (archive.hasDeadBytes()) {
        copyLiving();
      }
      archive.finish(comment);
      moveIn();
    } catch (IOException e) {
      throw FileFailures.writing(name, "the archive", e);
    }
    state = State.PUBLISHED;
  }

  private void copyLiving() throws IOException {
    Path copied = HiddenNames.of(target).fresh();
    GrowingArchive copy = GrowingArchive.in(copied, name);
    try {
      archive.copyTo(copy);
    } catch (RuntimeException | Error e) {
      copy.release();
      Files.deleteIfExists(copied);
      throw e;
    }
    archive.release();
    Path dead = staging;
    archive = copy;
    staging = copied;
    Files.deleteIfExists(dead);
  }

  private void moveIn() throws IOException {
    if (replace || !linkIn()) {
      Files.move(
          staging, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** A rename would replace what came to be there meanwhile; not every file system has links. */
  private boolean linkIn() throws IOException {
    try {
      Files.createLink(target, staging);
    } catch (FileAlreadyExistsException e) {
      throw exists(name);
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
    Files.deleteIfExists(staging);
    return true;
  }

  @Override
  public synchronized void close() {
    if (state != State.GROWING) {
      return;
    }
    state = State.DISCARDED;
    archive.release();
    try {
      Files.deleteIfExists(staging);
    } catch (IOException e) {
      throw new StorageException(
          Access.WRITE, name + ": cannot remove what was begun in " + staging, e);
    }
    parents.remove();
  }
}
