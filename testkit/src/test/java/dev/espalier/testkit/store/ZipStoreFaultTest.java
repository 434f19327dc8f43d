package dev.espalier.testkit.store;

import dev.espalier.io.store.StoreKey;
import dev.espalier.io.zip.ZipStore;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.io.TempDir;

/** What happens to an archive while it is read. Whoever has it open goes on with what it was. */
class ZipStoreFaultTest extends StoreFaultContract {
  @TempDir private Path directory;

  @Override
  protected Map<String, Harm> harms() {
    Map<String, Harm> harms = new HashMap<>();
    for (int method : new int[] {ZipEntry.STORED, ZipEntry.DEFLATED}) {
      String kind = method == ZipEntry.STORED ? " (stored)" : " (deflated)";
      harms.put("the archive is cut off" + kind, values -> struck(values, method, this::cutOff));
      harms.put("the archive is emptied" + kind, values -> struck(values, method, this::empty));
      harms.put("another one takes its place" + kind, v -> struck(v, method, this::replace));
      harms.put("another one is copied over it" + kind, v -> struck(v, method, this::copyOver));
      harms.put("the archive is deleted" + kind, values -> struck(values, method, Files::delete));
      harms.put("bytes of it are damaged" + kind, values -> struck(values, method, this::damage));
    }
    return harms;
  }

  private interface Damage {
    void to(Path file) throws IOException;
  }

  private Victim struck(Map<StoreKey, byte[]> values, int method, Damage damage)
      throws IOException {
    Path file = Files.createTempFile(directory, "test", ".zip");
    Archives.write(file, values, method);
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(3600)));
    return new Victim(ZipStore.open(file, "test.zip"), () -> damage.to(file), values);
  }

  private void cutOff(Path file) throws IOException {
    truncate(file, 100_500);
  }

  private void empty(Path file) throws IOException {
    truncate(file, 0);
  }

  private static void truncate(Path file, long size) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(size);
    }
  }

  private void replace(Path file) throws IOException {
    Files.move(other(), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private void copyOver(Path file) throws IOException {
    Files.write(file, Files.readAllBytes(other()), StandardOpenOption.TRUNCATE_EXISTING);
  }

  private Path other() throws IOException {
    Map<StoreKey, byte[]> others = Map.of(new StoreKey("first"), new byte[500_000]);
    return Archives.write(directory.resolve("other.zip"), others, ZipEntry.STORED);
  }

  private void damage(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      for (long at = 500; at < channel.size() - 1000; at += 5000) {
        channel.write(ByteBuffer.wrap(new byte[] {1, 2, 3, 4}), at);
      }
    }
  }
}
