package dev.espalier.model.layout;

import dev.espalier.model.json.JsonObject;
import dev.espalier.model.type.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Completes a list of codecs that somebody asked for, for arrays of one data type: who asks for a
 * checksum need not say how elements become bytes.
 */
public final class CodecChain {
  private static final String BYTES = "bytes";
  private static final String TEXTS = "vlen-utf8";
  private static final String BYTE_STRINGS = "vlen-bytes";

  private static final String SHARDING = "sharding_indexed";

  /** Codecs that give elements of the type, or of one of as many bytes, that they take. */
  private static final Set<String> KEEPING_SIZE =
      Set.of("transpose", "reshape", "bitround", "numcodecs.bitround", "scale_offset");

  /** Codecs that give elements of another type, which they alone know. */
  private static final Set<String> CHANGING_TYPE =
      Set.of(
          "cast_value",
          "numcodecs.astype",
          "numcodecs.delta",
          "numcodecs.fixedscaleoffset",
          "numcodecs.packbits",
          "numcodecs.quantize");

  /** Codecs that turn elements into bytes; a chain has exactly one. */
  private static final Set<String> TO_BYTES =
      Set.of(
          BYTES,
          TEXTS,
          BYTE_STRINGS,
          SHARDING,
          "packbits",
          "n5_default",
          "vlen-array",
          "zarrs.vlen_v2");

  private static final CodecSpec LITTLE_ENDIAN =
      new CodecSpec(BYTES, JsonObject.builder().put("endian", "little").build());

  private CodecChain() {}

  /**
   * The codecs, and where none of them turns elements into bytes, one that does, before those that
   * take bytes.
   */
  public static List<CodecSpec> complete(List<CodecSpec> asked, DataType type) {
    List<CodecSpec> chain = new ArrayList<>();
    for (CodecSpec codec : asked) {
      // One list is asked for all arrays, so texts get what numbers would have got.
      chain.add(type.byteSize().isEmpty() && codec.name().equals(BYTES) ? toBytes(type) : codec);
    }
    if (chain.stream().noneMatch(codec -> TO_BYTES.contains(codec.name()))) {
      int at = 0;
      while (at < chain.size() && takesElements(chain.get(at))) {
        at++;
      }
      boolean changed =
          chain.subList(0, at).stream().anyMatch(codec -> CHANGING_TYPE.contains(codec.name()));
      chain.add(at, changed ? LITTLE_ENDIAN : toBytes(type));
    }
    return List.copyOf(chain);
  }

  /** Whether a codec packs several chunks into one stored object. */
  public static boolean isSharding(CodecSpec codec) {
    return codec.name().equals(SHARDING);
  }

  /** The codec that turns elements of a type into bytes, numbers with their least byte first. */
  public static CodecSpec toBytes(DataType type) {
    if (type.isText()) {
      return CodecSpec.of(TEXTS);
    }
    if (type.isBinary()) {
      return CodecSpec.of(BYTE_STRINGS);
    }
    return type.hasByteOrder() ? LITTLE_ENDIAN : CodecSpec.of(BYTES);
  }

  /** Whether a codec turns elements into elements. */
  private static boolean takesElements(CodecSpec codec) {
    return KEEPING_SIZE.contains(codec.name()) || CHANGING_TYPE.contains(codec.name());
  }
}
