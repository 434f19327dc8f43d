package dev.espalier.convert;

import dev.espalier.model.error.RequestException;
import dev.espalier.model.plan.WritePolicy;
import dev.espalier.model.spi.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Keeps a target that is replaced from taking its own source away. */
public final class Overlap {
  private Overlap() {}

  /**
   * Checks where source and target are.
   *
   * @throws RequestException if one lies in the other, and the target is to be replaced
   */
  public static void refuse(Location source, Location target, WritePolicy policy) {
    Optional<Path> from = real(source);
    Optional<Path> to = real(target);
    if (policy != WritePolicy.REPLACE || from.isEmpty() || to.isEmpty()) {
      return;
    }
    if (from.get().startsWith(to.get()) || to.get().startsWith(from.get())) {
      throw new RequestException(
          target
              + ": replacing it would delete what is read, as "
              + source
              + (from.equals(to) ? " is the same place" : " and it lie in one another")
              + "; choose another target");
    }
  }

  /** The path without links; nothing where nothing is, as nothing is replaced there. */
  private static Optional<Path> real(Location location) {
    Optional<Path> path = location.path();
    if (path.isEmpty() || !Files.exists(path.get())) {
      return Optional.empty();
    }
    try {
      return Optional.of(path.get().toRealPath());
    } catch (IOException e) {
      return Optional.of(path.get().toAbsolutePath().normalize());
    }
  }
}
