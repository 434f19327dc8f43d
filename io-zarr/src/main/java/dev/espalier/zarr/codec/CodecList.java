package dev.espalier.zarr.codec;

import dev.espalier.io.codec.CodecConfiguration;
import dev.espalier.io.codec.Parameter;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.layout.CodecSpec;
import dev.espalier.model.schema.rule.CoreRules;
import dev.espalier.model.schema.value.Field;
import dev.espalier.model.schema.value.ValueSchema;
import java.util.List;

/** Codecs that are parameters of another codec. */
final class CodecList {
  /**
   * A list of codecs. Members beside name and configuration, such as {@code must_understand}, say
   * nothing about how bytes are made.
   */
  static final ValueSchema DECLARED =
      Parameter.list(
          Parameter.either(
              Parameter.text(),
              ValueSchema.object(
                  CoreRules.ATTRIBUTE_TYPE,
                  Field.required("name", Parameter.text()),
                  Field.optional("configuration", ValueSchema.object(CoreRules.ATTRIBUTE_TYPE)))));

  private CodecList() {}

  static List<CodecSpec> read(CodecConfiguration configuration, String member) {
    JsonArray array = (JsonArray) configuration.member(member).orElseGet(JsonArray::of);
    return array.elements().stream().map(CodecList::read).toList();
  }

  /**
   * How many codecs there are, those that are parameters of others among them. Counting ends when
   * there are more than a number.
   */
  static int count(List<CodecSpec> codecs, int most) {
    int count = 0;
    for (CodecSpec codec : codecs) {
      count++;
      for (JsonValue parameter : codec.configuration().members().values()) {
        if (count <= most && parameter instanceof JsonArray list) {
          List<CodecSpec> inner =
              list.elements().stream()
                  .limit(most + 1L)
                  .filter(CodecList::isCodec)
                  .map(CodecList::read)
                  .toList();
          count += count(inner, most - count);
        }
      }
      if (count > most) {
        return count;
      }
    }
    return count;
  }

  private static boolean isCodec(JsonValue value) {
    return value instanceof JsonObject object
        && object.get("name").orElse(null) instanceof JsonString
        && object.get("configuration").orElse(JsonObject.empty()) instanceof JsonObject;
  }

  /** Parameters with such a list replaced; spelled as they are where it says nothing else. */
  static JsonObject with(JsonObject asked, String member, List<CodecSpec> after) {
    JsonArray before = (JsonArray) asked.get(member).orElseGet(JsonArray::of);
    return after.equals(before.elements().stream().map(CodecList::read).toList())
        ? asked
        : asked.with(member, new JsonArray(after.stream().map(CodecList::toJson).toList()));
  }

  private static JsonValue toJson(CodecSpec codec) {
    return JsonObject.builder()
        .put("name", codec.name())
        .put("configuration", codec.configuration())
        .build();
  }

  private static CodecSpec read(JsonValue codec) {
    if (codec instanceof JsonString name) {
      return CodecSpec.of(name.value());
    }
    JsonObject members = (JsonObject) codec;
    JsonString name = (JsonString) members.get("name").orElseThrow();
    return new CodecSpec(
        name.value(), (JsonObject) members.get("configuration").orElse(JsonObject.empty()));
  }
}
