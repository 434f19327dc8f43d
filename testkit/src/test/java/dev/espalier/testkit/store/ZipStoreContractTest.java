package dev.espalier.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.io.place.StagedStore;
import dev.espalier.io.store.ReadableStore;
import dev.espalier.io.store.Store;
import dev.espalier.io.store.StoreKey;
import dev.espalier.io.zip.ZipPlace;
import dev.espalier.io.zip.ZipStore;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** Archives that the runtime's own library wrote, and such as are written here. */
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

  @Nested
  class Written extends ListableStoreContract {
    @Override
    protected ReadableStore storeOf(Map<StoreKey, byte[]> values) {
      Path file = directory.resolve("a.zip");
      try (StagedStore staged = new ZipPlace(file, "a.zip").begin(false)) {
        values.forEach((key, value) -> staged.store().set(key, ByteBuffer.wrap(value)));
        staged.publish();
      }
      return ZipStore.open(file, "a.zip");
    }
  }

  @Nested
  class WhileItGrows extends StoreContract {
    @SuppressWarnings("NullAway.Init") // made with the store
    private StagedStore staged;

    @Override
    protected Store emptyStore() {
      staged = new ZipPlace(directory.resolve("a.zip"), "a.zip").begin(false);
      return staged.store();
    }

    @AfterEach
    void discard() {
      staged.close();
      assertThat(directory).isEmptyDirectory();
    }
  }

  private ReadableStore open(Map<StoreKey, byte[]> values, int method) throws IOException {
    Path file = Archives.write(directory.resolve("a.zip"), values, method);
    return ZipStore.open(file, "a.zip");
  }
}
