package dev.espalier.io.file;

import dev.espalier.io.internal.file.FileFailures;
import dev.espalier.io.internal.file.HiddenNames;
import dev.espalier.io.place.Change;
import dev.espalier.io.place.StagedStore;
import dev.espalier.io.store.Store;
import dev.espalier.model.error.StorageException;
import dev.espalier.model.error.StorageException.Access;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/** Parts of a store that grow in a hidden directory beside it, until they take their places. */
final class StagedChanges implements StagedStore {
  private final Path target;
  private final String name;
  private final Path staging;
  private final Path journal;
  private final HiddenNames hidden;
  private final List<Change> changes;
  private final Store store;
  private boolean open = true;

  private StagedChanges(
      Path target, String name, Path staging, HiddenNames hidden, List<Change> changes) {
    this.target = target;
    this.name = name;
    this.staging = staging;
    this.journal = staging.resolve(UUID.randomUUID().toString());
    this.hidden = hidden;
    this.changes = List.copyOf(changes);
    this.store = new FileSystemStore(ChangeJournal.staged(journal), name);
  }

  static StagedChanges begin(Path target, String name, List<Change> changes) throws IOException {
    ChangeJournal.requireVacancy(target, name, changes);
    HiddenNames hidden = HiddenNames.of(target);
    Path staging = hidden.fresh();
    Files.createDirectory(staging);
    StagedChanges staged = new StagedChanges(target, name, staging, hidden, changes);
    Files.createDirectories(ChangeJournal.staged(staged.journal));
    return staged;
  }

  @Override
  public Store store() {
    return store;
  }

  @Override
  public synchronized void publish() {
    if (!open) {
      throw new IllegalStateException(name + " was published or discarded already");
    }
    ChangeJournal.requireVacancy(target, name, changes);
    try {
      ChangeJournal.prepare(journal, target, name, changes);
      Trees.move(staging, hidden.changes()); // from here on, whoever finds it completes the changes
    } catch (IOException e) {
      throw FileFailures.writing(name, "the changes", e);
    }
    Path committed = hidden.changes().resolve(journal.getFileName());
    try {
      ChangeJournal.in(committed, target, name).apply();
    } catch (IOException | StorageException e) {
      if (isTakenBack(committed, e)) {
        throw e instanceof IOException failure
            ? FileFailures.writing(name, "the changes", failure)
            : (StorageException) e;
      } // else somebody who took over has made all of them
    }
    open = false;
    remove(committed, hidden);
  }

  /** Removes a journal whose changes are made; what stays is removed when somebody writes next. */
  static void remove(Path journal, HiddenNames hidden) {
    Remains.removeIfPossible(journal, hidden);
    Remains.deleteIfEmpty(hidden.changes());
  }

  /** False if there is nothing to take back, as somebody who took over has made all changes. */
  private boolean isTakenBack(Path committed, Exception cause) {
    Path back = ChangeJournal.toTakeBack(committed);
    try {
      Trees.move(committed, back); // from here on, whoever finds it takes the changes back
    } catch (IOException e) {
      if (isGone(committed)) {
        return false;
      }
      cause.addSuppressed(e);
    }
    open = false; // what is there may be needed to take them back
    if (!isGone(back)) {
      complete(back, cause);
    }
    return true;
  }

  private void complete(Path back, Exception cause) {
    try {
      ChangeJournal.in(back, target, name).complete();
      remove(back, hidden);
    } catch (IOException | StorageException e) {
      if (!isGone(back)) {
        cause.addSuppressed(e);
      } // else somebody who took over has taken all of them back
    }
  }

  private static boolean isGone(Path journal) {
    return !Files.exists(journal, LinkOption.NOFOLLOW_LINKS);
  }

  @Override
  public synchronized void close() {
    if (!open) {
      return;
    }
    open = false;
    try {
      Trees.delete(staging);
    } catch (IOException e) {
      throw new StorageException(
          Access.WRITE, name + ": cannot remove what was begun in " + staging, e);
    }
  }
}
