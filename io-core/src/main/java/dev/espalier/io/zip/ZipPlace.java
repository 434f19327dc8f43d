package dev.espalier.io.zip;

import dev.espalier.io.place.StorePlace;
import dev.espalier.io.store.ReadableStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a zip archive is or shall be.
 *
 * <p>Where all that an archive holds is in one folder, the store is that folder: whoever packs a
 * folder often packs it with its name.
 */
public final class ZipPlace implements StorePlace {
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
}
