package dev.espalier.zarr.internal.edit;

import dev.espalier.io.store.ReadableStore;
import dev.espalier.io.store.StoreKey;
import dev.espalier.io.store.WritableStore;
import dev.espalier.json.JsonWriter;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.path.NodePath;
import dev.espalier.zarr.internal.array.StoredArray;
import dev.espalier.zarr.internal.document.StoredDocument;
import dev.espalier.zarr.metadata.ZarrDocument;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The documents that edits are about, as they are in the store and as they shall be. */
final class Documents {
  private final ReadableStore store;
  private final Map<NodePath, Optional<JsonObject>> stored = new HashMap<>();
  private final Map<NodePath, JsonObject> changed = new HashMap<>();

  Documents(ReadableStore store) {
    this.store = store;
  }

  /** The document of a node as it shall be so far. */
  Optional<JsonObject> find(NodePath path) {
    JsonObject here = changed.get(path);
    return here == null ? stored.computeIfAbsent(path, this::read) : Optional.of(here);
  }

  void put(NodePath path, JsonObject document) {
    changed.put(path, document);
  }

  private Optional<JsonObject> read(NodePath path) {
    StoreKey key = key(path);
    try {
      return StoredDocument.read(store, key).map(document -> object(key, document));
    } catch (CorruptException e) {
      throw new CorruptException(store.name() + ": " + key + ": " + e.getMessage(), e);
    } catch (UnsupportedException e) {
      throw new UnsupportedException(store.name() + ": " + key + ": " + e.getMessage(), e);
    }
  }

  private JsonObject object(StoreKey key, JsonValue document) {
    if (document instanceof JsonObject object) {
      return object;
    }
    throw new CorruptException(
        "expected an object, found " + document.typeName() + " in " + key, null);
  }

  /** Writes what differs, members before their group: what tells of others comes after them. */
  void write(WritableStore target) {
    List<NodePath> deepestFirst =
        changed.keySet().stream()
            .filter(path -> !stored.computeIfAbsent(path, this::read).equals(find(path)))
            .sorted(Comparator.comparingInt(NodePath::depth).reversed().thenComparing(p -> p))
            .toList();
    for (NodePath path : deepestFirst) {
      String text = JsonWriter.pretty(find(path).orElseThrow());
      target.replace(key(path), ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }
  }

  private static StoreKey key(NodePath path) {
    return StoredArray.prefixOf(path).key(ZarrDocument.NAME);
  }
}
