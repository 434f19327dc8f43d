package dev.espalier.zarr.internal.read;

import dev.espalier.io.store.ListableStore;
import dev.espalier.io.store.StoreEntry;
import dev.espalier.io.store.StoreEntry.Kind;
import dev.espalier.io.store.StoreKey;
import dev.espalier.io.store.StorePrefix;
import dev.espalier.model.error.StorageException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks for nodes below a prefix that has no document, and that no reader comes by therefore. */
final class HiddenNodes {
  /** Somebody else's files may be many; a few looks tell a group from them. */
  private static final int MOST_ENTRIES = 1_000;

  private final Optional<ListableStore> store;
  private final List<String> documentNames;

  HiddenNodes(Optional<ListableStore> store, List<String> documentNames) {
    this.store = store;
    this.documentNames = documentNames;
  }

  /** The document of the first node below a prefix, nearest first; nothing if none is found. */
  Optional<StoreKey> below(StorePrefix prefix) {
    Deque<StorePrefix> ahead = new ArrayDeque<>(List.of(prefix));
    int seen = 0;
    while (!ahead.isEmpty() && seen < MOST_ENTRIES) {
      StorePrefix here = ahead.remove();
      List<StoreEntry> entries = entries(here, MOST_ENTRIES - seen);
      seen += entries.size();
      if (!here.equals(prefix)) {
        for (String name : documentNames) {
          if (entries.contains(new StoreEntry(name, Kind.KEY))) {
            return Optional.of(here.key(name));
          }
        }
      }
      entries.stream()
          .filter(entry -> entry.kind() == Kind.PREFIX)
          .map(StoreEntry::name)
          .sorted()
          .forEach(name -> ahead.add(here.child(name)));
    }
    return Optional.empty();
  }

  private List<StoreEntry> entries(StorePrefix prefix, int most) {
    try (Stream<StoreEntry> listed = store.stream().flatMap(s -> s.list(prefix))) {
      return listed.limit(most).toList();
    } catch (StorageException e) {
      return List.of(); // whoever may not look in there finds nothing hidden
    }
  }
}
