package dev.espalier.testkit.store;

import dev.espalier.io.file.FileSystemStore;
import dev.espalier.io.store.Store;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class FileSystemStoreContractTest extends StoreContract {
  @TempDir private Path directory;

  @Override
  protected Store emptyStore() {
    return new FileSystemStore(directory.resolve("not/there/yet"));
  }
}
