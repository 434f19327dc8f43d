package dev.espalier.zarr.internal.plan;

import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.layout.CodecChain;
import dev.espalier.model.layout.CodecSpec;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.type.DataType;
import dev.espalier.model.type.FixedLengthType;
import java.util.List;

/** Chooses codecs where nothing is asked for, by what the elements consist of. */
final class DefaultCodecs {
  private static final int ZSTD_LEVEL = 3;

  /** Noise takes nine times as long at the other level, and the rest is small at either. */
  private static final int LEVEL_OF_SINGLE_BYTES = 1;

  /** The level of Blosc at which zstd works at its level 3. */
  private static final int BLOSC_LEVEL = 2;

  /** Blosc takes larger elements for bytes, and does not sort them. */
  private static final int LARGEST_SORTED = 255;

  private DefaultCodecs() {}

  /**
   * Little-endian bytes, or values with their lengths where these differ. Numbers of several bytes
   * are sorted by the places of their bytes and compressed with zstd, by Blosc; everything else is
   * compressed with zstd as it is, integers of one byte in less time.
   */
  static List<CodecSpec> of(DataType type) {
    int sorted = type.hasByteOrder() ? sortedSize(type) : 1;
    return CodecChain.complete(
        List.of(sorted > 1 && sorted <= LARGEST_SORTED ? blosc(sorted) : zstd(level(type))), type);
  }

  /** Characters are alike wherever they stand in a text; parts of other elements are not. */
  private static int sortedSize(DataType type) {
    return type instanceof FixedLengthType
        ? type.numbers().get(0).size()
        : type.byteSize().orElseThrow();
  }

  private static int level(DataType type) {
    return type == CoreType.INT8 || type == CoreType.UINT8 ? LEVEL_OF_SINGLE_BYTES : ZSTD_LEVEL;
  }

  private static CodecSpec zstd(int level) {
    return new CodecSpec("zstd", JsonObject.of("level", JsonValue.of(level)));
  }

  private static CodecSpec blosc(int typeSize) {
    return new CodecSpec(
        "blosc",
        JsonObject.builder()
            .put("cname", "zstd")
            .put("clevel", BLOSC_LEVEL)
            .put("shuffle", "shuffle")
            .put("typesize", typeSize)
            .put("blocksize", 0)
            .build());
  }
}
