package dev.espalier.zarr.internal.plan;

import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.layout.CodecSpec;
import dev.espalier.model.type.DataType;
import java.util.List;

/** Chooses codecs where nothing is asked for. */
final class DefaultCodecs {
  private static final int ZSTD_LEVEL = 3;

  private DefaultCodecs() {}

  /** Little-endian bytes, or UTF-8 with lengths for texts, compressed with zstd. */
  static List<CodecSpec> of(DataType type) {
    CodecSpec toBytes =
        type.isText()
            ? CodecSpec.of("vlen-utf8")
            : new CodecSpec("bytes", JsonObject.of("endian", JsonValue.of("little")));
    JsonObject level = JsonObject.of("level", JsonValue.of(ZSTD_LEVEL));
    return List.of(toBytes, new CodecSpec("zstd", level));
  }
}
