package dev.espalier.testkit.store;

import dev.espalier.io.file.FileSystemStaging;
import dev.espalier.io.place.StagedStore;
import dev.espalier.io.store.Store;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class StagedStoreContractTest extends StoreContract {
  @TempDir private Path directory;

  @SuppressWarnings("NullAway.Init") // made with the store
  private StagedStore staged;

  @Override
  protected Store emptyStore() {
    staged = new FileSystemStaging(directory.resolve("target"), "target").begin(false);
    return staged.store();
  }

  @AfterEach
  void discard() {
    staged.close();
  }
}
