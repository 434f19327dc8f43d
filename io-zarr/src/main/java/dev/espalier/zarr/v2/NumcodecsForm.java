package dev.espalier.zarr.v2;

import dev.espalier.model.json.JsonBoolean;
import dev.espalier.model.json.JsonNull;
import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.layout.CodecSpec;
import dev.espalier.zarr.internal.field.Field;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The codecs of NumCodecs, by the names and parameters that they have in Zarr v3. */
final class NumcodecsForm {
  /** What names of codecs that Zarr v3 does not define begin with. */
  static final String PREFIX = "numcodecs.";

  /** The words of Zarr v3 for how Blosc shuffles, by their numbers in NumCodecs. */
  static final List<String> SHUFFLES = List.of("noshuffle", "shuffle", "bitshuffle");

  private static final int AUTOMATIC = -1;

  /** What a level of -1 stands for in zlib. */
  private static final int ZLIB_DEFAULT = 6;

  private static final int HIGHEST_ZLIB_LEVEL = 9;
  private static final int LOWEST_ZSTD_LEVEL = -131_072;
  private static final int HIGHEST_ZSTD_LEVEL = 22;

  /** The size of an element that is shuffled, where nothing else is said. */
  private static final int SHUFFLED = 4;

  private static final Set<String> ON_ELEMENTS =
      Set.of("delta", "fixedscaleoffset", "quantize", "astype", "bitround", "packbits");

  private static final Set<String> COMPRESSORS =
      Set.of("blosc", "bz2", "gzip", "lz4", "lzma", "zlib", "zstd");

  private NumcodecsForm() {}

  static boolean takesElements(String id) {
    return ON_ELEMENTS.contains(id);
  }

  /** A codec that makes elements of elements. */
  static CodecSpec onElements(Field codec, String id) {
    return new CodecSpec(PREFIX + id, codec.object().without("id"));
  }

  /** What elements are after a codec. */
  static Dtype encoded(Field codec, String id, Dtype decoded) {
    return switch (id) {
      case "packbits" -> ObjectCodecs.BYTES;
      case "astype" -> DtypeReader.read(codec.required("encode_dtype"));
      case "delta", "fixedscaleoffset", "quantize" ->
          codec
              .optional("astype")
              .filter(field -> !(field.value() instanceof JsonNull))
              .or(() -> codec.optional("dtype"))
              .map(DtypeReader::read)
              .orElse(decoded);
      default -> decoded;
    };
  }

  /** A codec that makes bytes of bytes. */
  static CodecSpec read(Field codec, String id, int itemSize) {
    JsonObject configuration = codec.object().without("id");
    return switch (id) {
      case "gzip" -> new CodecSpec(id, JsonObject.of("level", level(codec, 1)));
      case "zlib" -> new CodecSpec(PREFIX + id, JsonObject.of("level", level(codec, 1)));
      case "zstd" -> new CodecSpec(id, zstd(codec));
      case "blosc" -> new CodecSpec(id, blosc(codec, itemSize));
      case "crc32c" ->
          codec.optional("location").filter(f -> !f.text().equals("end")).isEmpty()
              ? CodecSpec.of(id)
              : new CodecSpec(PREFIX + id, configuration);
      case "shuffle" ->
          new CodecSpec(
              PREFIX + id,
              configuration.has("elementsize")
                  ? configuration
                  : configuration.with("elementsize", JsonValue.of(SHUFFLED)));
      default -> new CodecSpec(PREFIX + id, configuration);
    };
  }

  /** Whether a codec makes less of bytes, unlike those that check or rearrange them. */
  static boolean isCompressor(String id) {
    return COMPRESSORS.contains(id);
  }

  /** Decoders do not look at it, so one beyond those that there are does no harm. */
  private static JsonValue level(Field codec, long usual) {
    Optional<Field> level = codec.optional("level");
    if (level.isEmpty()) {
      return JsonValue.of(usual);
    }
    long number = whole(level.get());
    long bounded = Math.max(0, Math.min(number, HIGHEST_ZLIB_LEVEL));
    return JsonValue.of(number == AUTOMATIC ? ZLIB_DEFAULT : bounded);
  }

  private static JsonObject zstd(Field codec) {
    long level = codec.optional("level").map(NumcodecsForm::whole).orElse(1L);
    // NumCodecs takes any number for the highest or the lowest level, where Zarr v3 has bounds.
    long bounded = Math.max(LOWEST_ZSTD_LEVEL, Math.min(level, HIGHEST_ZSTD_LEVEL));
    JsonObject.Builder configuration = JsonObject.builder().put("level", bounded);
    codec
        .optional("checksum")
        .filter(field -> field.value().equals(JsonBoolean.TRUE))
        .ifPresent(field -> configuration.put("checksum", true));
    return configuration.build();
  }

  private static JsonObject blosc(Field codec, int itemSize) {
    String compressor = codec.optional("cname").map(Field::text).orElse("lz4");
    long level = codec.optional("clevel").map(NumcodecsForm::whole).orElse(5L);
    long blockSize = codec.optional("blocksize").map(NumcodecsForm::whole).orElse(0L);
    return JsonObject.builder()
        .put("typesize", itemSize)
        .put("cname", compressor)
        .put("clevel", level)
        .put("shuffle", shuffle(codec, itemSize))
        .put("blocksize", blockSize)
        .build();
  }

  private static String shuffle(Field codec, int itemSize) {
    Optional<Field> field = codec.optional("shuffle");
    long number = field.map(NumcodecsForm::whole).orElse(1L);
    if (number == AUTOMATIC) {
      return SHUFFLES.get(itemSize == 1 ? 2 : 1);
    }
    if (number < 0 || number >= SHUFFLES.size()) {
      throw field.orElseThrow().wrong("0, 1, 2, or -1 for the one that suits the data type");
    }
    return SHUFFLES.get((int) number);
  }

  private static long whole(Field field) {
    return field.value() instanceof JsonNumber number && number.asLong().isPresent()
        ? number.asLong().getAsLong()
        : wrongNumber(field);
  }

  private static long wrongNumber(Field field) {
    throw field.wrong("an integer");
  }
}
