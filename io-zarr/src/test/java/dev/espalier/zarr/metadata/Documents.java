package dev.espalier.zarr.metadata;

import dev.espalier.json.JsonReader;
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

  static JsonObject group() {
    return object("{\"zarr_format\": 3, \"node_type\": \"group\", \"attributes\": {}}");
  }

  static JsonObject object(String text) {
    return (JsonObject) JsonReader.parse(text);
  }
}
