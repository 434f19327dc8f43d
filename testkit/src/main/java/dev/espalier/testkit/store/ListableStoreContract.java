package dev.espalier.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.io.store.ListableStore;
import dev.espalier.io.store.ReadableStore;
import dev.espalier.io.store.StoreEntry;
import dev.espalier.io.store.StoreEntry.Kind;
import dev.espalier.io.store.StorePrefix;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every store does that can be read and can tell what it holds. */
public abstract class ListableStoreContract extends ReadableStoreContract {
  /** For subclasses. */
  protected ListableStoreContract() {}

  @Test
  void anEmptyStoreListsNothing() throws Exception {
    ReadableStore store = holding(Map.of());

    assertThat(list(store, "")).isEmpty();
    assertThat(list(store, "a/")).isEmpty();
  }

  @Test
  void aListHasWhatIsDirectlyBelow() throws Exception {
    Map<String, String> values = new HashMap<>();
    for (String key :
        List.of(
            "zarr.json", "a/zarr.json", "a/c/0", "a/c/1", "ab/zarr.json", "a.b", "é/x", "a-/y")) {
      values.put(key, key);
    }
    ReadableStore store = holding(values);

    assertThat(list(store, ""))
        .containsExactlyInAnyOrder(
            new StoreEntry("zarr.json", Kind.KEY),
            new StoreEntry("a.b", Kind.KEY),
            new StoreEntry("a", Kind.PREFIX),
            new StoreEntry("a-", Kind.PREFIX),
            new StoreEntry("ab", Kind.PREFIX),
            new StoreEntry("é", Kind.PREFIX));
    assertThat(list(store, "a/"))
        .containsExactlyInAnyOrder(
            new StoreEntry("zarr.json", Kind.KEY), new StoreEntry("c", Kind.PREFIX));
    assertThat(list(store, "a/c/"))
        .containsExactlyInAnyOrder(new StoreEntry("0", Kind.KEY), new StoreEntry("1", Kind.KEY));
    assertThat(list(store, "b/")).isEmpty();
    assertThat(list(store, "zarr.json/")).isEmpty();
  }

  static List<StoreEntry> list(ReadableStore store, String prefix) {
    assertThat(store).isInstanceOf(ListableStore.class);
    try (Stream<StoreEntry> entries = ((ListableStore) store).list(new StorePrefix(prefix))) {
      return entries.toList();
    }
  }
}
