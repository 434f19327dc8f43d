package dev.espalier.testkit.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.io.codec.ByteRange;
import dev.espalier.io.store.ReadableStore;
import dev.espalier.io.store.Store;
import dev.espalier.io.store.StoreEntry;
import dev.espalier.io.store.StoreEntry.Kind;
import dev.espalier.io.store.StoreKey;
import dev.espalier.io.store.StoredValue;
import dev.espalier.io.store.ValueSink;
import dev.espalier.model.error.StorageException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every store does that has all roles: extend it and make an empty one. */
public abstract class StoreContract extends ListableStoreContract {
  private static final int PIECES = 3;
  private static final StoreKey KEY = new StoreKey("k");

  @SuppressWarnings("NullAway.Init") // made before each test
  private Store store;

  /** For subclasses. */
  protected StoreContract() {}

  /** A store without values, for one test. */
  protected abstract Store emptyStore() throws Exception;

  @BeforeEach
  final void makeStore() throws Exception {
    store = emptyStore();
    closedLater(store);
  }

  /** The store of this test, filled: whatever was written is read like what was there before. */
  @Override
  protected final ReadableStore storeOf(Map<StoreKey, byte[]> values) {
    values.forEach((key, value) -> store.set(key, ByteBuffer.wrap(value)));
    return store;
  }

  @Test
  void piecesAreJoinedAndLeftAsTheyWere() {
    ByteBuffer first = bytes("..one..").position(2).limit(5);
    ByteBuffer second = ByteBuffer.allocateDirect(3).put("two".getBytes(UTF_8)).flip();

    store.set(KEY, first, second, bytes("three").asReadOnlyBuffer());

    assertThat(text(store, "k")).isEqualTo("onetwothree");
    assertThat(first.position()).isEqualTo(2);
    assertThat(first.limit()).isEqualTo(5);
    assertThat(second.remaining()).isEqualTo(PIECES);
  }

  @Test
  void aValueGrowsPieceByPieceAndIsSetOverInParts() {
    byte[] large = new byte[(3 << 20) + 5];
    new Random(11).nextBytes(large);

    try (ValueSink sink = store.begin(KEY)) {
      sink.put(bytes("....head"));
      sink.put(ByteBuffer.wrap(large));
      assertThat(sink.size()).isEqualTo(8 + large.length);
      sink.overwrite(0, bytes("0123"));
      sink.overwrite(8 + large.length - 2, bytes("zz"));
      sink.put(bytes("tail"));
      assertThatThrownBy(() -> sink.overwrite(sink.size() - 1, bytes("too long")))
          .isInstanceOf(IndexOutOfBoundsException.class);
      sink.complete();
    }

    large[large.length - 2] = 'z';
    large[large.length - 1] = 'z';
    ByteBuffer expected = ByteBuffer.allocate(large.length + 12);
    expected.put(bytes("0123head")).put(large).put(bytes("tail"));
    ByteBuffer found = ByteBuffer.allocate(expected.capacity());
    try (StoredValue value = store.open(KEY).orElseThrow()) {
      assertThat(value.size()).isEqualTo(expected.capacity());
      value.read(0, found);
    }
    assertThat(found.flip()).isEqualTo(expected.flip());
  }

  @Test
  void aValueThatIsGivenUpIsNotThere() {
    try (ValueSink sink = store.begin(KEY)) {
      sink.put(bytes("half a value"));
    }

    assertThat(store.contains(KEY)).isFalse();
    assertThat(list(store, "")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"longer than before", "short", ""})
  void aValueTakesThePlaceOfTheOneBefore(String value) {
    store.set(KEY, bytes("the first one"));

    store.set(KEY, bytes(value));

    assertThat(text(store, "k")).isEqualTo(value);
    assertThat(list(store, "")).containsExactly(new StoreEntry("k", Kind.KEY));
  }

  @ParameterizedTest
  @ValueSource(strings = {"longer than before", "short", ""})
  void aValueIsReplacedWhetherOrNotItIsThere(String value) {
    store.set(KEY, bytes("the first one"));

    store.replace(KEY, bytes(value));
    store.replace(new StoreKey("new/k"), bytes("in "), bytes("pieces"));

    assertThat(text(store, "k")).isEqualTo(value);
    assertThat(text(store, "new/k")).isEqualTo("in pieces");
    assertThat(list(store, "new/")).containsExactly(new StoreEntry("k", Kind.KEY));
  }

