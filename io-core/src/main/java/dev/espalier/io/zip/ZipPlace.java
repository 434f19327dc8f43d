package dev.espalier.io.zip;

import dev.espalier.io.internal.file.FileFailures;
import dev.espalier.io.place.StagedStore;
import dev.espalier.io.place.WritablePlace;
import dev.espalier.io.store.ReadableStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a zip archive is or shall be.
 *
 * <p>Where all that an archive holds is in one folder, the store is that folder: whoever packs a
 * folder often packs it with its name.
 *
 * <p>A new archive grows in a hidden file {@code .NAME.espalier-<random>} beside its target and
 * takes its place by one rename, also where another one is there; until then that one is whole. A
 * program that is killed leaves the hidden file behind, which is in nobody's way and can be deleted
 * by hand. Nothing is forced to the disk: a power failure shortly after publishing may lose what
 * was published. A target that is a symbolic link is replaced itself; what it leads to stays.
 */
public final class ZipPlace implements WritablePlace {
  private final Path target;
  private final String name;

  /**
   * The place of an archive.
   *
   * @param target the file
   * @param name what messages call it
   */
  public ZipPlace(Path target, String name) {
    this.target = target.toAbsolutePath().normalize();
    this.name = name;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Optional<ReadableStore> open() {
    return Files.exists(target)
        ? Optional.of(ZipStore.openOnlyFolder(target, name))
        : Optional.empty();
  }

  /** An empty file holds nothing; anything else is something. */
  @Override
  public Occupancy occupancy() {
    if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      return Occupancy.NOTHING;
    }
    try {
      boolean isEmpty =
          Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS) && Files.size(target) == 0;
      return isEmpty ? Occupancy.EMPTY : Occupancy.TAKEN;
    } catch (IOException e) {
      throw FileFailures.reading(name, "what stands there", e);
    }
  }

  @Override
  public boolean ignoresCase() {
    return false;
  }

  /** Does nothing: an archive is replaced by one rename. */
  @Override
  public void recover() {}

  @Override
  public StagedStore begin(boolean replace) {
    return StagedArchive.begin(target, name, replace);
  }
}
