package dev.espalier.json;

import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonNull;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.NodeSpec;

/** Documents of nodes as schemas of documents speak of them. */
final class NodeForms {
  private NodeForms() {}

  /** Every node by its path. */
  static JsonObject flat(NodeSpec root) {
    JsonObject.Builder nodes = JsonObject.builder();
    root.walk((path, node) -> nodes.put(path.toString(), document(node).build()));
    return nodes.build();
  }

  /** The node as a {@code zarr.json} tells of it, as far as schemas are concerned. */
  static JsonObject metadata(NodeSpec node) {
    return document(node).put("zarr_format", 3).build();
  }

  private static JsonObject.Builder document(NodeSpec node) {
    JsonObject.Builder json =
        JsonObject.builder()
            .put("node_type", node.kind())
            .put("attributes", node.attributes().toJson());
    if (node instanceof ArraySpec array) {
      json.put("shape", JsonArray.ofLongs(array.shape().toArray()));
      json.put("data_type", array.dataType().id());
      json.put("fill_value", array.fillValueOrZero().toJson());
      array
          .dimensionNames()
          .ifPresent(
              names ->
                  json.put(
                      "dimension_names",
                      new JsonArray(
                          names.stream()
                              .map(n -> n.<JsonValue>map(JsonValue::of).orElse(JsonNull.NULL))
                              .toList())));
      array
          .layout()
          .chunkShape()
          .ifPresent(chunks -> json.put("chunks", JsonArray.ofLongs(chunks.toArray())));
      array
          .layout()
          .chunkGrid()
          .filter(grid -> array.layout().shardShape().isEmpty())
          .ifPresent(
              grid ->
                  json.put(
                      "chunk_grid",
                      JsonObject.of("name", JsonValue.of(grid.name()))
                          .with("configuration", grid.configuration())));
      array
          .layout()
          .shardShape()
          .ifPresent(shards -> json.put("shards", JsonArray.ofLongs(shards.toArray())));
    }
    return json;
  }
}
