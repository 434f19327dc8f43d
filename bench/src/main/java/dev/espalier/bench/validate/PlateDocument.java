package dev.espalier.bench.validate;

import dev.espalier.json.JsonWriter;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonNull;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.layout.CodecSpec;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodeName;
import dev.espalier.model.shape.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the plate as one JSON document, in the form that pydantic-zarr gives a tree. */
public final class PlateDocument {
  private PlateDocument() {}

  /**
   * Writes it.
   *
   * @param arguments the file
   */
  public static void main(String[] arguments) throws IOException {
    Files.writeString(Path.of(arguments[0]), JsonWriter.compact(node(PlateTree.build())));
  }

  private static JsonObject node(NodeSpec node) {
    JsonObject.Builder out =
        JsonObject.builder()
            .put("zarr_format", 3)
            .put("node_type", node.kind())
            .put("attributes", node.attributes().toJson());
    return node instanceof ArraySpec array
        ? array(array, out).build()
        : out.put("members", members((GroupSpec) node)).build();
  }

  private static JsonObject members(GroupSpec group) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    for (Map.Entry<NodeName, NodeSpec> member : group.members().entrySet()) {
      members.put(member.getKey().value(), node(member.getValue()));
    }
    return new JsonObject(members);
  }

  private static JsonObject.Builder array(ArraySpec array, JsonObject.Builder out) {
    Shape chunk = array.layout().chunkShape().orElse(array.shape());
    List<CodecSpec> codecs = array.layout().codecs().orElse(List.of());
    return out.put("shape", JsonArray.ofLongs(array.shape().toArray()))
        .put("data_type", array.dataType().id())
        .put(
            "chunk_grid",
            named("regular", JsonObject.of("chunk_shape", JsonArray.ofLongs(chunk.toArray()))))
        .put("chunk_key_encoding", named("default", JsonObject.of("separator", JsonValue.of("/"))))
        .put("fill_value", 0)
        .put(
            "codecs",
            new JsonArray(
                codecs.stream()
                    .<JsonValue>map(codec -> named(codec.name(), codec.configuration()))
                    .toList()))
        .put("storage_transformers", JsonArray.of())
        .put("dimension_names", names(array.dimensionNames()));
  }

  private static JsonValue names(Optional<List<Optional<String>>> names) {
    return names
        .<JsonValue>map(
            list ->
                new JsonArray(
                    list.stream().map(n -> n.map(JsonValue::of).orElse(JsonNull.NULL)).toList()))
        .orElse(JsonNull.NULL);
  }

  private static JsonObject named(String name, JsonObject configuration) {
    return JsonObject.builder().put("name", name).put("configuration", configuration).build();
  }
}
