package dev.espalier.zarr.v2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.json.JsonReader;
import dev.espalier.model.json.JsonNull;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.layout.CodecSpec;
import dev.espalier.model.layout.Layout;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.shape.Shape;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Zarr2DocumentTest {
  private static final String USUAL =
      "{'chunks': [2, 3], 'compressor': null, 'dimension_separator': '.', 'dtype': '<i4',"
          + " 'fill_value': 0, 'filters': null, 'order': 'C', 'shape': [5, 7], 'zarr_format': 2}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "'|b1' ~ bool ~ bytes",
        "'|u1' ~ uint8 ~ bytes",
        "'<u1' ~ uint8 ~ bytes",
        "'u1' ~ uint8 ~ bytes",
        "'>i2' ~ int16 ~ bytes{\"endian\":\"big\"}",
        "'<f2' ~ float16 ~ bytes{\"endian\":\"little\"}",
        "'<c16' ~ complex128 ~ bytes{\"endian\":\"little\"}",
        "'|S12' ~ null_terminated_bytes[12 bytes] ~ bytes",
        "'>U5' ~ fixed_length_utf32[20 bytes] ~ bytes{\"endian\":\"big\"}",
        "'|V3' ~ r24 ~ bytes",
        "'<M8[ns]' ~ numpy.datetime64[ns] ~ bytes{\"endian\":\"little\"}",
        "'>m8[10us]' ~ numpy.timedelta64[10us] ~ bytes{\"endian\":\"big\"}",
        "'<M8[M]' ~ numpy.datetime64[M] ~ bytes{\"endian\":\"little\"}",
        "'<M8[m]' ~ numpy.datetime64[m] ~ bytes{\"endian\":\"little\"}",
        "'<m8' ~ numpy.timedelta64[generic] ~ bytes{\"endian\":\"little\"}",
        "[['x', '>f4'], ['n', [['q', '|u1'], ['r', '>i8']]]]"
            + "~ struct{x: float32, n: struct{q: uint8, r: int64}} ~ bytes{\"endian\":\"big\"}",
      })
  void aDataTypeGivesTheTypeAndTheOrderOfItsBytes(String dtype, String type, String bytes) {
    String document = with("'dtype'", dtype).replace("'fill_value': 0", "'fill_value': null");
    ArraySpec array = array(document, "{}");

    assertThat(array.dataType()).hasToString(type);
    assertThat(codecs(array)).isEqualTo(bytes);
    assertThat(array.fillValue()).isEmpty();
    assertThat(rendered(array).get("fill_value")).contains(JsonNull.NULL);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "'<i4' ~ 0.0 ~ 0",
        "'<i4' ~ '7' ~ 7",
        "'<i4' ~ 1e2 ~ 100",
        "'<u8' ~ 18446744073709551615 ~ 18446744073709551615",
        "'|b1' ~ 1 ~ true",
        "'<f4' ~ 'NaN' ~ \"NaN\"",
        "'<f8' ~ '-Infinity' ~ \"-Infinity\"",
        "'<f8' ~ '0.5' ~ 0.5",
        "'<c8' ~ [1, 'NaN'] ~ [1.0,\"NaN\"]",
        "'<c8' ~ 0 ~ [0.0,0.0]",
        "'|S3' ~ 'cQ==' ~ \"cQ==\"",
        "'|S7' ~ '' ~ \"\"",
        "'|S7' ~ 0 ~ \"\"",
        "'<U2' ~ 'é' ~ \"é\"",
        "'<U2' ~ 0 ~ \"\"",
        "'|V3' ~ 'AQID' ~ [1,2,3]",
        "'<M8[s]' ~ 'NaT' ~ -9223372036854775808",
        "'<M8[s]' ~ 0 ~ 0",
        "[['a', '>i2'], ['b', '|u1']] ~ 'AQID' ~ {\"a\":258,\"b\":3}",
        "[['a', '>i2'], ['b', '|u1']] ~ 0 ~ {\"a\":0,\"b\":0}",
      })
  void fillValuesAreReadInTheFormsThatAreInTheWild(String dtype, String fill, String read) {
    ArraySpec array =
        array(with("'dtype'", dtype).replace("'fill_value': 0", "'fill_value': " + fill), "{}");

    assertThat(array.fillValue().orElseThrow().toJson()).hasToString(read);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "null ~ null ~ bytes{\"endian\":\"little\"}",
        "[] ~ {'id': 'gzip', 'level': 5} ~ bytes{\"endian\":\"little\"}, gzip{\"level\":5}",
        "null ~ {'id': 'gzip', 'level': -1} ~ bytes{\"endian\":\"little\"}, gzip{\"level\":6}",
        "null ~ {'id': 'gzip', 'level': 12} ~ bytes{\"endian\":\"little\"}, gzip{\"level\":9}",
        "null ~ {'id': 'zlib', 'level': 1}"
            + "~ bytes{\"endian\":\"little\"}, numcodecs.zlib{\"level\":1}",
        "null ~ {'id': 'zstd', 'level': 3, 'checksum': false}"
            + "~ bytes{\"endian\":\"little\"}, zstd{\"level\":3}",
        "null ~ {'id': 'zstd', 'level': 99} ~ bytes{\"endian\":\"little\"}, zstd{\"level\":22}",
        "[{'id': 'shuffle'}] ~ null"
            + " ~ bytes{\"endian\":\"little\"}, numcodecs.shuffle{\"elementsize\":4}",
        "null ~ {'id': 'blosc', 'shuffle': -1, 'cname': 'zstd', 'clevel': 3, 'numThreads': 1}"
            + "~ bytes{\"endian\":\"little\"}, blosc{\"typesize\":4,\"cname\":\"zstd\",\"clevel\":3,"
            + "\"shuffle\":\"shuffle\",\"blocksize\":0}",
        "[{'id': 'crc32c'}] ~ null ~ bytes{\"endian\":\"little\"}, crc32c",
        "[{'id': 'crc32'}] ~ {'id': 'lz4', 'acceleration': 1}"
            + "~ bytes{\"endian\":\"little\"}, numcodecs.crc32, numcodecs.lz4{\"acceleration\":1}",
        "[{'id': 'delta', 'dtype': '<i4', 'astype': '>i2'}, {'id': 'shuffle', 'elementsize': 2}]"
            + "~ {'id': 'bz2', 'level': 1}"
            + "~ numcodecs.delta{\"dtype\":\"<i4\",\"astype\":\">i2\"}, bytes{\"endian\":\"big\"},"
            + " numcodecs.shuffle{\"elementsize\":2}, numcodecs.bz2{\"level\":1}",
        "[{'id': 'astype', 'encode_dtype': '|i1', 'decode_dtype': '<i4'}]"
            + "~ {'id': 'blosc', 'shuffle': -1}"
            + "~ numcodecs.astype{\"encode_dtype\":\"|i1\",\"decode_dtype\":\"<i4\"}, bytes,"
            + " blosc{\"typesize\":1,\"cname\":\"lz4\",\"clevel\":5,\"shuffle\":\"bitshuffle\","
            + "\"blocksize\":0}",
        "[{'id': 'nobody_knows', 'x': 1}] ~ null"
            + "~ bytes{\"endian\":\"little\"}, numcodecs.nobody_knows{\"x\":1}",
      })
  void filtersAndCompressorsAreCodecs(String filters, String compressor, String codecs) {
    String document =
        with("'filters'", filters).replace("'compressor': null", "'compressor': " + compressor);

    assertThat(codecs(array(document, "{}"))).isEqualTo(codecs);
  }

  @Test
  void orderFIsATranspositionBeforeTheFilters() {
    ArraySpec array =
        array(
            with("'order'", "'F'")
                .replace("'filters': null", "'filters': [{'id': 'bitround', 'keepbits': 3}]")
                .replace("<i4", "<f4"),
            "{}");

    assertThat(codecs(array))
        .isEqualTo(
            "transpose{\"order\":[1,0]}, numcodecs.bitround{\"keepbits\":3},"
                + " bytes{\"endian\":\"little\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "vlen-utf8 ~ 'x' ~ string ~ \"x\"",
        "vlen-utf8 ~ 0 ~ string ~ \"\"",
        "vlen-utf8 ~ '0' ~ string ~ \"0\"",
        "vlen-utf8 ~ '' ~ string ~ \"\"",
        "vlen-bytes ~ 'AQI=' ~ bytes ~ \"AQI=\"",
        "vlen-bytes ~ 0 ~ bytes ~ \"\"",
      })
  void whatObjectsAreIsSaidByTheirCodec(String codec, String fill, String type, String read) {
    String document =
        with("'filters'", "[{'id': '" + codec + "'}]")
            .replace("<i4", "|O")
            .replace("'fill_value': 0", "'fill_value': " + fill);
    ArraySpec array = array(document, "{}");

    assertThat(array.dataType()).hasToString(type);
    assertThat(codecs(array)).isEqualTo(codec);
    assertThat(array.fillValue().orElseThrow().toJson()).hasToString(read);
  }

  @Test
  void fieldsOfBothByteOrdersAreSaidInWordsOfZarr2() {
    String dtype = "[['a', '<i2'], ['b', [['c', '>f8'], ['d', '|S2']]], ['e', '>i2']]";
    ArraySpec array =
        array(
            with("'dtype'", dtype)
                .replace("'fill_value': 0", "'fill_value': 'AQI/8AAAAAAAAGhpAQI='"),
            "{}");

    assertThat(array.layout().foreignTo()).contains("zarr2");
    assertThat(codecs(array)).isEqualTo("zarr2.bytes{\"counts\":[2,1,2,1],\"sizes\":[1,8,1,2]}");
    assertThat(array.fillValue().orElseThrow().toJson())
        .hasToString("{\"a\":513,\"b\":{\"c\":1.0,\"d\":\"aGk=\"},\"e\":258}");
    assertThat(rendered(array).get("dtype")).contains(json(dtype));
  }

  @Test
  void anUndefinedFillValueOfTextsIsReadAsNoTextAndStaysUndefined() {
    String document =
        with("'filters'", "[{'id': 'vlen-utf8'}]")
            .replace("<i4", "|O")
            .replace("'fill_value': 0", "'fill_value': null");
    ArraySpec array = array(document, "{}");

    assertThat(array.fillValue()).isEmpty();
    assertThat(array.fillValueOrZero().toJson()).hasToString("\"\"");
    assertThat(rendered(array).get("fill_value")).contains(JsonNull.NULL);
  }

  /** Some readers do not know the word, and all of them go on without it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "false ~ {\"id\":\"zstd\",\"level\":3}",
        "true ~ {\"id\":\"zstd\",\"level\":3,\"checksum\":true}"
      })
  void aChecksumOfZstdIsNamedOnlyWhereThereIsOne(boolean checksum, String compressor) {
    ArraySpec array = array(USUAL, "{}");
    JsonObject zstd = JsonObject.builder().put("level", 3).put("checksum", checksum).build();
    List<CodecSpec> codecs = new ArrayList<>(array.layout().codecs().orElseThrow());
    codecs.add(new CodecSpec("zstd", zstd));

    Layout layout = Layout.builder().from(array.layout()).codecs(codecs).build();

    assertThat(rendered(array.withLayout(layout)).get("compressor").orElseThrow())
        .hasToString(compressor);
  }

  @Test
  void dimensionNamesAreTheAttributeOfXarrayAndAreNotRepeated() {
    ArraySpec array = array(USUAL, "{'a': 1.0, '_ARRAY_DIMENSIONS': ['y', 'x'], 'b': null}");

    assertThat(array.dimensionNames().orElseThrow())
        .containsExactly(Optional.of("y"), Optional.of("x"));
    assertThat(array.attributes().toJson()).hasToString("{\"a\":1.0,\"b\":null}");
    assertThat(Zarr2Document.render(array).get(".zattrs"))
        .hasToString("{\"a\":1.0,\"b\":null,\"_ARRAY_DIMENSIONS\":[\"y\",\"x\"]}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"['y']", "['y', 1]", "'y x'", "['y', null]", "['x', 'y', 'z']"})
  void whatIsNoNameForEachDimensionStaysAnAttribute(String value) {
    ArraySpec array = array(USUAL, "{'_ARRAY_DIMENSIONS': " + value + "}");

    assertThat(array.dimensionNames()).isEmpty();
    assertThat(Zarr2Document.render(array).get(".zattrs"))
        .isEqualTo(json("{'_ARRAY_DIMENSIONS': " + value + "}"));
  }

  @Test
  void anExtentOfZeroMayHaveChunksOfZero() {
    ArraySpec array = array(with("'chunks'", "[0, 3]").replace("[5, 7]", "[0, 7]"), "{}");

    assertThat(array.layout().chunkShape()).contains(Shape.of(1, 3));
  }

  /** Members in the order of the original, its numbers, its own ways of saying things. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'zarr_format': 2, 'order': 'C', 'mine': 1.0, 'shape': [5, 7], 'chunks': [2, 3],"
            + " 'dtype': '<i4', 'fill_value': 0.0, 'filters': [], 'compressor': {'id': 'blosc',"
            + " 'shuffle': -1, 'numThreads': 4}}",
        "{'chunks': [2, 3], 'compressor': {'id': 'nobody_knows'}, 'dtype': '<f8', 'fill_value':"
            + " null, 'filters': null, 'order': 'F', 'shape': [5, 7], 'zarr_format': 2}"
      })
  void whatNobodyChangedIsWrittenAsItWas(String document) {
    JsonObject original = (JsonObject) json(document);
    ArraySpec array = array(document, "{}");

    assertThat(rendered(array)).hasToString(original.toString());
  }

  @Test
  void noFiltersAndNoCompressorNeedNotBeSaid() {
    ArraySpec array =
        array(
            "{'zarr_format': 2, 'order': 'C', 'shape': [5, 7], 'chunks': [2, 3], 'dtype': '<i4',"
                + " 'fill_value': 0}",
            "{}");

    assertThat(codecs(array)).isEqualTo("bytes{\"endian\":\"little\"}");
  }

  @Test
  void onlyMembersThatChangedAreReplaced() {
    ArraySpec array =
        array(
            "{'zarr_format': 2, 'order': 'C', 'mine': 1.0, 'shape': [5, 7], 'chunks': [2, 3],"
                + " 'dtype': '<i4', 'fill_value': 0.0, 'filters': [], 'compressor': {'id': 'blosc',"
                + " 'shuffle': -1}}",
            "{}");

    assertThat(rendered(array.withShape(Shape.of(6, 7))))
        .hasToString(
            "{\"zarr_format\":2,\"order\":\"C\",\"mine\":1.0,\"shape\":[6,7],\"chunks\":[2,3],"
                + "\"dtype\":\"<i4\",\"fill_value\":0.0,\"filters\":[],\"compressor\":{\"id\":"
                + "\"blosc\",\"shuffle\":-1},\"dimension_separator\":\".\"}");
  }

  @Test
  void aGroupKeepsWhatItSays() {
    GroupSpec group =
        (GroupSpec)
            Zarr2Document.parseGroup(
                json("{'zarr_format': 2, 'mine': true}"), (JsonObject) json("{'a': 1e0}"));

    assertThat(group.attributes().toJson()).hasToString("{\"a\":1e0}");
    assertThat(Zarr2Document.render(group))
        .isEqualTo(
            Map.of(
                ".zgroup",
                json("{'zarr_format': 2, 'mine': true}"),
                ".zattrs",
                json("{'a': 1e0}")));
  }

  static String with(String member, String value) {
    return USUAL.replaceFirst(
        member + ": ('[^']*'|null|\\[[^\\]]*\\]|[0-9]+)",
        Matcher.quoteReplacement(member + ": " + value));
  }

  static ArraySpec array(String document, String attributes) {
    NodeSpec node = Zarr2Document.parseArray(json(document), (JsonObject) json(attributes));
    assertThat(node).isInstanceOf(ArraySpec.class);
    return (ArraySpec) node;
  }

  static JsonValue json(String text) {
    return JsonReader.parse(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  private static JsonObject rendered(ArraySpec array) {
    return Objects.requireNonNull(Zarr2Document.render(array).get(".zarray"));
  }

  private static String codecs(ArraySpec array) {
    return array.layout().codecs().orElseThrow().stream()
        .map(Object::toString)
        .collect(Collectors.joining(", "));
  }
}
