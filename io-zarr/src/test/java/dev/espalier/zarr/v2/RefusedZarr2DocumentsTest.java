package dev.espalier.zarr.v2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.model.json.JsonObject;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.node.UnreadableSpec;
import dev.espalier.model.node.UnreadableSpec.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What breaks a rule is told apart from what is legal and not implemented. */
class RefusedZarr2DocumentsTest {
  private static final String TYPES =
      "a data type as \"<f4\": byte order, kind and bytes, or a list of named fields";

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "'shape' ~ 5 ~ /shape: expected an array, found 5",
        "'shape' ~ [-1, 7] ~ /shape/0: expected an integer of at least 0, found -1",
        "'shape' ~ [5.0, 7] ~ /shape/0: expected an integer of at least 0, found 5.0",
        "'chunks' ~ [2] ~ /chunks: expected 2 extents, found [2]; give one for each dimension of"
            + " the shape [5, 7]",
        "'chunks' ~ [0, 3] ~ /chunks/0: expected an integer of at least 1, found 0",
        "'chunks' ~ true ~ /chunks: expected an array, found true",
        "'order' ~ 'A' ~ /order: expected \"C\" or \"F\", found \"A\"",
        "'dimension_separator' ~ '-' ~ /dimension_separator: expected \".\" or \"/\", found \"-\"",
        "'zarr_format' ~ '2' ~ /zarr_format: expected the integer 2, found \"2\"",
        "'filters' ~ {} ~ /filters: expected an array, found {}",
        "'filters' ~ [{'level': 1}] ~ /filters/0/id: missing; the specification requires this field",
        "'compressor' ~ 'zlib' ~ /compressor: expected an object, found \"zlib\"",
        "'compressor' ~ {'id': 'gzip', 'level': 'high'}"
            + "~ /compressor/level: expected an integer, found \"high\"",
        "'compressor' ~ {'id': 'blosc', 'shuffle': 7} ~ /compressor/shuffle: expected 0, 1, 2, or -1"
            + " for the one that suits the data type, found 7",
        "'dtype' ~ '|i4' ~ /dtype: expected \"<\" or \">\" before a data type of several bytes, found"
            + " \"|i4\"; whether the least or the most significant one comes first has to be known",
        "'dtype' ~ 'i4' ~ /dtype: expected \"<\" or \">\" before a data type of several bytes, found"
            + " \"i4\"; whether the least or the most significant one comes first has to be known",
        "'dtype' ~ '<M8[parsec]'"
            + "~ /dtype: expected a unit of time that NumPy knows, as \"ns\", found \"<M8[parsec]\"",
        "'dtype' ~ '<M4[s]' ~ /dtype: expected 8 bytes for times, found \"<M4[s]\"; as in \"<M8[ns]\"",
        "'dtype' ~ '<m8[0s]' ~ /dtype: expected at least 1 unit, found \"<m8[0s]\"",
        "'dtype' ~ [['a']] ~ /dtype/0: expected a name and a data type, found [\"a\"]",
        "'dtype' ~ [['a', '|u1'], ['a', '|u1']]"
            + "~ /dtype: field \"a\" of a struct: names are not empty and differ",
        "'dtype' ~ '|O' ~ /dtype: expected another data type, or a filter that encodes objects, as"
            + " \"vlen-utf8\", found \"|O\"; nothing says what the objects are",
        "'fill_value' ~ 0.5 ~ /fill_value: fill value 0.5 is not of data type int32; expected an"
            + " integer from -2147483648 to 2147483647",
        "'fill_value' ~ 1e40 ~ /fill_value: fill value 1e40 is not of data type int32; expected an"
            + " integer from -2147483648 to 2147483647",
        "'fill_value' ~ 1e999999999 ~ /fill_value: fill value 1e999999999 is not of data type int32;"
            + " expected an integer from -2147483648 to 2147483647",
        "'fill_value' ~ 'NaN' ~ /fill_value: fill value \"NaN\" is not of data type int32; expected"
            + " an integer from -2147483648 to 2147483647",
      })
  void whatBreaksARuleIsInvalid(String member, String value, String message) {
    assertRefused(Zarr2DocumentTest.with(member, value), Problem.INVALID, message);
  }

  /** The time to read a number as a decimal one grows with the square of its length. */
  @Test
  void numbersInStringsAreNoLongerThanOthers() {
    String digits = "1." + "0".repeat(20_000_000);

    String document = Zarr2DocumentTest.with("'fill_value'", "'" + digits + "'");

    assertThat(Zarr2Document.parseArray(Zarr2DocumentTest.json(document), JsonObject.empty()))
        .isInstanceOfSatisfying(
            UnreadableSpec.class,
            node -> assertThat(node.message()).contains("is not of data type int32"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "'zarr_format' ~ 1 ~ /zarr_format: format version 1 is not supported in this document;"
            + " expected 2",
        "'shape' ~ [9223372036854775808, 1] ~ /shape/0: extents beyond 2^63-1 are not supported,"
            + " found 9223372036854775808",
        "'dtype' ~ '<f16' ~ /dtype: floating point numbers of extended precision, \"<f16\", are not"
            + " supported",
        "'dtype' ~ '|S0' ~ /dtype: elements without bytes, \"|S0\", are not supported",
        "'dtype' ~ '<U16777217' ~ /dtype: elements of 67108868 bytes are not supported; they have at"
            + " most 67108864",
        "'dtype' ~ [['a', '<i2', [3]]] ~ /dtype/0: fields that are arrays themselves are not"
            + " supported, found [\"a\",\"<i2\",[3]]",
        "'dtype' ~ [['a', '|O']] ~ /dtype/0/1: objects as a part of elements are not supported",
        "'filters' ~ [{'id': 'shuffle'}, {'id': 'delta', 'dtype': '<i4'}] ~ /filters/1: filter"
            + " \"delta\" takes elements; behind \"shuffle\", which gives bytes, it is not supported",
        "'filters' ~ [{'id': 'vlen-utf8'}] ~ /filters/0: codec \"vlen-utf8\" for elements of data"
            + " type int32 is not supported",
      })
  void whatIsLegalAndNotImplementedIsUnsupported(String member, String value, String message) {
    assertRefused(Zarr2DocumentTest.with(member, value), Problem.UNSUPPORTED, message);
  }

  @ParameterizedTest
  @CsvSource({"msgpack2", "categorize", "vlen-array"})
  void otherObjectsAreRefusedByTheNameOfTheirCodec(String codec) {
    assertRefused(
        objects(codec),
        Problem.UNSUPPORTED,
        "/filters/0: objects that codec \""
            + codec
            + "\" encodes are not supported; supported are texts by \"vlen-utf8\" and bytes by"
            + " \"vlen-bytes\"");
  }

  @Test
  void picklesAreNeverRead() {
    assertRefused(
        objects("pickle"),
        Problem.UNSUPPORTED,
        "/filters/0: objects that codec \"pickle\" encodes are never read, since decoding them runs"
            + " code; supported are texts by \"vlen-utf8\" and bytes by \"vlen-bytes\"");
  }

  @Test
  void fieldsAreNotFollowedWithoutAnEnd() {
    String nested = "[['a', ".repeat(40) + "'|u1'" + "]]".repeat(40);

    assertThat(
            Zarr2Document.parseArray(
                Zarr2DocumentTest.json(Zarr2DocumentTest.with("'dtype'", nested)),
                JsonObject.empty()))
        .isInstanceOfSatisfying(
            UnreadableSpec.class,
            node ->
                assertThat(node.message())
                    .endsWith(": fields nested deeper than 30 levels are not supported"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "'|S3' ~ 'AAAAAAAA' ~ at most 3 bytes in Base64, found \"AAAAAAAA\"",
        "'|V3' ~ 'AAAA AAA' ~ bytes in Base64, found \"AAAA AAA\"",
        "'|S3' ~ 'ab' ~ bytes in Base64, padded to a multiple of 4 characters, found \"ab\"",
        "'|V3' ~ 'AAA=' ~ 3 bytes in Base64, found \"AAA=\"",
        "'|V3' ~ 7 ~ a string, found 7",
      })
  void bytesThatAreNoElementAreNoFillValue(String dtype, String fill, String expected) {
    assertRefused(
        Zarr2DocumentTest.with("'dtype'", dtype)
            .replace("'fill_value': 0", "'fill_value': " + fill),
        Problem.INVALID,
        "/fill_value: expected " + expected);
  }

  @ParameterizedTest
  @CsvSource({"'=i4'", "'<i3'", "'<c4'", "'<x4'", "''", "'<i4[s]'", "'<f99999999999'", "7.5"})
  void whatIsNoDataTypeIsInvalid(String dtype) {
    String json = dtype.equals("7.5") ? "{'a': 1}" : "'" + dtype + "'";
    NodeSpec node =
        Zarr2Document.parseArray(
            Zarr2DocumentTest.json(Zarr2DocumentTest.with("'dtype'", json)), JsonObject.empty());

    String expected = dtype.equals("7.5") ? "a string" : TYPES;
    assertThat(((UnreadableSpec) node).problem()).isEqualTo(Problem.INVALID);
    assertThat(((UnreadableSpec) node).message()).startsWith("/dtype: expected " + expected);
  }

  private static String objects(String codec) {
    return Zarr2DocumentTest.with("'filters'", "[{'id': '" + codec + "'}]").replace("<i4", "|O");
  }

  private static void assertRefused(String document, Problem problem, String message) {
    NodeSpec node = Zarr2Document.parseArray(Zarr2DocumentTest.json(document), JsonObject.empty());

    assertThat(node).isInstanceOf(UnreadableSpec.class);
    assertThat(((UnreadableSpec) node).message()).isEqualTo(message);
    assertThat(((UnreadableSpec) node).problem()).isEqualTo(problem);
  }
}
