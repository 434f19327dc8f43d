package dev.espalier.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.model.fill.BitsFill;
import dev.espalier.model.fill.FillValue;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.type.DataType;
import dev.espalier.model.type.NumberRun;
import dev.espalier.model.type.RawBits;
import dev.espalier.model.type.StructType;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Data types as metadata documents spell them. */
class DataTypeFormTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'variable_length_bytes' | bytes",
        "'complex_float32' | complex64",
        "{'name':'int16'} | int16",
        "{'name':'numpy.datetime64','configuration':{'unit':'us','scale_factor':10}} | numpy.datetime64[10us]",
        "{'name':'numpy.timedelta64','configuration':{'unit':'\u03bcs','scale_factor':1}} | numpy.timedelta64[us]",
        "{'name':'numpy.datetime64','configuration':{'unit':'M','scale_factor':1}} | numpy.datetime64[M]",
        "{'name':'numpy.datetime64','configuration':{'unit':'m','scale_factor':1}} | numpy.datetime64[m]",
        "{'name':'numpy.timedelta64','configuration':{'unit':'generic','scale_factor':1}} | numpy.timedelta64[generic]",
        "{'name':'fixed_length_utf32','configuration':{'length_bytes':20}} | fixed_length_utf32[20 bytes]",
        "{'name':'null_terminated_bytes','configuration':{'length_bytes':5}} | null_terminated_bytes[5 bytes]",
        "{'name':'struct','configuration':{'fields':[{'name':'a','data_type':'int8'},{'name':'b','data_type':{'name':'struct','configuration':{'fields':[{'name':'c','data_type':'float64'}]}}}]}} | struct{a: int8, b: struct{c: float64}}",
        "{'name':'structured','configuration':{'fields':[['a','int8'],['b','float64']]}} | struct{a: int8, b: float64}",
        "{'name':'x.y','configuration':{'z':1}} | x.y{\"z\":1}"
      })
  void typesAreReadFromTheirForm(String json, String shown) {
    DataType type = DataType.fromJson(parse(json));

    assertThat(type).hasToString(shown);
    assertThat(DataType.fromJson(type.toJson())).isEqualTo(type);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'r12' | expected \"r\" and a number of bits that is a positive multiple of 8, found \"r12\"; use the next larger multiple, or a core data type",
        "7 | expected a data type, a name or an object with \"name\" and \"configuration\", found 7",
        "{'name':'int8','configuration':{'a':1}} | expected the name \"int8\" alone; this data type has no configuration",
        "'numpy.datetime64' | data type \"numpy.datetime64\" lacks \"unit\"; expected one of Y, M, W, D, h, m, s, ms, us, ns, ps, fs, as, generic",
        "{'name':'numpy.datetime64','configuration':{'unit':'s','scale_factor':0}} | data type \"numpy.datetime64\": \"scale_factor\" is 0; expected an integer from 1 to 2147483647",
        "{'name':'numpy.datetime64','configuration':{'unit':'s','scale_factor':1,'zone':'UTC'}} | data type \"numpy.datetime64\" has no parameter \"zone\"; it takes scale_factor, unit",
        "{'name':'fixed_length_utf32','configuration':{'length_bytes':6}} | data type \"fixed_length_utf32\": \"length_bytes\" is 6; expected an integer from 4 to 2147483647, a multiple of 4",
        "{'name':'raw_bytes','configuration':{'length_bytes':9999999999}} | data type \"raw_bytes\": \"length_bytes\" is 9999999999; expected an integer from 1 to 2147483647",
        "{'name':'struct','configuration':{'fields':[]}} | data type \"struct\": \"fields\" is []; expected a list of at least one object with \"name\" and \"data_type\"",
        "{'name':'struct','configuration':{'fields':[['a','int8']]}} | data type \"struct\": \"fields\" is [\"a\",\"int8\"]; expected a list of at least one object with \"name\" and \"data_type\"",
        "{'name':'struct','configuration':{'fields':[{'name':'a','data_type':'string'}]}} | field \"a\" of a struct is of data type string; expected one of fixed size",
        "{'name':'structured','configuration':{'fields':[['a','int8'],['a','int8']]}} | field \"a\" of a struct: names are not empty and differ",
        "{'name':'structured','configuration':{'fields':[['a','int8'],['b\\ud800','int8']]}} | field 1 of a struct: its name has half of a surrogate pair",
        "{'name':'structured','configuration':{'fields':[['a','r2000000000000000']]}} | expected \"r\" and a number of bits that is a positive multiple of 8, found \"r2000000000000000\"; use the next larger multiple, or a core data type"
      })
  void whatIsNoTypeIsRefused(String json, String message) {
    assertThatThrownBy(() -> DataType.fromJson(parse(json)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void structsMayNotBeNestedWithoutEnd() {
    JsonValue nested = JsonValue.of("int8");
    for (int i = 0; i < 40; i++) {
      JsonObject field = JsonObject.builder().put("name", "a").put("data_type", nested).build();
      nested =
          JsonObject.builder()
              .put("name", "struct")
              .put("configuration", JsonObject.of("fields", JsonArray.of(field)))
              .build();
    }
    JsonValue tooDeep = nested;

    assertThatThrownBy(() -> DataType.fromJson(tooDeep))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("structs are nested deeper than 30 levels; expected fewer");
  }

  @Test
  void structsTogetherMayNotBeLargerThanAnArray() {
    DataType large = new RawBits(2_000_000_000 - 2_000_000_000 % 8);
    List<StructType.Field> fields =
        IntStream.range(0, 9).mapToObj(i -> new StructType.Field("f" + i, large)).toList();

    assertThatThrownBy(() -> new StructType(fields))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a struct of 2250000000 bytes; expected less than 2^31");
  }

  @Test
  void theNumbersOfAStructAreThoseOfItsFieldsInOrder() {
    DataType type =
        DataType.fromJson(
            parse(
                "{'name':'struct','configuration':{'fields':["
                    + "{'name':'a','data_type':'int8'},{'name':'b','data_type':'r16'},"
                    + "{'name':'c','data_type':'complex64'},{'name':'d','data_type':'float32'},"
                    + "{'name':'e','data_type':'uint64'}]}}"));

    assertThat(type.numbers())
        .containsExactly(new NumberRun(3, 1), new NumberRun(3, 4), new NumberRun(1, 8));
    assertThat(type.byteSize()).hasValue(23);
    assertThat(type.hasByteOrder()).isTrue();
    assertThat(new RawBits(16).hasByteOrder()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'int4' | -8 | f8 | -8",
        "'uint2' | 3 | 03 | 3",
        "'bfloat16' | 1.00390625 | 803f | 1.0",
        "'bfloat16' | 'NaN' | c07f | 'NaN'",
        "'bfloat16' | '0x7fc1' | c17f | '0x7fc1'",
        "'float8_e4m3fnuz' | 'NaN' | 80 | 'NaN'",
        "'complex_bfloat16' | [1,'-Infinity'] | 803f80ff | [1.0,'-Infinity']",
        "{'name':'numpy.datetime64','configuration':{'unit':'s','scale_factor':1}} | 'NaT' | 0000000000000080 | -9223372036854775808",
        "{'name':'fixed_length_utf32','configuration':{'length_bytes':12}} | 'a🎉' | 61000000 89f30100 00000000 | 'a🎉'",
        "{'name':'null_terminated_bytes','configuration':{'length_bytes':3}} | 'YQ==' | 610000 | 'YQ=='",
        "{'name':'null_terminated_bytes','configuration':{'length_bytes':3}} | '' | 000000 | ''",
        "{'name':'raw_bytes','configuration':{'length_bytes':3}} | 'AAEC' | 000102 | 'AAEC'",
        "{'name':'raw_bytes','configuration':{'length_bytes':3}} | 'AQAA' | 010000 | 'AQAA'",
        "{'name':'struct','configuration':{'fields':[{'name':'a','data_type':'int8'},{'name':'b','data_type':'uint16'}]}} | {'b':258,'a':-1} | ff0201 | {'a':-1,'b':258}",
        "{'name':'structured','configuration':{'fields':[['a','int8'],['b','uint16']]}} | '/wIB' | ff0201 | {'a':-1,'b':258}",
        "{'name':'structured','configuration':{'fields':[['a','int2'],['b','uint4']]}} | 's/c=' | ff07 | {'a':-1,'b':7}",
        "'r24' | [0,1,255] | 0001ff | [0,1,255]"
      })
  void fillValuesOfEveryTypeAreBits(String type, String json, String hex, String again) {
    FillValue fill = FillValue.parse(DataType.fromJson(parse(type)), parse(json));

    assertThat(HexFormat.of().formatHex(((BitsFill) fill).littleEndianBytes()))
        .isEqualTo(hex.replace(" ", ""));
    assertThat(fill.toJson()).isEqualTo(parse(again));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'int4' | 8 | fill value 8 is not of data type int4; expected an integer from -8 to 7",
        "'float4_e2m1fn' | 'NaN' | fill value \"NaN\" is not of data type float4_e2m1fn; expected a number, \"NaN\", \"Infinity\", \"-Infinity\" or \"0x\" and 2 hexadecimal digits",
        "{'name':'fixed_length_utf32','configuration':{'length_bytes':4}} | 'ab' | fill value \"ab\" is not of data type fixed_length_utf32[4 bytes]; expected a string of at most 1 code points",
        "{'name':'fixed_length_utf32','configuration':{'length_bytes':8}} | 'a\\ud83d' | fill value \"a\\ud83d\" is not of data type fixed_length_utf32[8 bytes]; expected a string of at most 2 code points",
        "{'name':'raw_bytes','configuration':{'length_bytes':3}} | 'AAE=' | fill value \"AAE=\" is not of data type raw_bytes[3 bytes]; expected 3 bytes in Base64",
        "{'name':'null_terminated_bytes','configuration':{'length_bytes':2}} | 'ab' | fill value \"ab\" is not of data type null_terminated_bytes[2 bytes]; expected at most 2 bytes in Base64",
        "{'name':'null_terminated_bytes','configuration':{'length_bytes':1}} | 'AAE=' | fill value \"AAE=\" is not of data type null_terminated_bytes[1 bytes]; expected at most 1 bytes in Base64",
        "{'name':'structured','configuration':{'fields':[['a','int8'],['b','uint16']]}} | {'a':1} | fill value {\"a\":1} is not of data type struct{a: int8, b: uint16}; expected an object with the members [\"a\",\"b\"]",
        "'bytes' | 'A' | fill value \"A\" is not of data type bytes; expected bytes in Base64, or a list of bytes from 0 to 255"
      })
  void whatIsNoFillValueIsRefused(String type, String json, String message) {
    assertThatThrownBy(() -> FillValue.parse(DataType.fromJson(parse(type)), parse(json)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void byteStringsAreReadFromBase64AndFromNumbers() {
    FillValue fill = FillValue.parse(DataType.named("bytes"), parse("[0,255]"));

    assertThat(fill).isEqualTo(FillValue.parse(DataType.named("bytes"), parse("'AP8='")));
    assertThat(fill.toJson()).isEqualTo(JsonValue.of("AP8="));
  }

  private static JsonValue parse(String text) {
    return JsonReader.parse(text.replace('\'', '"'));
  }
}
