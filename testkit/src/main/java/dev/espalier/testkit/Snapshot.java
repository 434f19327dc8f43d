package dev.espalier.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Everything below a directory, for tests that hold that nothing was touched.
 *
 * @param entries for each path below the directory: when it was last changed, and the bytes of a
 *     file
 */
public record Snapshot(Map<String, String> entries) {
  /** Copies the map in the order of paths. */
  public Snapshot {
    entries = new TreeMap<>(entries);
  }

  /** What is there now, with the times of the last changes of files. */
  public static Snapshot of(Path directory) {
    Map<String, String> entries = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path path : paths.toList()) {
        StringBuilder entry = new StringBuilder();
        if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
          entry.append(Files.getLastModifiedTime(path)).append(' ');
          for (byte b : Files.readAllBytes(path)) {
            entry
                .append(Character.forDigit(b >> 4 & 15, 16))
                .append(Character.forDigit(b & 15, 16));
          }
        }
        entries.put(directory.relativize(path).toString(), entry.toString());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Snapshot(entries);
  }
}
