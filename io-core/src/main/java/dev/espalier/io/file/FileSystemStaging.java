package dev.espalier.io.file;

import dev.espalier.io.internal.file.CreatedParents;
import dev.espalier.io.internal.file.FileFailures;
import dev.espalier.io.internal.file.HiddenNames;
import dev.espalier.io.place.Change;
import dev.espalier.io.place.ChangeablePlace;
import dev.espalier.io.place.StagedStore;
import dev.espalier.io.store.MemoryStore;
import dev.espalier.io.store.ReadableStore;
import dev.espalier.io.store.Store;
import dev.espalier.model.error.StorageException;
import dev.espalier.model.error.StorageException.Access;
import dev.espalier.model.error.TargetExistsException;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes directories that appear whole or not at all, and changes of directories that are made whole
 * or not at all.
 *
 * <p>A new store grows in a hidden directory {@code .NAME.espalier-<random>} beside its target and
 * takes its place by a rename. One that replaces another needs two renames: the old one is moved to
 * the hidden name {@code .NAME.espalier-old}, the new one takes its place, the old one is deleted.
 * Who is killed in between leaves the old one under the hidden name; {@link #recover} puts it back.
 * The target's missing parents are created, and removed again if nothing is published.
 *
 * <p>Changes of a store that stays ({@link #begin(List)}) grow in such a hidden directory too. To
 * publish them, it is given the name {@code .NAME.espalier-changes}: that is the moment at which
 * they are decided. Then they are made one by one, each of them by a rename, in the order in which
 * they are listed. Who is killed before that moment has changed nothing. Who is killed after it
 * leaves a store of which some parts are new and the others old, each of them whole, except that
 * the one part that is being swapped may be absent; {@link #recover} makes the rest of the changes.
 * If a change fails, those that were made are taken back; that this is to be done is decided by one
 * rename as well, so that after a kill {@link #recover} does the rest of it.
 *
 * <p>What is not needed any more, a replaced store or a list of changes that are made, is renamed
 * before it is deleted, into the directory {@code .NAME.espalier-gone}, so that whoever recovers at
 * the same time finds all of it or none. What stays there after a kill is removed by the next one
 * who writes. One kill is not made up for: a replaced store is renamed, and put back if a look then
 * shows that it has become the only one, as somebody else has begun to replace the next one. If
 * both are killed just then, the store stays whole in a directory {@code .NAME.espalier-<random>},
 * from where it can be moved back by hand.
 *
 * <p>Changes that somebody has decided on while a replacement grew, and did not live to make, are
 * made before the store that they are of is replaced.
 *
 * <p>A target that is a symbolic link is replaced itself; what it leads to stays. Changes are made
 * to what it leads to. Two programs that replace the same target at the same time may both fail,
 * and leave it as it was. A program that is killed leaves its hidden directory behind, which can be
 * deleted by hand. Nothing is forced to the disk: a power failure shortly after publishing may lose
 * what was published.
 */
public final class FileSystemStaging implements ChangeablePlace {
  private final Path target;
  private final String name;
  private final HiddenNames hidden;

  /**
   * Staging for a directory.
   *
   * @param target the directory that is to appear
   * @param name what messages call it
   */
  public FileSystemStaging(Path target, String name) {
    this.target = target.toAbsolutePath().normalize();
    this.name = name;
    this.hidden = HiddenNames.of(this.target);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Optional<ReadableStore> open() {
    return openToChange().map(store -> store);
  }

  @Override
  public Optional<Store> openToChange() {
    recover();
    return Files.exists(target) ? Optional.of(new FileSystemStore(target, name)) : Optional.empty();
  }

  @Override
  public Optional<ReadableStore> peek() {
    Path standing = wasInterrupted() ? hidden.old() : target;
    if (!Files.exists(standing, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    // Something else than a directory is there, and has no keys.
    return Optional.of(
        Files.isDirectory(standing) ? new FileSystemStore(standing, name) : new MemoryStore(name));
  }

  @Override
  public Occupancy occupancy() {
    if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      return Occupancy.NOTHING;
    }
    if (!Files.isDirectory(target)) {
      return Occupancy.TAKEN;
    }
    try (Stream<Path> children = Files.list(target)) {
      return children.findAny().isEmpty() ? Occupancy.EMPTY : Occupancy.TAKEN;
    } catch (IOException e) {
      throw FileFailures.reading(name, "what stands there", e);
    }
  }

  /**
   * Mends what an interruption left. Of a replacement: puts the old store back if nothing stands at
   * the target, else deletes it. Of changes: makes those that were not made yet, or takes back
   * those that were made if one of them has failed.
   *
   * @throws StorageException if the old store cannot be put back, or the changes cannot be made
   */
  @Override
  public void recover() {
    recoverReplacement();
    recoverChanges();
  }

  void recoverChanges() {
    Path real = real();
    HiddenNames beside = HiddenNames.of(real);
    if (Files.exists(beside.changes(), LinkOption.NOFOLLOW_LINKS) && Files.exists(target)) {
      try {
        completeAll(real, beside);
      } catch (IOException e) {
        throw unfinished(beside.changes(), e);
      }
      Remains.deleteIfEmpty(beside.changes());
    }
  }

  /** Until nothing new is there: meanwhile a journal may get the name that says to take it back. */
  private void completeAll(Path real, HiddenNames beside) throws IOException {
    Set<Path> seen = new HashSet<>();
    for (List<Path> found = journals(beside); !seen.containsAll(found); found = journals(beside)) {
      for (Path journal : found) {
        if (seen.add(journal)) {
          complete(journal, real, beside);
        }
      }
    }
  }

  /** What a link leads to; while nothing stands at the target, that is the target. */
  private Path real() {
    try {
      return target.toRealPath();
    } catch (IOException e) {
      return target;
    }
  }

  /** Mostly one, or none where whoever made the changes was killed at the very end. */
  private static List<Path> journals(HiddenNames beside) throws IOException {
    try {
      return children(beside.changes());
    } catch (NoSuchFileException e) {
      return List.of(); // whoever makes the changes has come to the end meanwhile
    }
  }

  private static List<Path> children(Path directory) throws IOException {
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
      List<Path> children = new ArrayList<>();
      stream.forEach(children::add);
      return children;
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
  }

  private void complete(Path journal, Path real, HiddenNames beside) throws IOException {
    try {
      ChangeJournal.in(journal, real, name).complete();
      StagedChanges.remove(journal, beside);
    } catch (IOException | StorageException e) {
      // Where it is gone by now, whoever makes the changes has come to the end meanwhile.
      if (Files.exists(journal, LinkOption.NOFOLLOW_LINKS)) {
        throw e;
      }
    }
  }

  private StorageException unfinished(Path changes, IOException cause) {
    return new StorageException(
        Access.WRITE,
        name
            + ": a write was interrupted, and the rest of its changes cannot be made from "
            + changes
            + "; open it once as somebody who may write there",
        cause);
  }

  private void recoverReplacement() {
    Path old = hidden.old();
    if (!Files.exists(old, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      Remains.removeReplacedIfPossible(target, hidden); // if it stays, the next one tries again
      return;
    }
    try {
      Trees.move(old, target);
    } catch (IOException e) {
      // Where the target stands by now, whoever replaces it has come to the end meanwhile.
      if (wasInterrupted()) {
        throw new StorageException(
            Access.WRITE,
            name
                + ": a replacement was interrupted, and what stood here cannot be moved back from "
                + old
                + "; move it yourself",
            e);
      }
    }
  }

  /**
   * Whether the file system takes names that differ only in case for one, judged by the first
   * directory above the target that is there.
   */
  @Override
  public boolean ignoresCase() {
    for (Path step = target; step != null && step.getFileName() != null; step = step.getParent()) {
      String name = step.getFileName().toString();
      String other =
          name.equals(name.toUpperCase(Locale.ROOT))
              ? name.toLowerCase(Locale.ROOT)
              : name.toUpperCase(Locale.ROOT);
      if (!name.equals(other) && Files.exists(step)) {
        return isSame(step, step.resolveSibling(other));
      }
    }
    return false;
  }

  private static boolean isSame(Path path, Path other) {
    try {
      return Files.exists(other) && Files.isSameFile(path, other);
    } catch (IOException e) {
      return false; // whoever cannot look at it will hear so when writing
    }
  }

  /** Whether what belongs at the target waits under a hidden name to be put back. */
  public boolean wasInterrupted() {
    return !Files.exists(target, LinkOption.NOFOLLOW_LINKS)
        && Files.exists(hidden.old(), LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * Starts a store.
   *
   * @param replace whether what stands at the target is replaced on publishing
   * @throws TargetExistsException if something stands at the target and is not to be replaced
   * @throws StorageException if nothing can be written there; nothing is left behind
   */
  @Override
  public StagedStore begin(boolean replace) {
    recover();
    if (!replace && Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      throw exists(name);
    }
    if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      forgetChanges();
    }
    Remains.sweep(hidden);
    CreatedParents parents;
    try {
      parents = CreatedParents.above(target);
    } catch (IOException e) {
      throw FileFailures.writing(name, "the directory", e);
    }
    try {
      Path staging = hidden.fresh();
      Files.createDirectory(staging);
      return new StagedDirectory(target, name, replace, hidden, staging, parents);
    } catch (IOException e) {
      parents.remove();
      throw FileFailures.writing(name, "the directory", e);
    }
  }

  /** What they were to change was deleted. */
  private void forgetChanges() {
    HiddenNames beside = HiddenNames.of(real());
    try {
      for (Path journal : journals(beside)) {
        Remains.removeIfPossible(journal, beside);
      }
    } catch (IOException e) {
      return; // whoever opens what is new here will hear of it
    }
    Remains.deleteIfEmpty(beside.changes());
  }

  /**
   * Starts changes of the store that stands at the target.
   *
   * @param changes what publishing does, in that order; everything that they speak of has to be in
   *     the staged store by then
   * @throws TargetExistsException if something stands where something is to appear
   * @throws StorageException if nothing can be written beside it; nothing is left behind
   */
  @Override
  public StagedStore begin(List<Change> changes) {
    recover();
    Remains.sweep(HiddenNames.of(real()));
    try {
      return StagedChanges.begin(real(), name, changes);
    } catch (IOException e) {
      throw FileFailures.writing(name, "beside the directory", e);
    }
  }

  static TargetExistsException exists(String name) {
    return new TargetExistsException(
        name + ": something stands there already; choose another target or ask to overwrite it");
  }
}
