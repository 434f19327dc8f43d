package dev.espalier.testkit.store;

import dev.espalier.io.store.MemoryStore;
import dev.espalier.io.store.StoreKey;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/** What a faulty store does is what a store may do; and what the memory does when it changes. */
class MemoryStoreFaultTest extends StoreFaultContract {
  private static final StoreKey SECOND = new StoreKey("a/second");

  @Override
  protected Map<String, Harm> harms() {
    return Map.of(
        "a read fails", values -> faulty(values, store -> store.failingRead(4)),
        "a read breaks midway", values -> faulty(values, store -> store.breakingRead(5, 50_000)),
        "a value ends early", values -> faulty(values, store -> store.shortRead(4, 99_999)),
        "a listing fails", values -> faulty(values, store -> store.failingListing(2)),
        "a listing breaks midway", values -> faulty(values, store -> store.breakingListing(1, 1)),
        "the last listing breaks at its end",
            values -> faulty(values, store -> store.breakingListing(3, 1)),
        "a value is replaced", MemoryStoreFaultTest::replaced,
        "a value is erased", MemoryStoreFaultTest::erased);
  }

  private interface Fault {
    void in(FaultyStore store);
  }

  private static Victim faulty(Map<StoreKey, byte[]> values, Fault fault) {
    FaultyStore store = FaultyStore.over(filled(values));
    return new Victim(store, () -> fault.in(store), values);
  }

  private static Victim replaced(Map<StoreKey, byte[]> values) {
    MemoryStore store = filled(values);
    Map<StoreKey, byte[]> after = new HashMap<>(values);
    after.put(SECOND, new byte[100_000]);
    return new Victim(store, () -> store.set(SECOND, ByteBuffer.allocate(100_000)), after);
  }

  private static Victim erased(Map<StoreKey, byte[]> values) {
    MemoryStore store = filled(values);
    Map<StoreKey, byte[]> after = new HashMap<>(values);
    after.remove(SECOND);
    return new Victim(store, () -> store.erase(SECOND), after);
  }

  private static MemoryStore filled(Map<StoreKey, byte[]> values) {
    MemoryStore store = new MemoryStore("memory");
    values.forEach((key, value) -> store.set(key, ByteBuffer.wrap(value)));
    return store;
  }
}
