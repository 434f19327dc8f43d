package dev.espalier.zarr.internal.document;

import dev.espalier.io.store.StoreKey;
import dev.espalier.io.store.StorePrefix;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.zarr.internal.consolidated.ConsolidatedMetadata;
import dev.espalier.zarr.v2.Zarr2Document;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Consolidated metadata as zarr-python writes it for Zarr v2: one document with a copy of each of
 * the others, by its key below the group.
 *
 * @param copies the copies
 */
record Zarr2Copies(JsonObject copies) implements DocumentSource {
  private static final String FORMAT = "zarr_consolidated_format";
  private static final String METADATA = "metadata";

  /**
   * Reads the document.
   *
   * @throws UnsupportedException if it is in another format
   * @throws IllegalArgumentException if it is invalid; the message starts with the place
   */
  static ConsolidatedMetadata read(DocumentFormat format, JsonValue document) {
    JsonObject consolidated = object("", document);
    JsonValue version = consolidated.get(FORMAT).orElse(JsonValue.of(1));
    if (!version.equals(JsonValue.of(1))) {
      throw new UnsupportedException(
          "consolidated metadata of format " + version + " is not supported; expected 1");
    }
    JsonValue metadata =
        consolidated
            .get(METADATA)
            .orElseThrow(() -> invalid("", "the member \"metadata\" is missing"));
    Zarr2Copies copies = new Zarr2Copies(object("/" + METADATA, metadata));
    return ConsolidatedMetadata.of(
        Zarr2Document.CONSOLIDATED + ": /" + METADATA, copies.nodes(format));
  }

  private Map<String, NodeSpec> nodes(DocumentFormat format) {
    Map<String, NodeSpec> nodes = new LinkedHashMap<>();
    for (String key : copies.members().keySet()) {
      int end = key.lastIndexOf('/');
      if (end > 0 && format.names().contains(key.substring(end + 1))) {
        String path = key.substring(0, end);
        format.read(this, prefix(path)).ifPresent(node -> nodes.put(path, node));
      }
    }
    return nodes;
  }

  private static StorePrefix prefix(String path) {
    try {
      return new StorePrefix(path + "/");
    } catch (IllegalArgumentException e) {
      throw invalid("/" + METADATA, String.valueOf(e.getMessage()));
    }
  }

  @Override
  public Optional<JsonValue> read(StoreKey key) {
    return copies.get(key.value());
  }

  @Override
  public boolean contains(StoreKey key) {
    return copies.has(key.value());
  }

  private static JsonObject object(String place, JsonValue value) {
    if (value instanceof JsonObject object) {
      return object;
    }
    throw invalid(place, "expected an object, found " + value.typeName());
  }

  private static IllegalArgumentException invalid(String place, String message) {
    return new IllegalArgumentException(
        Zarr2Document.CONSOLIDATED
            + ": "
            + (place.isEmpty() ? "the document" : place)
            + ": "
            + message);
  }
}
