package dev.espalier.io.store;

import dev.espalier.model.error.StorageException;
import dev.espalier.model.error.StorageException.Access;
import dev.espalier.model.error.TargetExistsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Makes directories that appear whole or not at all.
 *
 * <p>A new store grows in a hidden directory {@code .NAME.espalier-<random>} beside its target and
 * takes its place by a rename. One that replaces another needs two renames: the old one is moved to
 * the hidden name {@code .NAME.espalier-old}, the new one takes its place, the old one is deleted.
 * Who is killed in between leaves the old one under the hidden name; {@link #recover} puts it back.
 * The target's missing parents are created, and removed again if nothing is published.
 *
 * <p>A target that is a symbolic link is replaced itself; what it leads to stays. Two programs that
 * replace the same target at the same time may both fail, and leave it as it was. A program that is
 * killed leaves its hidden directory behind, which can be deleted by hand. Nothing is forced to the
 * disk: a power failure shortly after publishing may lose what was published.
 */
public final class FileSystemStaging {
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

  /**
   * Mends what an interrupted replacement left: puts the old store back if nothing stands at the
   * target, else deletes it.
   *
   * @throws StorageException if the old store cannot be put back
   */
  public void recover() {
    Path old = hidden.old();
    if (!Files.exists(old, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      Trees.deleteIfPossible(old); // not needed for anything; the next one tries again
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
  public StagedStore begin(boolean replace) {
    recover();
    if (!replace && Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      throw exists(name);
    }
    Deque<Path> created = new ArrayDeque<>();
    try {
      createParents(target.getParent(), created);
      Path staging = hidden.fresh();
      Files.createDirectory(staging);
      return new StagedDirectory(target, name, replace, hidden.old(), staging, created);
    } catch (IOException e) {
      created.forEach(Trees::deleteIfPossible);
      throw FileFailures.writing(name, "the directory", e);
    }
  }

  static TargetExistsException exists(String name) {
    return new TargetExistsException(
        name + ": something stands there already; choose another target or ask to overwrite it");
  }

  /** Created directories are remembered, innermost first. */
  private static void createParents(@Nullable Path directory, Deque<Path> created)
      throws IOException {
    if (directory == null || Files.isDirectory(directory)) {
      return;
    }
    createParents(directory.getParent(), created);
    Files.createDirectory(directory);
    created.addFirst(directory);
  }
}
