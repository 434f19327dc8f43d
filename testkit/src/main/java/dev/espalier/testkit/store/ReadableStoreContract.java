package dev.espalier.testkit.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.io.codec.ByteRange;
import dev.espalier.io.codec.ByteSource;
import dev.espalier.io.store.ReadableStore;
import dev.espalier.io.store.StoreKey;
import dev.espalier.io.store.StoredValue;
import dev.espalier.model.error.CorruptException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every store does that can be read: extend it and make one that holds what a test needs. */
public abstract class ReadableStoreContract {
  private static final StoreKey KEY = new StoreKey("k");

  private final List<ReadableStore> opened = new ArrayList<>();

  /** For subclasses. */
  protected ReadableStoreContract() {}

  /**
   * A store that holds these values and nothing else, for one test, which closes it.
   *
   * @param values the bytes by their keys
   */
  protected abstract ReadableStore storeOf(Map<StoreKey, byte[]> values) throws Exception;

  /** A store of texts; it is closed after the test. */
  final ReadableStore holding(Map<String, String> values) throws Exception {
    Map<StoreKey, byte[]> bytes = new HashMap<>();
    values.forEach((key, value) -> bytes.put(new StoreKey(key), value.getBytes(UTF_8)));
    return closedLater(storeOf(bytes));
  }

  final ReadableStore closedLater(ReadableStore store) {
    opened.add(store);
    return store;
  }

  @AfterEach
  final void closeStores() {
    opened.forEach(ReadableStore::close);
  }

  @Test
  void anEmptyStoreHasNothing() throws Exception {
    ReadableStore store = holding(Map.of());

    assertThat(store.open(new StoreKey("a/b"))).isEmpty();
    assertThat(store.contains(new StoreKey("a/b"))).isFalse();
  }

  @Test
  void whatItHoldsIsRead() throws Exception {
    ReadableStore store = holding(Map.of("a/b", "value", "é/x y", "other"));

    assertThat(text(store, "a/b")).isEqualTo("value");
    assertThat(text(store, "é/x y")).isEqualTo("other");
    assertThat(store.contains(new StoreKey("a/b"))).isTrue();
    assertThat(store.contains(new StoreKey("a/c"))).isFalse();
  }

  @Test
  void anEmptyValueIsAValue() throws Exception {
    ReadableStore store = holding(Map.of("empty", ""));

    assertThat(store.contains(new StoreKey("empty"))).isTrue();
    assertThat(text(store, "empty")).isEmpty();
  }

  static Stream<ByteRange> firstRanges() {
    return Stream.of(
        ByteRange.all(),
        ByteRange.of(0, 0),
        ByteRange.of(3, 4),
        ByteRange.of(10, 0),
        ByteRange.of(7, 90),
        ByteRange.of(90, 7),
        ByteRange.last(0),
        ByteRange.last(4),
        ByteRange.last(90));
  }

  @ParameterizedTest
  @MethodSource("firstRanges")
  void aValueIsReadInAnyPartWhateverWasToBeReadFirst(ByteRange first) throws Exception {
    ReadableStore store = holding(Map.of("k", "0123456789"));

    assertThat(store.open(new StoreKey("other"), first)).isEmpty();
    try (StoredValue value = store.open(KEY, first).orElseThrow()) {
      assertThat(value.size()).isEqualTo(10);
      assertThat(text(value, 6, 4)).isEqualTo("6789");
      assertThat(text(value, 3, 4)).isEqualTo("3456");
      assertThat(text(value, 0, 10)).isEqualTo("0123456789");
      assertThat(text(value, 9, 1)).isEqualTo("9");
      assertThat(text(value, 10, 0)).isEmpty();
    }
  }

  @Test
  void whatIsExpectedChangesNothing() throws Exception {
    ReadableStore store = holding(Map.of("k", "0123456789"));

    try (StoredValue value = store.open(KEY, ByteRange.last(2)).orElseThrow()) {
      value.expect(List.of(new ByteRange.Span(1, 2), new ByteRange.Span(6, 3)));
      assertThat(text(value, 6, 3)).isEqualTo("678");
      assertThat(text(value, 1, 2)).isEqualTo("12");
      assertThat(text(value, 0, 10)).isEqualTo("0123456789");
    }
  }

  @Test
  void aPartIsASourceOfItsOwn() throws Exception {
    ReadableStore store = holding(Map.of("k", "0123456789"));

    try (StoredValue value = store.open(KEY, ByteRange.last(2)).orElseThrow()) {
      ByteSource part = value.slice(4, 5);
      assertThat(part.size()).isEqualTo(5);
      assertThat(text(part, 1, 3)).isEqualTo("567");
      assertThatThrownBy(() -> text(part, 4, 2)).isInstanceOf(CorruptException.class);
      assertThatThrownBy(() -> value.slice(4, 7)).isInstanceOf(CorruptException.class);
    }
  }

