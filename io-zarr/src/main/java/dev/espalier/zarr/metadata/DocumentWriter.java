package dev.espalier.zarr.metadata;

import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonNull;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.layout.ChunkKeyEncoding;
import dev.espalier.model.layout.CodecSpec;
import dev.espalier.model.layout.Layout;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.DataType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Writes documents, always in the object form of extensions, which readers of Zarr v3.0 know as
 * well.
 */
final class DocumentWriter {
  /** Codecs for which a configuration may be left out; some readers insist on it for all others. */
  private static final Set<String> WITHOUT_CONFIGURATION = Set.of("bytes", "crc32c");

  private DocumentWriter() {}

  static JsonObject group(GroupSpec group) {
    JsonObject.Builder document = JsonObject.builder();
    document.put("zarr_format", 3).put("node_type", "group");
    document.put("attributes", group.attributes().toJson());
    putExtras(document, group.extras(), DocumentReader.OF_GROUPS);
    return document.build();
  }

  static JsonObject array(ArraySpec array) {
    JsonObject.Builder document = JsonObject.builder();
    document.put("zarr_format", 3).put("node_type", "array");
    document.put("shape", shape(array.shape()));
    document.put("data_type", dataType(array.dataType()));
    putLayout(document, array.layout());
    document.put("fill_value", array.fillValueOrZero().toJson());
    array.dimensionNames().ifPresent(names -> document.put("dimension_names", names(names)));
    document.put("attributes", array.attributes().toJson());
    putExtras(document, array.extras(), DocumentReader.OF_ARRAYS);
    return document.build();
  }

  private static void putLayout(JsonObject.Builder document, Layout layout) {
    SpelledLayout spelled = SpelledLayout.of(layout);
    ChunkKeyEncoding keys = SpelledLayout.decided("chunk key encoding", layout.chunkKeyEncoding());
    document.put("chunk_grid", extension(spelled.grid().name(), spelled.grid().configuration()));
    document.put("chunk_key_encoding", chunkKeyEncoding(keys));
    document.put("codecs", SpelledLayout.toJson(spelled.codecs()));
  }

  private static JsonValue chunkKeyEncoding(ChunkKeyEncoding keys) {
    JsonValue separator = JsonValue.of(String.valueOf(keys.separator().symbol()));
    return extension(keys.form().id(), JsonObject.of("separator", separator));
  }

  static JsonValue codec(CodecSpec codec) {
    return codec.configuration().isEmpty() && WITHOUT_CONFIGURATION.contains(codec.name())
        ? JsonObject.of("name", JsonValue.of(codec.name()))
        : extension(codec.name(), codec.configuration());
  }

  private static JsonValue dataType(DataType type) {
    return type.configuration().isEmpty()
        ? JsonValue.of(type.id())
        : extension(type.id(), type.configuration());
  }

  private static JsonValue extension(String name, JsonObject configuration) {
    return JsonObject.builder().put("name", name).put("configuration", configuration).build();
  }

  private static JsonValue shape(Shape shape) {
    return JsonArray.ofLongs(shape.toArray());
  }

  private static JsonValue names(List<Optional<String>> names) {
    return new JsonArray(
        names.stream().map(name -> name.map(JsonValue::of).orElse(JsonNull.NULL)).toList());
  }

  /** Extras that other backends put there have no place in a Zarr document. */
  private static void putExtras(JsonObject.Builder document, JsonObject extras, Set<String> taken) {
    extras
        .members()
        .forEach(
            (name, value) -> {
              if (DocumentReader.mayBeIgnored(value)
                  && !taken.contains(name)
                  && !name.equals(DocumentReader.CONSOLIDATED)) {
                document.put(name, value);
              }
            });
  }
}
