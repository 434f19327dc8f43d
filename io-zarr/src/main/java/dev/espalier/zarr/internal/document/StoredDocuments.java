package dev.espalier.zarr.internal.document;

import dev.espalier.io.store.ReadableStore;
import dev.espalier.io.store.StoreKey;
import dev.espalier.json.CommonTexts;
import dev.espalier.json.JsonLimits;
import dev.espalier.json.JsonReader;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.NodeSpec;
import java.util.Optional;
import java.util.function.Function;

/** Documents as a store has them now. */
public final class StoredDocuments implements DocumentSource {
  private final ReadableStore store;
  private final RecentDocuments recent = new RecentDocuments();
  private final CommonTexts common = new CommonTexts();

  /** The documents of a store. */
  public StoredDocuments(ReadableStore store) {
    this.store = store;
  }

  @Override
  public Optional<JsonValue> read(StoreKey key) {
    return StoredDocument.read(store, key);
  }

  @Override
  public Optional<NodeSpec> node(StoreKey key, Function<JsonValue, NodeSpec> reading) {
    return StoredDocument.text(store, key).map(text -> recent.read(text, this::parse, reading));
  }

  private JsonValue parse(byte[] text) {
    return JsonReader.parse(text, JsonLimits.DEFAULT, common);
  }

  @Override
  public boolean contains(StoreKey key) {
    return store.contains(key);
  }
}
