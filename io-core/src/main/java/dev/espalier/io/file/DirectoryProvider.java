package dev.espalier.io.file;

import dev.espalier.io.place.StorePlace;
import dev.espalier.io.place.StoreProvider;
import dev.espalier.model.spi.Location;
import java.util.Optional;

/** Takes every path for that of a directory. */
public final class DirectoryProvider implements StoreProvider {
  /** For {@link java.util.ServiceLoader}. */
  public DirectoryProvider() {}

  @Override
  public Optional<StorePlace> place(Location location) {
    return location.path().map(path -> new FileSystemStaging(path, location.text()));
  }

  @Override
  public boolean takesAnyPath() {
    return true;
  }
}
