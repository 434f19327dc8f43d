package dev.espalier.io.zip;

import dev.espalier.io.place.StorePlace;
import dev.espalier.io.place.StoreProvider;
import dev.espalier.model.spi.Location;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Takes paths that end in {@code .zip} or {@code .ozx}, unless a directory is there, and those of
 * files that begin as archives do, whatever they are called.
 */
public final class ZipProvider implements StoreProvider {
  private static final List<String> ENDINGS = List.of(".zip", ".ozx");

  /** For {@link java.util.ServiceLoader}. */
  public ZipProvider() {}

  @Override
  public Optional<StorePlace> place(Location location) {
    return location
        .path()
        .filter(path -> isNamedSo(path) ? !Files.isDirectory(path) : beginsSo(path))
        .map(path -> new ZipPlace(path, location.text()));
  }

  private static boolean isNamedSo(Path path) {
    Path file = path.getFileName();
    String name = file == null ? "" : file.toString().toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(name::endsWith);
  }

  /** Whoever may not look at it will hear so when reading it. */
  private static boolean beginsSo(Path path) {
    if (!Files.isRegularFile(path)) {
      return false;
    }
    ByteBuffer first = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    try (SeekableByteChannel file = Files.newByteChannel(path)) {
      while (first.hasRemaining()) {
        if (file.read(first) < 0) {
          return false;
        }
      }
    } catch (IOException e) {
      return false;
    }
    return DirectoryLocator.isMagic(first);
  }
}
