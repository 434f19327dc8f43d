package dev.espalier.zarr.metadata;

import dev.espalier.json.JsonReader;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;

/** Small documents to vary. */
final class Documents {
  private Documents() {}

  /** An array of shape [4, 6] and data type int16. */
  static JsonObject array() {
    return array(JsonValue.of("int16"), JsonValue.of(0));
  }

  static JsonObject array(JsonValue dataType, JsonValue fillValue) {
    return object(
            """
            {"zarr_format": 3, "node_type": "array", "shape": [4, 6], "data_type": "int16",
             "chunk_grid": {"name": "regular", "configuration": {"chunk_shape": [2, 3]}},
             "chunk_key_encoding": {"name": "default", "configuration": {"separator": "/"}},
             "fill_value": 0,
             "codecs": [{"name": "bytes", "configuration": {"endian": "little"}}],
             "attributes": {}}
            """)
        .with("data_type", dataType)
        .with("fill_value", fillValue);
  }

  /** The usual configuration of shards of inner chunks of shape [1, 3]. */
  static JsonObject sharding() {
    return object(
        """
        {"chunk_shape": [1, 3],
         "codecs": [{"name": "bytes", "configuration": {"endian": "little"}},
                    {"name": "zstd", "configuration": {"level": 0, "checksum": false}}],
         "index_codecs": [{"name": "bytes", "configuration": {"endian": "little"}},
                          {"name": "crc32c"}],
         "index_location": "end"}
        """);
  }

  /** An array of shape [4, 6] in shards of shape [2, 3]. */
  static JsonObject sharded(JsonObject sharding) {
    JsonObject codec =
        JsonObject.builder().put("name", "sharding_indexed").put("configuration", sharding).build();
    return array().with("codecs", JsonArray.of(codec));
  }

  static JsonObject group() {
    return object("{\"zarr_format\": 3, \"node_type\": \"group\", \"attributes\": {}}");
  }

  static JsonObject object(String text) {
    return (JsonObject) JsonReader.parse(text);
  }
}
