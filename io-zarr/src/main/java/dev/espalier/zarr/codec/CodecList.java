package dev.espalier.zarr.codec;

import dev.espalier.io.codec.CodecConfiguration;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.layout.CodecSpec;
import java.util.List;

/** Reads codecs that are parameters of another codec. */
final class CodecList {
  private static final String EXPECTED =
      "a list of codecs, each an object with \"name\" and \"configuration\"";

  private CodecList() {}

  static List<CodecSpec> read(CodecConfiguration configuration, String member) {
    JsonValue value = configuration.required(member, EXPECTED);
    if (!(value instanceof JsonArray array)) {
      throw configuration.wrong(member, value, EXPECTED);
    }
    return array.elements().stream().map(codec -> read(configuration, member, codec)).toList();
  }

  private static CodecSpec read(CodecConfiguration configuration, String member, JsonValue codec) {
    if (codec instanceof JsonString name) {
      return CodecSpec.of(name.value());
    }
    // Members beside these two, such as must_understand, say nothing about how bytes are made.
    if (codec instanceof JsonObject object
        && object.get("name").orElse(null) instanceof JsonString name
        && object.get("configuration").orElse(JsonObject.empty()) instanceof JsonObject members) {
      return new CodecSpec(name.value(), members);
    }
    throw configuration.wrong(member, codec, EXPECTED);
  }
}
