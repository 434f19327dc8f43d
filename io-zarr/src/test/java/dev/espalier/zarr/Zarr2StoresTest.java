package dev.espalier.zarr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.json.JsonReader;
import dev.espalier.model.data.ArraySource;
import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.Block;
import dev.espalier.model.data.TextBlock;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.fill.BitsFill;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonNull;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.shape.Region;
import dev.espalier.model.spi.Location;
import dev.espalier.model.spi.OpenHierarchy;
import dev.espalier.model.type.FixedLengthType;
import dev.espalier.testkit.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Arrays of Zarr v2 that others wrote have the values that others read from them. */
class Zarr2StoresTest {
  @ParameterizedTest
  @CsvSource({
    "golden, golden, 50",
    "zarrita-fixtures, zarrita-fixtures/fixtures, 31",
    "zarr-java, zarr-java/testdata, 7",
    "n5-zarr, n5-zarr/src/test/resources, 2"
  })
  void arraysOfOthersHaveTheirValues(String set, String folder, int arrays) throws IOException {
    Path root = SharedData.require("zarr/" + folder);
    Map<String, String> failures = new TreeMap<>();
    int read = 0;
    for (Map.Entry<String, JsonValue> entry : expected(set).members().entrySet()) {
      JsonObject expected = (JsonObject) entry.getValue();
      if (expected.get("format").equals(Optional.of(JsonValue.of(2)))) {
        try {
          assertValues(root.resolve(entry.getKey().replace("#v2", "")), expected);
          read++;
        } catch (UnsupportedException e) {
          String message = String.valueOf(e.getMessage());
          if (!message.contains("no codec named ")) {
            failures.put(entry.getKey(), message);
          }
        }
      }
    }

    assertThat(failures).isEmpty();
    assertThat(read).isBetween(0, arrays);
  }

  private static void assertValues(Path path, JsonObject expected) {
    try (OpenHierarchy open = new Zarr2Backend().open(Location.of(path))) {
      ArraySource source = open.array(NodePath.root());
      Block whole = source.read(Region.all(source.shape()));
      JsonValue digest = expected.get("sha256_le_c").orElse(JsonNull.NULL);
      if (whole instanceof BitsBlock bits && digest != JsonNull.NULL) {
        assertThat(JsonValue.of(sha256(bits))).as("%s", path).isEqualTo(digest);
      } else {
        assertThat(new JsonArray(values(whole)))
            .as("%s", path)
            .isEqualTo(expected.get("values").orElseThrow());
      }
    }
  }

  /** The elements as the lists of expected ones spell them. */
  private static List<JsonValue> values(Block block) {
    if (block instanceof TextBlock texts) {
      return Arrays.stream(texts.texts()).<JsonValue>map(JsonString::new).toList();
    }
    BitsBlock bits = (BitsBlock) block;
    List<JsonValue> values = new ArrayList<>();
    for (int at = 0; at < bits.length(); at += bits.elementSize()) {
      byte[] element = Arrays.copyOfRange(bits.bytes(), at, at + bits.elementSize());
      JsonValue form = BitsFill.of(bits.dataType(), element).toJson();
      if (bits.dataType() instanceof FixedLengthType fixed) {
        boolean text = fixed.form() == FixedLengthType.Form.UTF32;
        values.add(text ? form : JsonObject.of("b64", form));
      } else {
        String bytes = Base64.getEncoder().encodeToString(element);
        values.add(JsonObject.of("void_b64", JsonValue.of(bytes)));
      }
    }
    return values;
  }

  private static JsonObject expected(String set) throws IOException {
    Path file = SharedData.require("zarr/" + set + ".expected.json");
    JsonObject document = (JsonObject) JsonReader.parse(Files.readAllBytes(file));
    return (JsonObject) document.get("arrays").orElseThrow();
  }

  private static String sha256(BitsBlock block) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(block.bytes(), 0, block.length());
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
