package dev.espalier.zarr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.model.data.BinaryBlock;
import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.Block;
import dev.espalier.model.data.TextBlock;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.shape.Shape;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The values of an array as zarr-python read them: a digest of their bytes where they are numbers,
 * otherwise the texts or bytes themselves.
 */
record ExpectedValues(Shape shape, Optional<String> digest, List<JsonValue> values) {
  private static final Charset UTF_32 = Charset.forName("UTF-32LE");

  static ExpectedValues of(JsonObject document) {
    return new ExpectedValues(
        Shape.of(
            list(document, "shape").stream()
                .mapToLong(extent -> Long.parseLong(extent.toString()))
                .toArray()),
        document.get("sha256_le_c").map(text -> ((JsonString) text).value()),
        list(document, "values"));
  }

  private static List<JsonValue> list(JsonObject document, String name) {
    return document.get(name).map(list -> ((JsonArray) list).elements()).orElse(List.of());
  }

  void assertAre(Block block, Path path) {
    assertThat(block.shape()).as("%s", path).isEqualTo(shape);
    if (block instanceof TextBlock texts) {
      assertThat(Arrays.stream(texts.texts()).<JsonValue>map(JsonString::new))
          .as("%s", path)
          .isEqualTo(values);
    } else if (block instanceof BinaryBlock binary) {
      assertThat(Arrays.stream(binary.values()).map(ExpectedValues::hex))
          .as("%s", path)
          .isEqualTo(values.stream().map(v -> hex(base64(v))).toList());
    } else if (digest.isPresent()) {
      assertThat(sha256((BitsBlock) block)).as("%s", path).isEqualTo(digest.get());
    } else {
      BitsBlock bits = (BitsBlock) block;
      List<String> found = new ArrayList<>();
      for (int at = 0; at < bits.length(); at += bits.elementSize()) {
        found.add(hex(Arrays.copyOfRange(bits.bytes(), at, at + bits.elementSize())));
      }
      assertThat(found)
          .as("%s", path)
          .isEqualTo(values.stream().map(v -> hex(bytes(v, bits.elementSize()))).toList());
    }
  }

  /** An element of a fixed number of bytes, filled up with zeros. */
  private static byte[] bytes(JsonValue value, int size) {
    if (value instanceof JsonString text) {
      return Arrays.copyOf(text.value().getBytes(UTF_32), size);
    }
    return Arrays.copyOf(base64(value), size);
  }

  private static byte[] base64(JsonValue value) {
    JsonObject bytes = (JsonObject) value;
    JsonValue base64 = bytes.get("b64").or(() -> bytes.get("void_b64")).orElseThrow();
    return Base64.getDecoder().decode(((JsonString) base64).value());
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static String sha256(BitsBlock block) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(block.bytes(), 0, block.length());
      return hex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
