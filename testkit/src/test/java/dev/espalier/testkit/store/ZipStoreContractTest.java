package dev.espalier.testkit.store;

import dev.espalier.io.store.ReadableStore;
import dev.espalier.io.store.StoreKey;
import dev.espalier.io.zip.ZipStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** Archives that the runtime's own library wrote. */
class ZipStoreContractTest {
  @TempDir private Path directory;

  @Nested
  class Stored extends ListableStoreContract {
    @Override
    protected ReadableStore storeOf(Map<StoreKey, byte[]> values) throws IOException {
      return open(values, ZipEntry.STORED);
    }
  }

  @Nested
  class Deflated extends ListableStoreContract {
    @Override
    protected ReadableStore storeOf(Map<StoreKey, byte[]> values) throws IOException {
      return open(values, ZipEntry.DEFLATED);
    }
  }

  private ReadableStore open(Map<StoreKey, byte[]> values, int method) throws IOException {
    Path file = Archives.write(directory.resolve("a.zip"), values, method);
    return ZipStore.open(file, "a.zip");
  }
}
