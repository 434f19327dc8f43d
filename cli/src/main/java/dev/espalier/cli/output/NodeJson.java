package dev.espalier.cli.output;

import dev.espalier.model.fill.FillValue;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonNull;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.layout.ChunkGrid;
import dev.espalier.model.layout.ChunkKeyEncoding;
import dev.espalier.model.layout.CodecSpec;
import dev.espalier.model.layout.Layout;
import dev.espalier.model.layout.RegularGrid;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.DataType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Nodes as JSON, in the flat form that {@code create} takes. */
public final class NodeJson {
  private NodeJson() {}

  /** Every node by its path. */
  public static JsonObject flat(NodeSpec root) {
    JsonObject.Builder nodes = JsonObject.builder();
    root.walk((path, node) -> nodes.put(path.toString(), of(node)));
    return nodes.build();
  }

  /** One node without its members. */
  public static JsonObject of(NodeSpec node) {
    JsonObject.Builder json = JsonObject.builder().put("node_type", node.kind());
    return node.match(
        group -> json.put("attributes", group.attributes().toJson()).build(),
        array -> array(json, array),
        unreadable ->
            json.put("problem", unreadable.problem().name().toLowerCase(Locale.ROOT))
                .put("message", unreadable.message())
                .build());
  }

  private static JsonObject array(JsonObject.Builder json, ArraySpec array) {
    json.put("shape", shape(array.shape())).put("data_type", type(array.dataType()));
    array.fillValue().map(FillValue::toJson).ifPresent(fill -> json.put("fill_value", fill));
    array.dimensionNames().ifPresent(names -> json.put("dimension_names", names(names)));
    layout(json, array.layout());
    return json.put("attributes", array.attributes().toJson()).build();
  }

  private static void layout(JsonObject.Builder json, Layout layout) {
    layout.chunkGrid().ifPresent(grid -> grid(json, grid));
    layout.shardShape().ifPresent(shards -> json.put("shards", shape(shards)));
    layout.chunkKeyEncoding().ifPresent(keys -> json.put("chunk_key_encoding", keys(keys)));
    // Codecs in the words of another format are no codecs of Zarr: they get a name of their own.
    String member = layout.foreignTo().map(format -> format + "_codecs").orElse("codecs");
    layout.codecs().ifPresent(codecs -> json.put(member, codecs(codecs)));
  }

  private static void grid(JsonObject.Builder json, ChunkGrid grid) {
    if (grid instanceof RegularGrid regular) {
      json.put("chunks", shape(regular.chunkShape()));
    } else {
      json.put("chunk_grid", named(grid.name(), grid.configuration()));
    }
  }

  private static JsonValue keys(ChunkKeyEncoding keys) {
    return named(
        keys.form().id(),
        JsonObject.of("separator", JsonValue.of(String.valueOf(keys.separator().symbol()))));
  }

  private static JsonValue codecs(List<CodecSpec> codecs) {
    return new JsonArray(
        codecs.stream().map(c -> (JsonValue) named(c.name(), c.configuration())).toList());
  }

  private static JsonObject named(String name, JsonObject configuration) {
    JsonObject named = JsonObject.of("name", JsonValue.of(name));
    return configuration.isEmpty() ? named : named.with("configuration", configuration);
  }

  private static JsonValue names(List<Optional<String>> names) {
    return new JsonArray(
        names.stream().map(n -> n.map(JsonValue::of).orElse(JsonNull.NULL)).toList());
  }

  /** Extents as a list. */
  public static JsonValue shape(Shape shape) {
    return JsonArray.ofLongs(shape.toArray());
  }

  /** A data type as it stands in a document. */
  public static JsonValue type(DataType type) {
    return type.configuration().isEmpty()
        ? JsonValue.of(type.id())
        : named(type.id(), type.configuration());
  }
}
