package dev.espalier.zarr.internal.array;

import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.layout.CodecSpec;
import dev.espalier.model.layout.Layout;
import java.util.List;

/** The codecs of one unit, with the sharding that a layout spells apart from its codecs. */
final class UnitCodecs {
  private UnitCodecs() {}

  static List<CodecSpec> of(Layout layout) {
    List<CodecSpec> codecs =
        layout.codecs().orElseThrow(() -> new IllegalArgumentException("no codecs are given"));
    if (layout.shardShape().isEmpty()) {
      return codecs;
    }
    long[] chunk =
        layout
            .chunkShape()
            .orElseThrow(() -> new IllegalArgumentException("shards without inner chunks"))
            .toArray();
    JsonObject configuration =
        JsonObject.builder()
            .put("chunk_shape", JsonArray.ofLongs(chunk))
            .put("codecs", toJson(codecs))
            .put("index_codecs", toJson(indexCodecs()))
            .put("index_location", "end")
            .build();
    return List.of(new CodecSpec("sharding_indexed", configuration));
  }

  private static List<CodecSpec> indexCodecs() {
    return List.of(
        new CodecSpec("bytes", JsonObject.of("endian", JsonValue.of("little"))),
        CodecSpec.of("crc32c"));
  }

  private static JsonValue toJson(List<CodecSpec> codecs) {
    return new JsonArray(
        codecs.stream()
            .<JsonValue>map(
                codec ->
                    JsonObject.builder()
                        .put("name", codec.name())
                        .put("configuration", codec.configuration())
                        .build())
            .toList());
  }
}
