package dev.espalier.zarr.internal.edit;

import dev.espalier.io.store.ReadableStore;
import dev.espalier.io.store.StoreKey;
import dev.espalier.io.store.WritableStore;
import dev.espalier.json.JsonWriter;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.json.JsonNull;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.zarr.internal.document.DocumentSource;
import dev.espalier.zarr.internal.document.StoredDocument;
import dev.espalier.zarr.v2.Zarr2Document;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The documents of a store as they shall be after edits. */
final class KeyedChanges implements DocumentSource {
  private final ReadableStore store;
  private final Map<StoreKey, JsonObject> changed = new LinkedHashMap<>();

  KeyedChanges(ReadableStore store) {
    this.store = store;
  }

  @Override
  public Optional<JsonValue> read(StoreKey key) {
    JsonObject here = changed.get(key);
    return here == null ? StoredDocument.read(store, key) : Optional.of(here);
  }

  @Override
  public boolean contains(StoreKey key) {
    return changed.containsKey(key) || store.contains(key);
  }

  /** A document that has to be an object; {@code null} is taken for none, as readers do. */
  Optional<JsonObject> object(StoreKey key) {
    try {
      return read(key).filter(json -> json != JsonNull.NULL).map(json -> object(key, json));
    } catch (CorruptException e) {
      throw new CorruptException(store.name() + ": " + key + ": " + e.getMessage(), e);
    } catch (UnsupportedException e) {
      throw new UnsupportedException(store.name() + ": " + key + ": " + e.getMessage(), e);
    }
  }

  private static JsonObject object(StoreKey key, JsonValue document) {
    if (document instanceof JsonObject object) {
      return object;
    }
    throw new CorruptException(
        "expected an object, found " + document.typeName() + " in " + key, null);
  }

  void put(StoreKey key, JsonObject document) {
    changed.put(key, document);
  }

  /** Changes the copies in the consolidated metadata of groups above what was changed. */
  void refreshCopies() {
    for (Map.Entry<StoreKey, JsonObject> change : List.copyOf(changed.entrySet())) {
      String key = change.getKey().value();
      for (int end = key.lastIndexOf('/') + 1; end >= 0; end = endOfParent(key, end)) {
        refresh(new StoreKey(key.substring(0, end) + Zarr2Document.CONSOLIDATED), end, change);
      }
    }
  }

  /** Where the prefix of the group above ends, or -1 where there is none. */
  private static int endOfParent(String key, int end) {
    return end == 0 ? -1 : key.lastIndexOf('/', end - 2) + 1;
  }

  private void refresh(StoreKey holder, int prefix, Map.Entry<StoreKey, JsonObject> change) {
    object(holder)
        .filter(consolidated -> consolidated.get(METADATA).orElse(null) instanceof JsonObject)
        .ifPresent(
            consolidated -> {
              JsonObject copies = (JsonObject) consolidated.get(METADATA).orElseThrow();
              String name = change.getKey().value().substring(prefix);
              put(holder, consolidated.with(METADATA, copies.with(name, change.getValue())));
            });
  }

  private static final String METADATA = "metadata";

  /**
   * Writes what differs, members before their group, of one node the attributes first, and
   * consolidated metadata at the end: what tells of others comes after them.
   */
  void write(WritableStore target) {
    List<Map.Entry<StoreKey, JsonObject>> inOrder =
        changed.entrySet().stream()
            .filter(e -> !StoredDocument.read(store, e.getKey()).equals(Optional.of(e.getValue())))
            .sorted(Map.Entry.comparingByKey(ORDER))
            .toList();
    for (Map.Entry<StoreKey, JsonObject> change : inOrder) {
      String text = JsonWriter.pretty(change.getValue());
      target.replace(change.getKey(), ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }
  }

  private static final Comparator<StoreKey> ORDER =
      Comparator.<StoreKey, Boolean>comparing(key -> isNamed(key, Zarr2Document.CONSOLIDATED))
          .thenComparing(KeyedChanges::depth, Comparator.reverseOrder())
          .thenComparing(key -> !isNamed(key, Zarr2Document.ATTRIBUTES))
          .thenComparing(StoreKey::value);

  private static long depth(StoreKey key) {
    return key.value().chars().filter(c -> c == '/').count();
  }

  private static boolean isNamed(StoreKey key, String name) {
    return key.value().equals(name) || key.value().endsWith("/" + name);
  }
}
