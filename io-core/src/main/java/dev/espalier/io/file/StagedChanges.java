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
import java.nio.file.Path;
import java.util.List;

/** Parts of a store that grow in a hidden directory beside it, until they take their places. */
final class StagedChanges implements StagedStore {
  private final Path target;
  private final String name;
  private final Path staging;
  private final Path committed;
  private final List<Change> changes;
  private final Store store;
  private boolean open = true;

  private StagedChanges(
      Path target, String name, Path staging, Path committed, List<Change> changes) {
    this.target = target;
    this.name = name;
    this.staging = staging;
    this.committed = committed;
    this.changes = List.copyOf(changes);
    this.store = new FileSystemStore(ChangeJournal.staged(staging), name);
  }

  static StagedChanges begin(Path target, String name, List<Change> changes) throws IOException {
    ChangeJournal.requireVacancy(target, name, changes);
    HiddenNames hidden = HiddenNames.of(target);
    Path staging = hidden.fresh();
    Files.createDirectory(staging);
    Files.createDirectory(ChangeJournal.staged(staging));
    return new StagedChanges(target, name, staging, hidden.changes(), changes);
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
      ChangeJournal.prepare(staging, target, name, changes);
      Trees.move(staging, committed); // from here on, whoever finds it completes the changes
    } catch (IOException e) {
      throw FileFailures.writing(name, "the changes", e);
    }
    try {
      ChangeJournal.in(committed, target, name).apply();
    } catch (IOException | StorageException e) {
      takeBack(e);
      throw e instanceof IOException failure
          ? FileFailures.writing(name, "the changes", failure)
          : (StorageException) e;
    }
    open = false;
    Trees.deleteIfPossible(committed); // what stays is removed when the target is next used
  }

  private void takeBack(Exception cause) {
    try {
      Trees.move(committed, staging);
      ChangeJournal.in(staging, target, name).revert();
    } catch (IOException | StorageException e) {
      open = false; // what is left may be needed to mend it
      cause.addSuppressed(e);
    }
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
