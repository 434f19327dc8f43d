package dev.espalier.bench.codec;

import dev.espalier.model.fill.FillValue;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.layout.CodecSpec;
import dev.espalier.model.type.DataType;
import dev.espalier.zarr.codec.ChunkRepresentation;
import dev.espalier.zarr.codec.CodecPipeline;
import dev.espalier.zarr.codec.CodecRegistry;
import java.util.ArrayList;
import java.util.List;

/** Chains of codecs from which a default may be chosen. */
public enum Chain {
  /** Bytes as they are. */
  NONE,
  /** One frame of zstd. */
  ZSTD_1,
  /** One frame of zstd. */
  ZSTD_2,
  /** One frame of zstd. */
  ZSTD_3,
  /** All first bytes, all second ones and so on, in one frame of zstd. */
  SHUFFLE_ZSTD_3,
  /** Blosc. */
  BLOSC_LZ4_5_SHUFFLE,
  /** Blosc, for which zstd works at its level 1. */
  BLOSC_ZSTD_1_SHUFFLE,
  /** Blosc, for which zstd works at its level 3. */
  BLOSC_ZSTD_2_SHUFFLE,
  /** Blosc, for which zstd works at its level 5. */
  BLOSC_ZSTD_3_SHUFFLE,
  /** Blosc. */
  BLOSC_ZSTD_3_BITSHUFFLE,
  /** Deflate, as HDF5 has it. */
  GZIP_5;

  /** The codecs behind the bytes, for elements of a size. */
  private List<CodecSpec> compressors(long size) {
    return switch (this) {
      case NONE -> List.of();
      case ZSTD_1 -> List.of(zstd(1));
      case ZSTD_2 -> List.of(zstd(2));
      case ZSTD_3 -> List.of(zstd(3));
      case SHUFFLE_ZSTD_3 -> List.of(with("numcodecs.shuffle", "elementsize", size), zstd(3));
      case BLOSC_LZ4_5_SHUFFLE -> List.of(blosc("lz4", 5, "shuffle", size));
      case BLOSC_ZSTD_1_SHUFFLE -> List.of(blosc("zstd", 1, "shuffle", size));
      case BLOSC_ZSTD_2_SHUFFLE -> List.of(blosc("zstd", 2, "shuffle", size));
      case BLOSC_ZSTD_3_SHUFFLE -> List.of(blosc("zstd", 3, "shuffle", size));
      case BLOSC_ZSTD_3_BITSHUFFLE -> List.of(blosc("zstd", 3, "bitshuffle", size));
      case GZIP_5 -> List.of(with("gzip", "level", 5));
    };
  }

  /** This chain for chunks of some elements. */
  CodecPipeline bind(Elements elements, CodecRegistry registry) {
    DataType type = elements.type();
    List<CodecSpec> chain = new ArrayList<>();
    chain.add(new CodecSpec("bytes", JsonObject.of("endian", JsonValue.of("little"))));
    chain.addAll(compressors(elements.type().byteSize().orElseThrow()));
    return CodecPipeline.bind(
        chain,
        new ChunkRepresentation(type, elements.chunk().shape(), FillValue.zero(type)),
        registry);
  }

  private static CodecSpec with(String name, String parameter, long value) {
    return new CodecSpec(name, JsonObject.of(parameter, JsonValue.of(value)));
  }

  private static CodecSpec zstd(int level) {
    return new CodecSpec(
        "zstd", JsonObject.builder().put("level", level).put("checksum", false).build());
  }

  private static CodecSpec blosc(String name, int level, String shuffle, long size) {
    return new CodecSpec(
        "blosc",
        JsonObject.builder()
            .put("cname", name)
            .put("clevel", level)
            .put("shuffle", shuffle)
            .put("typesize", size)
            .put("blocksize", 0)
            .build());
  }
}
