package dev.espalier.testkit.store;

import dev.espalier.io.file.FileSystemStore;
import dev.espalier.io.store.StoreKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** What happens to files while they are read. */
class FileSystemStoreFaultTest extends StoreFaultContract {
  private static final StoreKey SECOND = new StoreKey("a/second");

  @TempDir private Path directory;

  @Override
  protected Map<String, Harm> harms() {
    return Map.of(
        "a file is cut off", values -> struck(values, this::cutOff),
        "a file is replaced", values -> struck(values, this::replace),
        "a file is deleted", values -> struck(values, this::delete),
        "a directory takes the place of a file", values -> struck(values, this::putDirectory),
        "a link that leads to nothing takes the place of a file",
            values -> struck(values, this::putLink));
  }

  private interface Damage {
    void to(Path file, Map<StoreKey, byte[]> after) throws IOException;
  }

  private Victim struck(Map<StoreKey, byte[]> values, Damage damage) throws IOException {
    Path root = Files.createTempDirectory(directory, "store");
    FileSystemStore store = new FileSystemStore(root);
    values.forEach((key, value) -> store.set(key, ByteBuffer.wrap(value)));
    Map<StoreKey, byte[]> after = new HashMap<>(values);
    return new Victim(store, () -> damage.to(root.resolve("a/second"), after), after);
  }

  /** What is left is a value of its own: nothing in a file system tells how long it was. */
  private void cutOff(Path file, Map<StoreKey, byte[]> after) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(1234);
    }
    after.computeIfPresent(SECOND, (key, bytes) -> Arrays.copyOf(bytes, 1234));
  }

  private void replace(Path file, Map<StoreKey, byte[]> after) {
    byte[] other = new byte[100_000];
    Arrays.fill(other, (byte) 7);
    new FileSystemStore(directory.resolve(directory.relativize(file).getName(0)))
        .replace(SECOND, ByteBuffer.wrap(other));
    after.put(SECOND, other);
  }

  private void delete(Path file, Map<StoreKey, byte[]> after) throws IOException {
    Files.delete(file);
    after.remove(SECOND);
  }

  private void putDirectory(Path file, Map<StoreKey, byte[]> after) throws IOException {
    Files.delete(file);
    Files.createDirectory(file);
    after.remove(SECOND);
  }

  private void putLink(Path file, Map<StoreKey, byte[]> after) throws IOException {
    Files.delete(file);
    Files.createSymbolicLink(file, Path.of("nowhere"));
    after.remove(SECOND);
  }
}
