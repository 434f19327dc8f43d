package dev.espalier.testkit.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.io.store.MemoryStore;
import dev.espalier.io.store.StoreEntry;
import dev.espalier.io.store.StoreKey;
import dev.espalier.io.store.StorePrefix;
import dev.espalier.io.store.StoredValue;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.StorageException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FaultyStoreTest {
  private final MemoryStore below = new MemoryStore("memory");
  private final FaultyStore store = FaultyStore.over(below);

  /** Without faults it is a store like any other. */
  @Nested
  class WithoutFaults extends StoreContract {
    @Override
    protected FaultyStore emptyStore() {
      return FaultyStore.over(new MemoryStore("memory"));
    }
  }

  @Test
  void onlyTheChosenWriteFailsAndWritesNothing() {
    store.failingWrite(2);
    set("a", "1");

    assertThatThrownBy(() -> set("b", "2"))
        .isInstanceOf(StorageException.class)
        .hasMessage("memory: write 2 fails, as asked");
    set("c", "3");

    assertThat(below.contains(new StoreKey("a"))).isTrue();
    assertThat(below.contains(new StoreKey("b"))).isFalse();
    assertThat(below.contains(new StoreKey("c"))).isTrue();
    assertThat(store.writes()).isEqualTo(3);
  }

  @Test
  void nothingIsChangedOnceItIsBroken() {
    store.brokenAfter(2);
    set("a", "1");
    store.erase(new StoreKey("none"));

    assertThatThrownBy(() -> store.erase(new StoreKey("a")))
        .isInstanceOf(StorageException.class)
        .hasMessage("memory: change 3 fails, as asked");
    assertThatThrownBy(() -> set("b", "2")).hasMessage("memory: change 4 fails, as asked");

    assertThat(below.contains(new StoreKey("a"))).isTrue();
    assertThat(below.contains(new StoreKey("b"))).isFalse();
    assertThat(store.changes()).isEqualTo(4);
  }

  @Test
  void onlyTheChosenReadFails() {
    store.failingRead(2);
    set("a", "1");
    store.open(new StoreKey("a")).orElseThrow().close();

    assertThatThrownBy(() -> store.open(new StoreKey("a")))
        .hasMessage("memory: read 2 fails, as asked");
  }

  @Test
  void onlyTheChosenListingFails() {
    store.failingListing(1);

    assertThatThrownBy(() -> store.list(StorePrefix.root()))
        .hasMessage("memory: listing 1 fails, as asked");
    assertThat(store.list(StorePrefix.root())).isEmpty();
  }

  @Test
  void aWriteBreaksMidway() {
    store.breakingWrite(1, 2);

    assertThatThrownBy(() -> set("a", "123"))
        .isInstanceOf(StorageException.class)
        .hasMessage("memory: write 1 midway fails, as asked");

    try (StoredValue half = below.open(new StoreKey("a")).orElseThrow()) {
      assertThat(half.size()).isEqualTo(2);
    }
  }

  @Test
  void aValueEndsBeforeItsSize() {
    store.shortRead(1, 2);
    set("a", "123");

    try (StoredValue value = store.open(new StoreKey("a")).orElseThrow()) {
      assertThat(value.size()).isEqualTo(3);
      value.read(0, ByteBuffer.allocate(2));
      assertThatThrownBy(() -> value.read(0, ByteBuffer.allocate(3)))
          .isInstanceOf(CorruptException.class)
          .hasMessage("ends after 2 bytes, as asked");
    }
  }

  @Test
  void aReadBreaksMidway() {
    store.breakingRead(2, 2);
    set("a", "123");
    store.open(new StoreKey("a")).orElseThrow().close();

    try (StoredValue value = store.open(new StoreKey("a")).orElseThrow()) {
      assertThatThrownBy(() -> value.read(1, ByteBuffer.allocate(2)))
          .hasMessage("memory: read 2 midway fails, as asked");
    }
  }

  @Test
  void aListingBreaksMidwayOrAtItsEnd() {
    store.breakingListing(1, 1).breakingListing(2, 3);
    set("a", "1");
    set("b", "2");

    for (int listing = 1; listing <= 2; listing++) {
      try (Stream<StoreEntry> entries = store.list(StorePrefix.root())) {
        List<String> names = new ArrayList<>();
        String message = "memory: listing " + listing + " midway fails, as asked";
        assertThatThrownBy(() -> entries.forEach(entry -> names.add(entry.name())))
            .hasMessage(message);
        assertThat(names).hasSize(listing);
      }
    }
  }

  @Test
  void aFullDiskTakesTheBeginningOfAValue() {
    store.fullAfter(5);
    set("a", "123");

    assertThatThrownBy(() -> set("b", "456"))
        .isInstanceOf(StorageException.class)
        .hasMessage("memory: cannot write b: no space is left on the disk");
    assertThatThrownBy(() -> set("c", "7")).isInstanceOf(StorageException.class);

    try (StoredValue half = below.open(new StoreKey("b")).orElseThrow()) {
      assertThat(half.size()).isEqualTo(2);
    }
  }

  @Test
  void somethingHappensAtAWrite() {
    StringBuilder log = new StringBuilder();
    store.atWrite(2, () -> log.append("second"));

    set("a", "1");
    assertThat(log).isEmpty();
    set("b", "2");
    assertThat(log).hasToString("second");
  }

  private void set(String key, String value) {
    store.set(new StoreKey(key), ByteBuffer.wrap(value.getBytes(UTF_8)));
  }
}
