package dev.espalier.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.io.store.Store;
import dev.espalier.io.store.StoreEntry;
import dev.espalier.io.store.StoreEntry.Kind;
import dev.espalier.io.store.StoreKey;
import dev.espalier.io.store.StorePrefix;
import dev.espalier.io.store.StoredValue;
import dev.espalier.model.error.CorruptException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every store does that has all roles: extend it and make an empty one. */
public abstract class StoreContract {
  private static final int PIECES = 3;

  @SuppressWarnings("NullAway.Init") // made before each test
  private Store store;

  /** For subclasses. */
  protected StoreContract() {}

  /** A store without values, for one test. */
  protected abstract Store emptyStore() throws Exception;

  @BeforeEach
  final void makeStore() throws Exception {
    store = emptyStore();
  }

  @Test
  void anEmptyStoreHasNothing() {
    assertThat(store.open(new StoreKey("a/b"))).isEmpty();
    assertThat(store.contains(new StoreKey("a/b"))).isFalse();
    assertThat(list("")).isEmpty();
    assertThat(list("a/")).isEmpty();
  }

  @Test
  void whatIsSetIsRead() {
    store.set(new StoreKey("a/b"), bytes("value"));

    assertThat(read("a/b")).isEqualTo("value");
    assertThat(store.contains(new StoreKey("a/b"))).isTrue();
  }

  @Test
  void anEmptyValueIsAValue() {
    store.set(new StoreKey("empty"), bytes(""));

    assertThat(store.contains(new StoreKey("empty"))).isTrue();
    assertThat(read("empty")).isEmpty();
  }

