package dev.espalier.zarr.internal.document;

import dev.espalier.io.store.StoreKey;
import dev.espalier.io.store.StorePrefix;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.layout.ChunkKeyEncoding;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.zarr.internal.consolidated.ConsolidatedMetadata;
import dev.espalier.zarr.internal.field.DocumentException;
import dev.espalier.zarr.metadata.ZarrDocument;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The documents of Zarr v3: one for each node. */
public final class Zarr3Documents implements DocumentFormat {
  private static final Function<JsonValue, NodeSpec> READING = ZarrDocument::parse;

  @Override
  public String title() {
    return "Zarr v3";
  }

  @Override
  public List<String> names() {
    return List.of(ZarrDocument.NAME);
  }

  @Override
  public Optional<NodeSpec> read(DocumentSource documents, StorePrefix prefix) {
    StoreKey key = prefix.key(ZarrDocument.NAME);
    try {
      return new KeyedDocuments(documents).node(key, READING);
    } catch (DocumentException e) {
      return Optional.of(e.node());
    }
  }

  @Override
  public Optional<ConsolidatedMetadata> consolidated(
      DocumentSource documents, StorePrefix prefix, GroupSpec group) {
    return ConsolidatedMetadata.of(group);
  }

  @Override
  public ChunkKeyEncoding usualKeys() {
    return ChunkKeyEncoding.DEFAULT;
  }

  @Override
  public ChunkKeyEncoding keys(ChunkKeyEncoding asked) {
    return asked;
  }

  /** What cannot be said is what cannot be encoded, and found there. */
  @Override
  public Optional<String> problemWith(NodeSpec resolved) {
    return Optional.empty();
  }

  @Override
  public Map<String, JsonObject> render(NodeSpec resolved) {
    return Map.of(ZarrDocument.NAME, ZarrDocument.render(resolved));
  }
}
