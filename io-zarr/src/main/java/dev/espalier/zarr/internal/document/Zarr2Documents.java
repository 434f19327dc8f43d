package dev.espalier.zarr.internal.document;

import dev.espalier.io.store.StoreKey;
import dev.espalier.io.store.StorePrefix;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.json.JsonNull;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.layout.ChunkKeyEncoding;
import dev.espalier.model.layout.Layout;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.zarr.internal.consolidated.ConsolidatedMetadata;
import dev.espalier.zarr.internal.field.DocumentException;
import dev.espalier.zarr.internal.field.Field;
import dev.espalier.zarr.v2.Zarr2Document;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The documents of Zarr v2: one that makes a node, and another one with its attributes. */
public final class Zarr2Documents implements DocumentFormat {
  @Override
  public String title() {
    return "Zarr v2";
  }

  @Override
  public List<String> names() {
    return List.of(Zarr2Document.GROUP, Zarr2Document.ARRAY);
  }

  /** Where there are the documents of both, there is an array. */
  @Override
  public Optional<NodeSpec> read(DocumentSource source, StorePrefix prefix) {
    KeyedDocuments documents = new KeyedDocuments(source);
    try {
      StoreKey arrayKey = prefix.key(Zarr2Document.ARRAY);
      Optional<JsonValue> array = documents.find(arrayKey);
      if (array.isPresent()) {
        JsonObject attributes = attributes(documents, prefix);
        return Optional.of(
            KeyedDocuments.of(arrayKey, Zarr2Document.parseArray(array.get(), attributes)));
      }
      StoreKey groupKey = prefix.key(Zarr2Document.GROUP);
      return documents
          .find(groupKey)
          .map(
              group ->
                  KeyedDocuments.of(
                      groupKey, Zarr2Document.parseGroup(group, attributes(documents, prefix))));
    } catch (DocumentException e) {
      return Optional.of(e.node());
    }
  }

  private static JsonObject attributes(KeyedDocuments documents, StorePrefix prefix) {
    StoreKey key = prefix.key(Zarr2Document.ATTRIBUTES);
    Optional<JsonValue> found = documents.find(key).filter(value -> value != JsonNull.NULL);
    try {
      return found.map(value -> Field.root(value).object()).orElse(JsonObject.empty());
    } catch (DocumentException e) {
      throw KeyedDocuments.keyed(key, e);
    }
  }

  @Override
  public Optional<ConsolidatedMetadata> consolidated(
      DocumentSource documents, StorePrefix prefix, GroupSpec group) {
    StoreKey key = prefix.key(Zarr2Document.CONSOLIDATED);
    try {
      return documents.read(key).map(document -> Zarr2Copies.read(this, document));
    } catch (CorruptException e) {
      throw new IllegalArgumentException(key + ": " + e.getMessage(), e);
    }
  }

  @Override
  public Map<String, JsonObject> replacements(NodeSpec resolved) {
    Map<String, JsonObject> documents = new LinkedHashMap<>();
    documents.put(Zarr2Document.ATTRIBUTES, JsonObject.empty());
    documents.putAll(render(resolved));
    return documents;
  }

  @Override
  public ArraySpec spelled(ArraySpec array) {
    Layout layout = array.layout();
    return layout.foreignTo().equals(Optional.of(Zarr2Document.FORMAT))
        ? array.withLayout(Layout.builder().from(layout).foreignTo(Optional.empty()).build())
        : array;
  }

  @Override
  public ChunkKeyEncoding usualKeys() {
    return new ChunkKeyEncoding(ChunkKeyEncoding.Form.V2, ChunkKeyEncoding.Separator.DOT);
  }

  /** What stands between positions stays. */
  @Override
  public ChunkKeyEncoding keys(ChunkKeyEncoding asked) {
    return new ChunkKeyEncoding(ChunkKeyEncoding.Form.V2, asked.separator());
  }

  @Override
  public Optional<String> problemWith(NodeSpec resolved) {
    try {
      Zarr2Document.render(resolved);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public Map<String, JsonObject> render(NodeSpec resolved) {
    return Zarr2Document.render(resolved);
  }
}