  @Test
  void piecesAreJoinedAndLeftAsTheyWere() {
    ByteBuffer first = bytes("..one..").position(2).limit(5);
    ByteBuffer second = ByteBuffer.allocateDirect(3).put("two".getBytes(UTF_8)).flip();

    store.set(new StoreKey("k"), first, second, bytes("three").asReadOnlyBuffer());

    assertThat(read("k")).isEqualTo("onetwothree");
    assertThat(first.position()).isEqualTo(2);
    assertThat(first.limit()).isEqualTo(5);
    assertThat(second.remaining()).isEqualTo(PIECES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"longer than before", "short"})
  void aValueTakesThePlaceOfTheOneBefore(String value) {
    store.set(new StoreKey("k"), bytes("the first one"));

    store.set(new StoreKey("k"), bytes(value));

    assertThat(read("k")).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"longer than before", "short", ""})
  void aValueIsReplacedWhetherOrNotItIsThere(String value) {
    store.set(new StoreKey("k"), bytes("the first one"));

    store.replace(new StoreKey("k"), bytes(value));
    store.replace(new StoreKey("new/k"), bytes("in "), bytes("pieces"));

    assertThat(read("k")).isEqualTo(value);
    assertThat(read("new/k")).isEqualTo("in pieces");
    assertThat(list("new/")).containsExactlyElementsOf(List.of(new StoreEntry("k", Kind.KEY)));
  }

  @Test
  void aValueIsReadInAnyPart() {
    store.set(new StoreKey("k"), bytes("0123456789"));

    try (StoredValue value = store.open(new StoreKey("k")).orElseThrow()) {
      assertThat(value.size()).isEqualTo(10);
      assertThat(read(value, 3, 4)).isEqualTo("3456");
      assertThat(read(value, 9, 1)).isEqualTo("9");
      assertThat(read(value, 10, 0)).isEmpty();
    }
  }

  @Test
  void readingBeyondTheEndIsCorruption() {
    store.set(new StoreKey("k"), bytes("0123456789"));

    try (StoredValue value = store.open(new StoreKey("k")).orElseThrow()) {
      assertThatThrownBy(() -> read(value, 8, 3)).isInstanceOf(CorruptException.class);
      assertThatThrownBy(() -> read(value, 11, 1)).isInstanceOf(CorruptException.class);
      assertThatThrownBy(() -> read(value, Long.MAX_VALUE, 1)).isInstanceOf(CorruptException.class);
      assertThatThrownBy(() -> read(value, -1, 1)).isInstanceOf(CorruptException.class);
    }
  }

  @Test
  void onlyWhatABufferHasLeftIsFilled() {
    store.set(new StoreKey("k"), bytes("0123456789"));
    byte[] before = "abcdefgh".getBytes(UTF_8);
    ByteBuffer into = ByteBuffer.wrap(before).position(2).limit(6);

    try (StoredValue value = store.open(new StoreKey("k")).orElseThrow()) {
      value.read(0, into);
    }

    assertThat(into.position()).isEqualTo(6);
    assertThat(new String(before, UTF_8)).isEqualTo("ab0123gh");
  }

  @Test
  void aLargeValueComesBackWhole() {
    byte[] large = new byte[(5 << 20) + 17];
    new Random(7).nextBytes(large);

    store.set(new StoreKey("large"), ByteBuffer.wrap(large));

    ByteBuffer heap = ByteBuffer.allocate(large.length);
    ByteBuffer direct = ByteBuffer.allocateDirect(large.length);
    try (StoredValue value = store.open(new StoreKey("large")).orElseThrow()) {
      value.read(0, heap);
      value.read(0, direct);
    }
    assertThat(heap.flip()).isEqualTo(ByteBuffer.wrap(large));
    assertThat(direct.flip()).isEqualTo(ByteBuffer.wrap(large));
  }

  @Test
  void aListHasWhatIsDirectlyBelow() {
    for (String key : List.of("zarr.json", "a/zarr.json", "a/c/0", "ab/zarr.json", "a.b", "é/x")) {
      store.set(new StoreKey(key), bytes(key));
    }

    assertThat(list(""))
        .containsExactlyInAnyOrder(
            new StoreEntry("zarr.json", Kind.KEY),
            new StoreEntry("a.b", Kind.KEY),
            new StoreEntry("a", Kind.PREFIX),
            new StoreEntry("ab", Kind.PREFIX),
            new StoreEntry("é", Kind.PREFIX));
    assertThat(list("a/"))
        .containsExactlyInAnyOrder(
            new StoreEntry("zarr.json", Kind.KEY), new StoreEntry("c", Kind.PREFIX));
    assertThat(list("b/")).isEmpty();
    assertThat(list("zarr.json/")).isEmpty();
  }

  @Test
  void aKeyBelowAValueIsNotThere() {
    store.set(new StoreKey("c"), bytes("a scalar's only chunk"));

    assertThat(store.open(new StoreKey("c/0"))).isEmpty();
  }

  @Test
  void aPrefixIsNotAKey() {
    store.set(new StoreKey("c/0"), bytes("x"));

    assertThat(store.open(new StoreKey("c"))).isEmpty();
    assertThat(store.contains(new StoreKey("c"))).isFalse();
  }

  @Test
  void whatIsErasedIsGoneWithItsPrefixes() {
    store.set(new StoreKey("a/b/c"), bytes("x"));
    store.set(new StoreKey("a/d"), bytes("y"));

    store.erase(new StoreKey("a/b/c"));

    assertThat(store.contains(new StoreKey("a/b/c"))).isFalse();
    assertThat(list("a/")).containsExactly(new StoreEntry("d", Kind.KEY));
    store.erase(new StoreKey("a/d"));
    assertThat(list("")).isEmpty();
  }

  @Test
  void erasingWhatIsNotThereDoesNothing() {
    store.erase(new StoreKey("never/was"));

    assertThat(list("")).isEmpty();
  }

  @Test
  void severalThreadsWriteAndReadAtOnce() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      List<Callable<String>> tasks =
          IntStream.range(0, 200)
              .<Callable<String>>mapToObj(
                  i ->
                      () -> {
                        String key = "c/" + i % 7 + "/" + i;
                        store.set(new StoreKey(key), bytes("value " + i));
                        return read(key);
                      })
              .toList();
      List<Future<String>> results = pool.invokeAll(tasks);
      for (int i = 0; i < results.size(); i++) {
        assertThat(results.get(i).get()).isEqualTo("value " + i);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private List<StoreEntry> list(String prefix) {
    try (Stream<StoreEntry> entries = store.list(new StorePrefix(prefix))) {
      return entries.toList();
    }
  }

  private String read(String key) {
    Optional<StoredValue> found = store.open(new StoreKey(key));
    try (StoredValue value = found.orElseThrow()) {
      return read(value, 0, (int) value.size());
    }
  }

  private static String read(StoredValue value, long offset, int length) {
    byte[] bytes = new byte[length];
    value.read(offset, ByteBuffer.wrap(bytes));
    return new String(bytes, UTF_8);
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(UTF_8));
  }
}