  @Test
  void whoeverHasAValueOpenKeepsItWhenItIsReplaced() {
    store.set(KEY, bytes("0123456789"));

    try (StoredValue before = store.open(KEY, ByteRange.of(0, 2)).orElseThrow()) {
      store.replace(KEY, bytes("abcdefghij"));

      assertThat(text(before, 0, 10)).isEqualTo("0123456789");
      assertThat(text(store, "k")).isEqualTo("abcdefghij");
    }
  }

  @Test
  void theVersionIsAnotherOnceTheBytesAre() {
    store.set(KEY, bytes("0123456789"));
    Optional<String> first = version();

    store.replace(KEY, bytes("abcdefghij"));
    Optional<String> second = version();
    store.set(KEY, bytes("longer than both"));
    Optional<String> third = version();

    first.ifPresent(version -> assertThat(second).isNotEqualTo(first));
    second.ifPresent(version -> assertThat(third).isNotEqualTo(second));
    first.ifPresent(version -> assertThat(third).isNotEqualTo(first));
  }

  private Optional<String> version() {
    try (StoredValue value = store.open(KEY, ByteRange.last(2)).orElseThrow()) {
      return value.version();
    }
  }

  @Test
  void whatIsErasedIsGoneWithItsPrefixes() {
    store.set(new StoreKey("a/b/c"), bytes("x"));
    store.set(new StoreKey("a/d"), bytes("y"));

    store.erase(new StoreKey("a/b/c"));

    assertThat(store.contains(new StoreKey("a/b/c"))).isFalse();
    assertThat(list(store, "a/")).containsExactly(new StoreEntry("d", Kind.KEY));
    store.erase(new StoreKey("a/d"));
    assertThat(list(store, "")).isEmpty();
  }

  @Test
  void whatWasErasedCanBeSetAgain() {
    store.set(KEY, bytes("before"));
    store.erase(KEY);

    store.set(KEY, bytes("after"));

    assertThat(text(store, "k")).isEqualTo("after");
    assertThat(list(store, "")).containsExactly(new StoreEntry("k", Kind.KEY));
  }

  @Test
  void erasingWhatIsNotThereDoesNothing() {
    store.erase(new StoreKey("never/was"));

    assertThat(list(store, "")).isEmpty();
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
                        return text(store, key);
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

  /** A store may remove what holds no value any more, and others put one there meanwhile. */
  @Test
  void severalThreadsReplaceAndEraseSideBySide() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      List<Callable<String>> tasks =
          IntStream.range(0, 4)
              .<Callable<String>>mapToObj(
                  i ->
                      () -> {
                        StoreKey key = new StoreKey("a/c/0/" + i);
                        for (int round = 0; round < 200; round++) {
                          store.replace(key, bytes("value " + i));
                          store.erase(key);
                        }
                        store.replace(key, bytes("value " + i));
                        return text(store, key.value());
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

  /** The rest of the store is as good as before when one write failed half way. */
  @Test
  void aWriteThatFailsMidwayLeavesTheOthersAlone() {
    FaultyStore faulty = FaultyStore.over(store).breakingWrite(2, 3).fullAfter(20);
    faulty.set(new StoreKey("a"), bytes("0123456789"));

    assertThatThrownBy(() -> faulty.set(new StoreKey("b"), bytes("abcdefghij")))
        .isInstanceOf(StorageException.class);
    assertThatThrownBy(() -> faulty.replace(new StoreKey("a"), bytes("does not fit any more")))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("no space is left");
    store.set(new StoreKey("c"), bytes("after"));

    assertThat(text(store, "a")).isEqualTo("0123456789");
    assertThat(text(store, "c")).isEqualTo("after");
    if (store.contains(new StoreKey("b"))) {
      assertThat(text(store, "b")).isEqualTo("abc");
    }
  }

  static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(UTF_8));
  }
}
