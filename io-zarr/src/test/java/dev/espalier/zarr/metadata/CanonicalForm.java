package dev.espalier.zarr.metadata;

import dev.espalier.model.fill.FillValue;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonNull;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.type.DataType;

/** Brings a document into the form that is written, of the several that say the same. */
final class CanonicalForm {
  private CanonicalForm() {}

  static JsonObject of(JsonValue json) {
    JsonObject document = ((JsonObject) json).without("consolidated_metadata");
    if (document.has("storage_transformers")
        && member(document, "storage_transformers").equals(JsonArray.of())) {
      document = document.without("storage_transformers");
    }
    if (document.has("dimension_names") && member(document, "dimension_names") == JsonNull.NULL) {
      document = document.without("dimension_names");
    }
    if (!document.has("attributes")) {
      document = document.with("attributes", JsonObject.empty());
    }
    if (member(document, "node_type").equals(JsonValue.of("group"))) {
      return document;
    }
    ArraySpec array = (ArraySpec) ZarrDocument.parse(json);
    FillValue fill = FillValue.parse(array.dataType(), member(document, "fill_value"));
    return document
        .with("fill_value", fill.toJson())
        .with("data_type", array.dataType().toJson())
        .with("codecs", codecs(withByteOrder(member(document, "codecs"), array.dataType())))
        .with("chunk_key_encoding", keys(member(document, "chunk_key_encoding")));
  }

  /** What some leave out where elements are structs or texts of fixed length. */
  private static JsonValue withByteOrder(JsonValue codecs, DataType type) {
    JsonValue without = JsonArray.of(JsonObject.of("name", JsonValue.of("bytes")));
    return codecs.equals(without) && type.hasByteOrder()
        ? JsonArray.of(
            JsonObject.builder()
                .put("name", "bytes")
                .put("configuration", JsonObject.of("endian", JsonValue.of("little")))
                .build())
        : codecs;
  }

  private static JsonValue codecs(JsonValue codecs) {
    return new JsonArray(
        ((JsonArray) codecs).elements().stream().map(CanonicalForm::codec).toList());
  }

  private static JsonValue codec(JsonValue codec) {
    JsonObject object = object(codec);
    JsonObject configuration = (JsonObject) object.get("configuration").orElse(JsonObject.empty());
    String name = ((JsonString) member(object, "name")).value();
    if (configuration.isEmpty() && (name.equals("bytes") || name.equals("crc32c"))) {
      return object.without("configuration");
    }
    return object.with(
        "configuration", name.equals("sharding_indexed") ? sharding(configuration) : configuration);
  }

  private static JsonObject sharding(JsonObject configuration) {
    JsonValue location = configuration.get("index_location").orElse(JsonValue.of("end"));
    return configuration
        .with("codecs", codecs(member(configuration, "codecs")))
        .with("index_codecs", codecs(member(configuration, "index_codecs")))
        .with("index_location", location);
  }

  private static JsonValue keys(JsonValue keys) {
    JsonObject object = object(keys);
    boolean v2 = member(object, "name").equals(JsonValue.of("v2"));
    JsonObject configuration = (JsonObject) object.get("configuration").orElse(JsonObject.empty());
    return object.with(
        "configuration",
        configuration.isEmpty()
            ? JsonObject.of("separator", JsonValue.of(v2 ? "." : "/"))
            : configuration);
  }

  private static JsonObject object(JsonValue extension) {
    return extension instanceof JsonString
        ? JsonObject.of("name", extension)
        : (JsonObject) extension;
  }

  private static JsonValue member(JsonObject object, String name) {
    return object.get(name).orElseThrow();
  }
}
