package dev.espalier.cli.option;

import dev.espalier.json.JsonReader;
import dev.espalier.model.error.EspalierException;
import dev.espalier.model.error.RequestException;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.layout.CodecSpec;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The codecs of chunks: {@code none}, names with {@code +} or {@code ,} between them and a level
 * behind a colon ({@code zstd:5+crc32c}) or parameters in braces ({@code
 * bitround{"keepbits":10}+zstd}), or a JSON list as it stands in a {@code zarr.json}.
 */
public final class CodecOption {
  private static final String NONE = "none";
  private static final int ZSTD_LEVEL = 3;
  private static final int GZIP_LEVEL = 6;
  private static final int BLOSC_LEVEL = 5;

  private CodecOption() {}

  /** Reads the words. */
  public static List<CodecSpec> parse(String text) {
    if (text.strip().startsWith("[")) {
      return parseJson(text);
    }
    List<CodecSpec> codecs = new ArrayList<>();
    for (String word : words(text)) {
      if (!word.strip().equals(NONE)) {
        codecs.add(codec(text, word.strip()));
      }
    }
    return List.copyOf(codecs);
  }

  /** What stands between {@code +} and {@code ,}, but for those in parameters. */
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int start = 0;
    int open = 0;
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && quoted) {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == '{' || c == '}')) {
        open += c == '{' ? 1 : -1;
      } else if (!quoted && open == 0 && (c == '+' || c == ',')) {
        words.add(text.substring(start, i));
        start = i + 1;
      }
    }
    words.add(text.substring(start));
    return words;
  }

  private static CodecSpec codec(String text, String word) {
    int brace = word.indexOf('{');
    if (brace > 0) {
      return new CodecSpec(word.substring(0, brace), parameters(text, word.substring(brace)));
    }
    int colon = word.indexOf(':');
    String name = colon < 0 ? word : word.substring(0, colon);
    return switch (name) {
      case "zstd" ->
          new CodecSpec(
              name,
              JsonObject.builder()
                  .put("level", level(text, word, colon, ZSTD_LEVEL))
                  .put("checksum", false)
                  .build());
      case "gzip" ->
          new CodecSpec(
              name,
              JsonObject.builder().put("level", level(text, word, colon, GZIP_LEVEL)).build());
      case "blosc" ->
          new CodecSpec(
              name,
              JsonObject.builder()
                  .put("cname", "zstd")
                  .put("clevel", level(text, word, colon, BLOSC_LEVEL))
                  .put("shuffle", "shuffle")
                  .build());
      default -> {
        if (name.isEmpty() || colon >= 0) {
          throw wrong(text, "\"" + word + "\" is not understood");
        }
        yield CodecSpec.of(name);
      }
    };
  }

  private static JsonObject parameters(String text, String json) {
    try {
      return (JsonObject) JsonReader.parse(json);
    } catch (EspalierException e) {
      throw wrong(text, e.getMessage());
    }
  }

  private static long level(String text, String word, int colon, int usual) {
    if (colon < 0) {
      return usual;
    }
    try {
      return Integer.parseInt(word.substring(colon + 1));
    } catch (NumberFormatException e) {
      throw wrong(text, "the level in \"" + word + "\" is no whole number");
    }
  }

  private static List<CodecSpec> parseJson(String text) {
    JsonValue value;
    try {
      value = JsonReader.parse(text);
    } catch (EspalierException e) {
      throw wrong(text, e.getMessage());
    }
    List<CodecSpec> codecs = new ArrayList<>();
    if (value instanceof JsonArray list) {
      list.elements().forEach(element -> codecs.add(fromJson(text, element)));
    }
    return List.copyOf(codecs);
  }

  private static CodecSpec fromJson(String text, JsonValue element) {
    if (element instanceof JsonString name) {
      return CodecSpec.of(name.value());
    }
    if (element instanceof JsonObject object
        && object.get("name").orElse(null) instanceof JsonString name
        && object.get("configuration").orElse(JsonObject.empty()) instanceof JsonObject config) {
      return new CodecSpec(name.value(), config);
    }
    throw wrong(text, element + " is no codec; expected {\"name\": ..., \"configuration\": {...}}");
  }

  private static RequestException wrong(String text, @Nullable String reason) {
    return new RequestException(
        "--codec "
            + text
            + ": "
            + reason
            + "; give none, zstd, zstd:5, gzip:6, zstd+crc32c, bitround{\"keepbits\":10}+zstd, or a JSON"
            + " list of codecs");
  }
}
