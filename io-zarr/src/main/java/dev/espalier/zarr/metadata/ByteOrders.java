package dev.espalier.zarr.metadata;

import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.layout.CodecChain;
import dev.espalier.model.layout.CodecSpec;
import dev.espalier.model.type.DataType;
import dev.espalier.model.type.FixedLengthType;
import dev.espalier.model.type.StructType;
import java.util.List;

/**
 * Adds the byte order where zarr-python left it out until 3.2: with texts of fixed length and
 * structs, which were little-endian, also within shards. For all other types its absence is a
 * mistake.
 */
final class ByteOrders {
  private static final String BYTES = "bytes";
  private static final String INNER = "codecs";

  private ByteOrders() {}

  static List<CodecSpec> complete(List<CodecSpec> codecs, DataType type) {
    return type instanceof StructType || type instanceof FixedLengthType
        ? codecs.stream().map(codec -> complete(codec, type)).toList()
        : codecs;
  }

  private static CodecSpec complete(CodecSpec codec, DataType type) {
    if (codec.equals(CodecSpec.of(BYTES))) {
      return CodecChain.toBytes(type);
    }
    return codec.name().equals(Sharding.CODEC)
            && codec.configuration().get(INNER).orElse(null) instanceof JsonArray inner
        ? new CodecSpec(codec.name(), codec.configuration().with(INNER, complete(inner, type)))
        : codec;
  }

  private static JsonArray complete(JsonArray codecs, DataType type) {
    return new JsonArray(codecs.elements().stream().map(codec -> complete(codec, type)).toList());
  }

  /** The codecs of shards are parameters, in the form of documents. */
  private static JsonValue complete(JsonValue codec, DataType type) {
    JsonObject object =
        codec instanceof JsonString ? JsonObject.of("name", codec) : asObject(codec);
    if (!(object.get("name").orElse(null) instanceof JsonString name)
        || !(object.get("configuration").orElse(JsonObject.empty())
            instanceof JsonObject configuration)) {
      return codec;
    }
    CodecSpec before = new CodecSpec(name.value(), configuration);
    CodecSpec after = complete(before, type);
    return after.equals(before) ? codec : object.with("configuration", after.configuration());
  }

  private static JsonObject asObject(JsonValue codec) {
    return codec instanceof JsonObject object ? object : JsonObject.empty();
  }
}
