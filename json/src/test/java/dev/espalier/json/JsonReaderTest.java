package dev.espalier.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.StorageException;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonBoolean;
import dev.espalier.model.json.JsonNull;
import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {
  @Test
  void everyKindOfValueIsRead() {
    JsonValue read =
        JsonReader.parse(" {\"a\": [1, \"x\", true, false, null, {}, []], \"b\": 2.50}\n");

    assertThat(read)
        .isEqualTo(
            JsonObject.builder()
                .put(
                    "a",
                    JsonArray.of(
                        JsonValue.of(1),
                        JsonValue.of("x"),
                        JsonBoolean.TRUE,
                        JsonBoolean.FALSE,
                        JsonNull.NULL,
                        JsonObject.empty(),
                        JsonArray.of()))
                .put("b", new JsonNumber("2.50"))
                .build());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "-0.0",
        "1.0",
        "1",
        "1e5",
        "1E+05",
        "-1.50e-300",
        "18446744073709551615",
        "-9223372036854775808",
        "9007199254740993",
        "0.1000000000000000055511151231257827021181583404541015625",
        "1e999999999",
        "123456789012345678901234567890.123456789012345678901234567890"
      })
  void numbersKeepTheirSpelling(String number) {
    assertThat(JsonReader.parse(number)).isEqualTo(new JsonNumber(number));
    assertThat(JsonReader.parse("[ " + number + " ]").toString()).isEqualTo("[" + number + "]");
  }

  @Test
  void membersKeepTheirOrder() {
    String text = "{\"z\":1,\"a\":2,\"m\":{\"y\":3,\"b\":4}}";

    assertThat(JsonReader.parse(text).toString()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "Infinity", "-Infinity"})
  void bareWordsThatPythonWritesBecomeStrings(String word) {
    assertThat(JsonReader.parse("{\"x\": " + word + "}"))
        .isEqualTo(JsonObject.of("x", JsonValue.of(word)));
  }

  @Test
  void escapesAreResolvedAndHalfPairsSurvive() {
    assertThat(JsonReader.parse("\"\\u00e9\\n\\ud83d\\ude00\\ud800\\u0000\""))
        .isEqualTo(new JsonString("é\n😀\ud800\u0000"));
  }

  @Test
  void bytesAndStreamsAreReadAsUtf8() {
    byte[] bytes = "{\"größe\": \"μm 😀\"}".getBytes(StandardCharsets.UTF_8);
    JsonValue expected = JsonObject.of("größe", JsonValue.of("μm 😀"));

    assertThat(JsonReader.parse(bytes)).isEqualTo(expected);
    assertThat(JsonReader.parse(new ByteArrayInputStream(bytes))).isEqualTo(expected);
  }

  @Test
  void aByteOrderMarkIsSkipped() {
    assertThat(JsonReader.parse("\ufeff{}".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(JsonObject.empty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``|not JSON: the document is empty",
        "{\"a\":1, \"a\":2}|not JSON: line 1, column 13: the object has two members named \"a\"",
        "{} {}|not JSON: line 1, column 4: something follows the end of the value",
        "1 2|not JSON: line 1, column 3: something follows the end of the value",
        "{\"a\": [1, 2|not JSON: line 1, column 12: Unexpected end-of-input: expected close marker for Array",
        "[1}|not JSON: line 1, column 3: Unexpected close marker '}': expected ']'",
        "INF|not JSON: line 1, column 1: Unrecognized token 'INF'",
        "[+Infinity]|not JSON: line 1, column 2: expected a value, found +Infinity",
      })
  void whatIsNotJsonIsNamedWithItsPlace(String text, String message) {
    assertThatThrownBy(() -> JsonReader.parse(text))
        .isInstanceOf(CorruptException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "[1,",
        "[1,]",
        "{\"a\":1,}",
        "{\"a\"}",
        "{a:1}",
        "'a'",
        "01",
        "1.",
        ".5",
        "+1",
        "0x10",
        "tru",
        "nul",
        "\"abc",
        "\"\t\"",
        "\"\\x\"",
        "// c\n1",
        "/* */ 1",
        "[1 2]",
        "]",
        "}",
        ":",
        "-",
        "1e",
        "\"\\ud8\"",
        "{\"a\":1]",
        "[1}",
        "NaNx",
        "nan",
        "undefined",
        "True",
        "1_000"
      })
  void nothingButJsonIsRead(String text) {
    assertThatThrownBy(() -> JsonReader.parse(text))
        .isInstanceOf(CorruptException.class)
        .hasMessageStartingWith("not JSON: ");
  }

  @Test
  void errorsInLaterLinesSayWhichLine() {
    assertThatThrownBy(() -> JsonReader.parse("{\n  \"a\": 1,\n  \"b\": oops\n}"))
        .isInstanceOf(CorruptException.class)
        .hasMessageStartingWith("not JSON: line 3, column ");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 200})
  void depthUpToTheLimitIsRead(int depth) {
    String text = "[".repeat(depth) + "]".repeat(depth);

    assertThat(JsonReader.parse(text).toString()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(ints = {201, 1_000_000})
  void depthBeyondTheLimitIsRefused(int depth) {
    assertThatThrownBy(() -> JsonReader.parse("[".repeat(depth)))
        .isInstanceOf(UnsupportedException.class)
        .hasMessage(
            "line 1, column 201: arrays and objects lie deeper within each other than the limit of"
                + " 200");
    assertThatThrownBy(() -> JsonReader.parse("{\"a\":".repeat(depth)))
        .isInstanceOf(UnsupportedException.class);
  }

  @Test
  void depthCountsNestingNotNumber() {
    assertThat(JsonReader.parse("[" + "[[]],".repeat(500) + "{}]")).isInstanceOf(JsonArray.class);
  }

  @Test
  void longDocumentsAreRefusedWithoutReadingThemToTheEnd() {
    JsonLimits limits = JsonLimits.DEFAULT.withMaxBytes(10);
    String message = "the JSON document is longer than the limit of 10 bytes";

    assertThat(JsonReader.parse("\"12345678\"", limits)).isEqualTo(JsonValue.of("12345678"));
    assertThatThrownBy(() -> JsonReader.parse("\"123456789\"", limits))
        .isInstanceOf(UnsupportedException.class)
        .hasMessage(message);
    assertThatThrownBy(() -> JsonReader.parse(endless(), limits))
        .isInstanceOf(UnsupportedException.class)
        .hasMessage(message);
  }

  /** A text of a few characters for each value can take forty times as much memory. */
  @ParameterizedTest
  @ValueSource(strings = {"0,", "{},", "[],", "\"\",", "{\"a\":null},", "true,"})
  void moreValuesThanMemoryAllowsAreRefused(String element) {
    JsonLimits limits = JsonLimits.DEFAULT.withMaxMemory(1 << 20);
    String few = "[" + element.repeat(1_000) + "0]";
    String many = "[" + element.repeat(200_000) + "0]";

    assertThat(((JsonArray) JsonReader.parse(few, limits)).size()).isEqualTo(1_001);
    assertThatThrownBy(() -> JsonReader.parse(many, limits))
        .isInstanceOf(UnsupportedException.class)
        .hasMessageMatching(
            "line 1, column \\d+: the values of the document take more memory than 1048576 bytes;"
                + " give this process more");
  }

  @Test
  void longNumbersAreRefused() {
    assertThat(JsonReader.parse("1".repeat(1_000))).isInstanceOf(JsonNumber.class);
    assertThatThrownBy(() -> JsonReader.parse("1".repeat(1_001)))
        .isInstanceOf(UnsupportedException.class)
        .hasMessageContaining("1000");
    assertThatThrownBy(() -> JsonReader.parse("[0." + "1".repeat(5_000) + "]"))
        .isInstanceOf(UnsupportedException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"22ff22", "22c3", "22eda08022", "22c08022", "22f4908080 22", "feff0022"})
  void bytesThatAreNoUtf8AreRefused(String hex) {
    byte[] bytes = new java.math.BigInteger("00" + hex.replace(" ", ""), 16).toByteArray();

    assertThatThrownBy(() -> JsonReader.parse(bytes)).isInstanceOf(CorruptException.class);
  }

  @Test
  void theFirstByteThatIsNoUtf8IsNamed() {
    byte[] bytes = {'"', 'a', 'b', (byte) 0xff, '"'};

    assertThatThrownBy(() -> JsonReader.parse(bytes))
        .isInstanceOf(CorruptException.class)
        .hasMessage("not JSON: byte 3 is not part of a UTF-8 character");
  }

  @Test
  void aCharacterThatTheEndCutsIsRefused() {
    byte[] bytes = {'1', ' ', (byte) 0xc3};

    assertThatThrownBy(() -> JsonReader.parse(bytes))
        .isInstanceOf(CorruptException.class)
        .hasMessage("not JSON: byte 2 is not part of a UTF-8 character");
  }

  @Test
  void aStreamThatFailsIsAStorageError() {
    InputStream failing =
        new FilterInputStream(InputStream.nullInputStream()) {
          @Override
          public int read(byte[] into, int offset, int length) throws IOException {
            throw new IOException("cable cut");
          }
        };

    assertThatThrownBy(() -> JsonReader.parse(failing))
        .isInstanceOf(StorageException.class)
        .hasMessage("cannot read a JSON document: cable cut");
  }

  @Test
  void limitsThatMakeNoSenseAreRefused() {
    assertThatThrownBy(() -> new JsonLimits(1, 5_000, 1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "limits of 1 bytes, depth 5000, numbers of 1 characters, memory of 1 bytes; each is at"
                + " least 1, the depth at most 1000");
  }

  private static InputStream endless() {
    return new InputStream() {
      @Override
      public int read() {
        return '1';
      }

      @Override
      public int read(byte[] into, int offset, int length) {
        Arrays.fill(into, offset, offset + length, (byte) '1');
        return length;
      }
    };
  }
}
