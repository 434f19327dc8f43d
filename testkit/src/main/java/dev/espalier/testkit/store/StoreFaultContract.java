package dev.espalier.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.espalier.io.codec.ByteRange;
import dev.espalier.io.store.ListableStore;
import dev.espalier.io.store.ReadableStore;
import dev.espalier.io.store.StoreEntry;
import dev.espalier.io.store.StoreEntry.Kind;
import dev.espalier.io.store.StoreKey;
import dev.espalier.io.store.StorePrefix;
import dev.espalier.io.store.StoredValue;
import dev.espalier.model.error.EspalierException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What no store does when something goes wrong below it: give wrong bytes or a wrong list, or fail
 * without a name. Extend it and say what can go wrong.
 */
public abstract class StoreFaultContract {
  private static final int SIZE = 100_000;
  private static final ByteRange FIRST = ByteRange.of(10, 1000);

  /** For subclasses. */
  protected StoreFaultContract() {}

  /** What can go wrong, by what a message of a test calls it. */
  protected abstract Map<String, Harm> harms();

  /** One thing that can go wrong. */
  @FunctionalInterface
  public interface Harm {
    /** A store that holds these values, and to which it is going to happen. */
    Victim on(Map<StoreKey, byte[]> values) throws Exception;
  }

  /**
   * A store to which something is going to happen.
   *
   * @param store where all is well so far; it is closed by the contract
   * @param strike lets it happen
   * @param after what is read afterwards by who opens it then, unless that fails with a name; keys
   *     that are not in it are gone
   */
  public record Victim(ReadableStore store, Strike strike, Map<StoreKey, byte[]> after) {}

  /** Lets something happen. */
  @FunctionalInterface
  public interface Strike {
    /** Does it. */
    void run() throws Exception;
  }

  @TestFactory
  final Stream<DynamicTest> bytesAreRightOrThereIsANamedFailure() {
    return harms().entrySet().stream()
        .map(harm -> DynamicTest.dynamicTest(harm.getKey(), () -> check(harm.getValue())));
  }

  private static void check(Harm harm) throws Exception {
    Map<StoreKey, byte[]> values = new HashMap<>();
    for (String key : new String[] {"first", "a/second", "a/b/third"}) {
      byte[] bytes = new byte[SIZE];
      new Random(key.hashCode()).nextBytes(bytes);
      values.put(new StoreKey(key), bytes);
    }
    Victim victim = harm.on(values);
    try (ReadableStore store = victim.store()) {
      List<Watched> watched = new ArrayList<>();
      values.forEach((key, bytes) -> watched.add(Watched.of(store, key, bytes)));

      victim.strike().run();

      watched.forEach(Watched::checkParts);
      watched.forEach(before -> before.value().close());
      Set<String> failing = new TreeSet<>();
      for (Watched before : watched) {
        for (ByteRange first : List.of(ByteRange.all(), FIRST)) {
          if (!isReadRightly(store, first, before, victim.after())) {
            failing.add(before.key().value());
          }
        }
      }
      checkList(store, victim.after(), failing);
    }
  }

  /** A value that was open when it happened. */
  private record Watched(
      StoreKey key, ByteBuffer bytes, StoredValue value, Optional<String> version) {
    static Watched of(ReadableStore store, StoreKey key, byte[] bytes) {
      StoredValue value = store.open(key, FIRST).orElseThrow();
      assertThat(part(value, 10, 1000)).isEqualTo(ByteBuffer.wrap(bytes).slice(10, 1000));
      return new Watched(key, ByteBuffer.wrap(bytes), value, value.version());
    }

    /** The bytes of then, or a failure, in each part anew. */
    void checkParts() {
      for (int offset = 0; offset < SIZE; offset += SIZE / 10) {
        ByteBuffer found;
        try {
          found = part(value, offset, SIZE / 10);
        } catch (EspalierException e) {
          assertThat(e.getMessage()).isNotBlank();
          continue;
        }
        assertThat(found).isEqualTo(bytes.slice(offset, SIZE / 10));
      }
    }

    private static ByteBuffer part(StoredValue value, int offset, int length) {
      ByteBuffer into = ByteBuffer.allocate(length);
      value.read(offset, into);
      return into.flip();
    }
  }

  /** Whether it is read; where it is not, there was a failure with a name. */
  private static boolean isReadRightly(
      ReadableStore store, ByteRange first, Watched before, Map<StoreKey, byte[]> afterwards) {
    StoreKey key = before.key();
    Optional<byte[]> after = Optional.ofNullable(afterwards.get(key));
    byte[] found;
    Optional<String> version;
    try {
      Optional<StoredValue> opened = store.open(key, first);
      if (opened.isEmpty()) {
        assertThat(after).as("%s is absent", key).isEmpty();
        return true;
      }
      try (StoredValue value = opened.get()) {
        ByteBuffer into = ByteBuffer.allocate(Math.toIntExact(value.size()));
        value.read(0, into);
        found = into.array();
        version = value.version();
      }
    } catch (EspalierException e) {
      assertThat(e.getMessage()).isNotBlank();
      return false;
    }
    if (after.isEmpty()) {
      fail(key + " was read, and ought to be gone");
    }
    assertThat(found).isEqualTo(after.orElseThrow());
    if (version.isPresent() && version.equals(before.version())) {
      assertThat(ByteBuffer.wrap(found)).as("bytes of the same version").isEqualTo(before.bytes());
    }
    return true;
  }

  /** What cannot be opened may be listed all the same. */
  private static void checkList(
      ReadableStore store, Map<StoreKey, byte[]> after, Set<String> failing) {
    if (!(store instanceof ListableStore listable)) {
      return;
    }
    Set<String> keys = new TreeSet<>();
    try {
      collect(listable, StorePrefix.root(), keys);
    } catch (EspalierException e) {
      assertThat(e.getMessage()).isNotBlank();
      return;
    }
    Set<String> expected = new TreeSet<>();
    after.keySet().forEach(key -> expected.add(key.value()));
    expected.removeAll(failing);
    keys.removeAll(failing);
    assertThat(keys).isEqualTo(expected);
  }

  private static void collect(ListableStore store, StorePrefix prefix, Set<String> keys) {
    try (Stream<StoreEntry> entries = store.list(prefix)) {
      for (StoreEntry entry : entries.toList()) {
        if (entry.kind() == Kind.KEY) {
          keys.add(prefix.key(entry.name()).value());
        } else {
          collect(store, prefix.child(entry.name()), keys);
        }
      }
    }
  }
}
