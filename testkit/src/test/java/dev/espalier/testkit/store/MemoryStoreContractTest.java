package dev.espalier.testkit.store;

import dev.espalier.io.store.MemoryStore;
import dev.espalier.io.store.Store;

class MemoryStoreContractTest extends StoreContract {
  @Override
  protected Store emptyStore() {
    return new MemoryStore("memory");
  }
}
