package dev.espalier.zarr.internal.document;

import dev.espalier.io.store.ReadableStore;
import dev.espalier.io.store.StoreKey;
import dev.espalier.io.store.StoredValue;
import dev.espalier.json.CommonTexts;
import dev.espalier.json.JsonLimits;
import dev.espalier.json.JsonReader;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.NodeSpec;
import java.util.Optional;
import java.util.function.Function;

/** Documents as a store has them now. */
public final class StoredDocuments implements DocumentSource {
  /**
   * Longer documents are read one at a time, however many workers there are: each of them may take
   * much of the memory, while shorter ones take little even if they are made to take as much as
   * they can.
   */
  private static final int LONGEST_TOGETHER = 64 << 10;

  private final ReadableStore store;
  private final RecentDocuments recent = new RecentDocuments();
  private final CommonTexts common = new CommonTexts();
  private final Object oneLongDocument = new Object();

  /** The documents of a store. */
  public StoredDocuments(ReadableStore store) {
    this.store = store;
  }

  @Override
  public Optional<JsonValue> read(StoreKey key) {
    return read(key, this::parse);
  }

  @Override
  public Optional<NodeSpec> node(StoreKey key, Function<JsonValue, NodeSpec> reading) {
    return read(key, text -> recent.read(text, this::parse, reading));
  }

  private <T> Optional<T> read(StoreKey key, Function<byte[], T> reading) {
    Optional<StoredValue> found = store.open(key);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    try (StoredValue value = found.get()) {
      if (value.size() <= LONGEST_TOGETHER) {
        return Optional.of(reading.apply(StoredDocument.bytes(value)));
      }
      synchronized (oneLongDocument) {
        return Optional.of(reading.apply(StoredDocument.bytes(value)));
      }
    }
  }

  private JsonValue parse(byte[] text) {
    return JsonReader.parse(text, JsonLimits.DEFAULT, common);
  }

  @Override
  public boolean contains(StoreKey key) {
    return store.contains(key);
  }
}
