package dev.espalier.zarr.internal.compress;

import dev.espalier.io.codec.BytesToBytesCodec;
import dev.espalier.io.codec.BytesToBytesCodecFactory;
import dev.espalier.io.codec.CodecConfiguration;
import dev.espalier.io.codec.CodecDeclaration;
import dev.espalier.io.codec.Parameter;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.schema.rule.CoreRules;
import dev.espalier.model.schema.value.Field;
import dev.espalier.model.schema.value.ValueSchema;
import java.util.List;
import org.tukaani.xz.XZ;

/** Makes codecs {@code numcodecs.lzma}. */
public final class LzmaFactory implements BytesToBytesCodecFactory {
  static final ValueSchema PRESET =
      Parameter.orNull(
          Parameter.either(
              Parameter.integer(0, 9),
              Parameter.integer(LzmaPreset.EXTREME, LzmaPreset.EXTREME + 9)));

  private static final int XZ_FILE = 1;
  private static final int ALONE = 2;
  private static final int RAW = 3;
  private static final int USUAL_CHECK = -1;

  @Override
  public CodecDeclaration declaration() {
    return CodecDeclaration.of(
        "numcodecs.lzma",
        "LZMA, as a file of xz, as an older .lzma file, or raw.",
        Field.optional("format", Parameter.integer(XZ_FILE, RAW))
            .orElse(JsonValue.of(XZ_FILE))
            .describedAs("1 for xz, 2 for .lzma, 3 for raw, which needs filters"),
        Field.optional(
                "check",
                ValueSchema.integer(CoreRules.ATTRIBUTE_TYPE)
                    .oneOf(
                        JsonValue.of(USUAL_CHECK),
                        JsonValue.of(XZ.CHECK_NONE),
                        JsonValue.of(XZ.CHECK_CRC32),
                        JsonValue.of(XZ.CHECK_CRC64),
                        JsonValue.of(XZ.CHECK_SHA256)))
            .orElse(JsonValue.of(USUAL_CHECK))
            .describedAs("of xz only: 0 none, 1 CRC-32, 4 or -1 CRC-64, 10 SHA-256"),
        Field.optional("preset", PRESET)
            .describedAs("how hard to compress, of xz and .lzma; 6 where it is left out"),
        Field.optional("filters", Parameter.orNull(Parameter.list(LzmaFilter.DECLARED)))
            .describedAs("of raw only: up to four filters of liblzma, LZMA itself as the last"));
  }

  @Override
  public BytesToBytesCodec create(CodecConfiguration configuration) {
    int format = (int) configuration.integer("format");
    int check = (int) configuration.integer("check");
    if (format != XZ_FILE && check > XZ.CHECK_NONE) {
      throw configuration.wrong("check", "0 or -1 beside \"format\" " + format);
    }
    if (format == RAW) {
      return new LzmaCodec(new LzmaForm.Raw(filters(configuration)));
    }
    if (configuration.has("filters")) {
      throw configuration.wrong("filters", "null beside \"format\" " + format);
    }
    LzmaPreset preset =
        configuration.has("preset")
            ? new LzmaPreset(configuration.integer("preset"))
            : LzmaPreset.USUAL;
    return new LzmaCodec(
        format == ALONE
            ? new LzmaForm.Alone(preset)
            : new LzmaForm.Xz(check == USUAL_CHECK ? XZ.CHECK_CRC64 : check, preset));
  }

  private static List<LzmaFilter> filters(CodecConfiguration configuration) {
    if (configuration.has("preset")) {
      throw configuration.wrong("preset", "null beside \"format\" 3; \"filters\" have their own");
    }
    String expected = "up to four filters beside \"format\" 3, the last of which is 33 or LZMA1";
    JsonArray list = (JsonArray) configuration.member("filters").orElseGet(JsonArray::of);
    List<LzmaFilter> filters =
        list.elements().stream().map(one -> new LzmaFilter((JsonObject) one)).toList();
    boolean ordered = !filters.isEmpty() && filters.size() <= 4;
    for (int i = 0; ordered && i < filters.size(); i++) {
      ordered = filters.get(i).compresses() == (i == filters.size() - 1);
    }
    if (!ordered) {
      throw configuration.wrong("filters", expected);
    }
    filters.forEach(LzmaFilter::check);
    return filters;
  }
}
