package dev.espalier.zarr.internal.edit;

import dev.espalier.io.store.Store;
import dev.espalier.io.store.StoreKey;
import dev.espalier.io.store.StorePrefix;
import dev.espalier.json.JsonWriter;
import dev.espalier.model.error.RequestException;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.zarr.internal.array.StoredArray;
import dev.espalier.zarr.internal.document.Zarr2Documents;
import dev.espalier.zarr.v2.Zarr2Document;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes consolidated metadata of Zarr v2: a document beside the root's repeats all others. */
public final class Zarr2Consolidation {
  private static final List<String> DOCUMENTS =
      List.of(Zarr2Document.GROUP, Zarr2Document.ARRAY, Zarr2Document.ATTRIBUTES);

  private final Store store;

  /** A consolidation of the hierarchy in a store. */
  public Zarr2Consolidation(Store store) {
    this.store = store;
  }

  /**
   * Repeats all documents as they are; the copies are replaced as a whole.
   *
   * @return how many nodes below the root they are about
   * @throws RequestException if the root is no group, or if a node is invalid; nothing is changed
   *     then
   */
  public int write() {
    GroupSpec tree = ConsolidatedTree.of(store, new Zarr2Documents());
    SortedMap<String, JsonValue> copies = new TreeMap<>();
    KeyedChanges documents = new KeyedChanges(store);
    tree.walk(
        (path, node) -> {
          StorePrefix prefix = StoredArray.prefixOf(path);
          for (String name : DOCUMENTS) {
            StoreKey key = prefix.key(name);
            documents.object(key).ifPresent(document -> copies.put(key.value(), document));
          }
        });
    JsonObject consolidated =
        JsonObject.builder()
            .put("metadata", new JsonObject(copies))
            .put("zarr_consolidated_format", 1)
            .build();
    store.replace(
        StorePrefix.root().key(Zarr2Document.CONSOLIDATED),
        ByteBuffer.wrap(JsonWriter.pretty(consolidated).getBytes(StandardCharsets.UTF_8)));
    return tree.toFlat().size() - 1;
  }
}