  @ParameterizedTest
  @MethodSource("firstRanges")
  void readingBeyondTheEndIsCorruption(ByteRange first) throws Exception {
    ReadableStore store = holding(Map.of("k", "0123456789"));

    try (StoredValue value = store.open(KEY, first).orElseThrow()) {
      assertThatThrownBy(() -> text(value, 8, 3)).isInstanceOf(CorruptException.class);
      assertThatThrownBy(() -> text(value, 11, 1)).isInstanceOf(CorruptException.class);
      assertThatThrownBy(() -> text(value, Long.MAX_VALUE, 1)).isInstanceOf(CorruptException.class);
      assertThatThrownBy(() -> text(value, -1, 1)).isInstanceOf(CorruptException.class);
    }
  }

  @Test
  void onlyWhatABufferHasLeftIsFilled() throws Exception {
    ReadableStore store = holding(Map.of("k", "0123456789"));
    byte[] before = "abcdefgh".getBytes(UTF_8);
    ByteBuffer into = ByteBuffer.wrap(before).position(2).limit(6);

    try (StoredValue value = store.open(KEY).orElseThrow()) {
      value.read(0, into);
    }

    assertThat(into.position()).isEqualTo(6);
    assertThat(new String(before, UTF_8)).isEqualTo("ab0123gh");
  }

  @Test
  void aLargeValueComesBackWhole() throws Exception {
    byte[] large = new byte[(5 << 20) + 17];
    new Random(7).nextBytes(large);
    ReadableStore store = closedLater(storeOf(Map.of(KEY, large)));

    ByteBuffer heap = ByteBuffer.allocate(large.length);
    ByteBuffer direct = ByteBuffer.allocateDirect(large.length);
    try (StoredValue value = store.open(KEY).orElseThrow()) {
      value.read(0, heap);
      value.read(0, direct);
    }
    assertThat(heap.flip()).isEqualTo(ByteBuffer.wrap(large));
    assertThat(direct.flip()).isEqualTo(ByteBuffer.wrap(large));
  }

  @Test
  void aKeyBelowAValueIsNotThere() throws Exception {
    ReadableStore store = holding(Map.of("c", "a scalar's only chunk"));

    assertThat(store.open(new StoreKey("c/0"))).isEmpty();
  }

  @Test
  void aPrefixIsNotAKey() throws Exception {
    ReadableStore store = holding(Map.of("c/0", "x"));

    assertThat(store.open(new StoreKey("c"))).isEmpty();
    assertThat(store.contains(new StoreKey("c"))).isFalse();
  }

  @Test
  void theVersionStaysWhileTheBytesDo() throws Exception {
    ReadableStore store = holding(Map.of("k", "0123456789"));

    try (StoredValue one = store.open(KEY, ByteRange.last(4)).orElseThrow();
        StoredValue other = store.open(KEY, ByteRange.of(0, 4)).orElseThrow()) {
      assertThat(one.version()).isEqualTo(other.version());
      text(one, 0, 10);
      assertThat(one.version()).isEqualTo(other.version());
    }
  }

  @Test
  void severalThreadsReadAtOnce() throws Exception {
    ReadableStore store = holding(Map.of("a", "0123456789", "b", "abcdefghij"));
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try (StoredValue shared = store.open(new StoreKey("a"), ByteRange.of(0, 1)).orElseThrow()) {
      List<Callable<String>> tasks =
          IntStream.range(0, 200)
              .<Callable<String>>mapToObj(
                  i -> () -> text(shared, i % 7, 3) + text(store, i % 2 == 0 ? "a" : "b"))
              .toList();
      List<Future<String>> results = pool.invokeAll(tasks);
      for (int i = 0; i < results.size(); i++) {
        String expected = "0123456789".substring(i % 7, i % 7 + 3);
        assertThat(results.get(i).get())
            .isEqualTo(expected + (i % 2 == 0 ? "0123456789" : "abcdefghij"));
      }
    } finally {
      pool.shutdownNow();
    }
  }

  static String text(ReadableStore store, String key) {
    try (StoredValue value = store.open(new StoreKey(key)).orElseThrow()) {
      return text(value, 0, (int) value.size());
    }
  }

  static String text(ByteSource value, long offset, int length) {
    byte[] bytes = new byte[length];
    value.read(offset, ByteBuffer.wrap(bytes));
    return new String(bytes, UTF_8);
  }
}
