package dev.espalier.zarr.internal.plan;

import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.layout.CodecChain;
import dev.espalier.model.layout.CodecSpec;
import dev.espalier.model.type.DataType;
import java.util.List;

/** Chooses codecs where nothing is asked for. */
final class DefaultCodecs {
  private static final int ZSTD_LEVEL = 3;

  private DefaultCodecs() {}

  /** Little-endian bytes, or values with their lengths where these differ, compressed with zstd. */
  static List<CodecSpec> of(DataType type) {
    JsonObject level = JsonObject.of("level", JsonValue.of(ZSTD_LEVEL));
    return CodecChain.complete(List.of(new CodecSpec("zstd", level)), type);
  }
}
