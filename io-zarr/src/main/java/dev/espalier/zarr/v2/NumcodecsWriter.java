package dev.espalier.zarr.v2;

import dev.espalier.model.json.JsonBoolean;
import dev.espalier.model.json.JsonNull;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.layout.CodecSpec;
import java.util.Optional;
import java.util.Set;

/** The codecs of Zarr v3, by the names and parameters that they have in NumCodecs. */
final class NumcodecsWriter {
  /** Codecs that have the same name and the same parameters in both. */
  private static final Set<String> ALIKE = Set.of("gzip", "crc32c");

  private NumcodecsWriter() {}

  /** A codec that makes elements of elements. */
  static JsonObject onElements(CodecSpec codec) {
    String name = codec.name();
    if (name.startsWith(NumcodecsForm.PREFIX)) {
      return named(name.substring(NumcodecsForm.PREFIX.length()), codec.configuration());
    }
    throw unknown(codec);
  }

  /** A codec that makes bytes of bytes. */
  static JsonObject onBytes(CodecSpec codec) {
    String name = codec.name();
    if (name.startsWith(NumcodecsForm.PREFIX)) {
      return named(name.substring(NumcodecsForm.PREFIX.length()), codec.configuration());
    }
    if (ALIKE.contains(name)) {
      return named(name, codec.configuration());
    }
    return switch (name) {
      case "zstd" -> zstd(codec.configuration());
      case "blosc" -> blosc(codec);
      default -> throw unknown(codec);
    };
  }

  static boolean isCompressor(JsonObject filter) {
    return filter.get("id").orElse(JsonNull.NULL) instanceof JsonString id
        && NumcodecsForm.isCompressor(id.value());
  }

  /** Some readers do not know the checksum, so it is named only where there is one. */
  private static JsonObject zstd(JsonObject configuration) {
    boolean checksum = configuration.get("checksum").equals(Optional.of(JsonBoolean.TRUE));
    JsonObject.Builder codec =
        JsonObject.builder()
            .put("id", "zstd")
            .put("level", configuration.get("level").orElse(JsonValue.of(0)));
    return checksum ? codec.put("checksum", true).build() : codec.build();
  }

  private static JsonObject blosc(CodecSpec codec) {
    JsonObject configuration = codec.configuration();
    String word =
        configuration.get("shuffle").orElse(JsonNull.NULL) instanceof JsonString text
            ? text.value()
            : "noshuffle";
    int shuffle = NumcodecsForm.SHUFFLES.indexOf(word);
    if (shuffle < 0) {
      throw unknown(codec);
    }
    return JsonObject.builder()
        .put("id", "blosc")
        .put("cname", configuration.get("cname").orElse(JsonValue.of("lz4")))
        .put("clevel", configuration.get("clevel").orElse(JsonValue.of(5)))
        .put("shuffle", shuffle)
        .put("blocksize", configuration.get("blocksize").orElse(JsonValue.of(0)))
        .build();
  }

  private static JsonObject named(String id, JsonObject configuration) {
    return JsonObject.builder().put("id", id).putAll(configuration).build();
  }

  private static IllegalArgumentException unknown(CodecSpec codec) {
    return new IllegalArgumentException("Zarr v2 has no codec " + codec);
  }
}
