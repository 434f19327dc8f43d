package dev.espalier.zarr.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.RequestException;
import dev.espalier.model.type.CoreType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CastValueCodecTest {
  private static final String NAME = "cast_value";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "nearest-even     | [0,2,0,-2,2,0,0]",
        "towards-zero     | [0,1,0,-1,2,0,0]",
        "towards-positive | [1,2,0,-1,3,0,1]",
        "towards-negative | [0,1,-1,-2,2,-1,0]",
        // The last one is the largest double below a half: adding a half to it gives 1.
        "nearest-away     | [1,2,-1,-2,3,0,0]"
      })
  void fractionsAreRoundedAsToldWhereTheTargetHasNone(String rounding, String expected) {
    String parameters = "{'data_type':'int32','rounding':'" + rounding + "'}";

    assertThat(
            ElementCodecs.encode(
                "float64", "[0.5,1.5,-0.5,-1.5,2.5,-0.4,0.49999999999999994]", NAME, parameters))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "nearest-even     | ['0x3dcccccd','0xbdcccccd','0x00000000','0x80000000']",
        "towards-zero     | ['0x3dcccccc','0xbdcccccc','0x00000000','0x80000000']",
        "towards-positive | ['0x3dcccccd','0xbdcccccc','0x00000001','0x80000000']",
        "towards-negative | ['0x3dcccccc','0xbdcccccd','0x00000000','0x80000001']",
        "nearest-away     | ['0x3dcccccd','0xbdcccccd','0x00000000','0x80000000']"
      })
  void doublesAreRoundedAsToldToFloats(String rounding, String expected) {
    String parameters = "{'data_type':'float32','rounding':'" + rounding + "'}";

    assertThat(ElementCodecs.encode("float64", "[0.1,-0.1,1e-50,-1e-50]", NAME, parameters))
        .isEqualTo(ElementCodecs.text(ElementCodecs.block(CoreType.FLOAT32, expected)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        // 2^24 + 1 lies half way between two floats, 2^63 - 1 just below one.
        "nearest-even     | [16777216,-16777216,9.223372036854775807e18]",
        "towards-zero     | [16777216,-16777216,9.223371487098961920e18]",
        "towards-positive | [16777218,-16777216,9.223372036854775807e18]",
        "towards-negative | [16777216,-16777218,9.223371487098961920e18]",
        "nearest-away     | [16777218,-16777218,9.223372036854775807e18]"
      })
  void integersOf64BitsAreRoundedOnceAndAsToldToFloats(String rounding, String expected) {
    String parameters = "{'data_type':'float32','rounding':'" + rounding + "'}";

    assertThat(
            ElementCodecs.encode(
                "int64", "[16777217,-16777217,9223372036854775807]", NAME, parameters))
        .isEqualTo(ElementCodecs.text(ElementCodecs.block(CoreType.FLOAT32, expected)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "float64 | [-1,256,-300.5,300.5,1e300] | uint8  | clamp | [0,255,0,255,255]",
        "float64 | [-1,256,-300.5,300.5,1e300] | uint8  | wrap  | [255,0,212,44,0]",
        "float64 | [9223372036854775808,-1e19] | int64  | clamp"
            + " | [9223372036854775807,-9223372036854775808]",
        "float64 | [9223372036854775808]       | int64  | wrap  | [-9223372036854775808]",
        "float64 | [18446744073709551616,-1]   | uint64 | clamp | [18446744073709551615,0]",
        "float64 | [18446744073709551616,-1]   | uint64 | wrap  | [0,18446744073709551615]",
        "uint64  | [9223372036854775808,3]     | int64  | clamp | [9223372036854775807,3]",
        "uint64  | [18446744073709551615,3]    | int64  | wrap  | [-1,3]",
        "int64   | [-1,9007199254740993]       | uint64 | clamp | [0,9007199254740993]",
        "int64   | [-1,9007199254740993]       | uint64 | wrap"
            + " | [18446744073709551615,9007199254740993]",
        "int16   | [-129,128,300]              | int8   | clamp | [-128,127,127]",
        "int16   | [-129,128,300]              | int8   | wrap  | [127,-128,44]",
        "float64 | [1e300,-1e300,65519,65520]  | float16 | clamp"
            + " | ['Infinity','-Infinity',65504.0,'Infinity']",
        "int16   | [-9,-8,7,8,100]             | int4   | clamp | [-8,-8,7,7,7]",
        "int16   | [-9,-8,7,8,100]             | int4   | wrap  | [7,-8,7,-8,4]",
        "int16   | [-1,3,4]                    | uint2  | wrap  | [3,3,0]",
        // The largest number, as there is no infinity.
        "float32 | [449,-1e9,'Infinity']       | float8_e4m3fn | clamp | [448.0,-448.0,448.0]",
        "float32 | [1e9,'-Infinity']           | float8_e5m2 | clamp | ['Infinity','-Infinity']"
      })
  void valuesBeyondTheTargetBecomeWhatIsTold(
      String type, String elements, String target, String word, String expected) {
    String parameters = "{'data_type':'" + target + "','out_of_range':'" + word + "'}";

    assertThat(ElementCodecs.encode(type, elements, NAME, parameters)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "float64 | 300.5 | uint8 | the value 300.5 is beyond uint8, which goes from 0 to 255",
        "uint64 | 9223372036854775808 | int64 | the value 9223372036854775808 is beyond int64,"
            + " which goes from -9223372036854775808 to 9223372036854775807",
        "int8 | -1 | uint64 | the value -1 is beyond uint64, which goes from 0 to"
            + " 18446744073709551615",
        "float64 | 65520 | float16 | the value 65520.0 is beyond float16, which goes from"
            + " -65504.0 to 65504.0",
        "float32 | 'Infinity' | float8_e4m3fn | the value Infinity is beyond float8_e4m3fn, which"
            + " goes from -448.0 to 448.0",
        "float32 | 'NaN' | float4_e2m1fn | the value NaN is no number of float4_e2m1fn",
        "int8 | 8 | int4 | the value 8 is beyond int4, which goes from -8 to 7",
        "float64 | 'NaN' | uint8 | the value NaN is no number of uint8",
        "float64 | 'Infinity' | uint8 | the value Infinity is no number of uint8"
      })
  void valuesBeyondTheTargetAreRefusedIfNothingIsTold(
      String type, String value, String target, String message) {
    assertThatThrownBy(
            () ->
                ElementCodecs.encode(
                    type, "[" + value + "]", NAME, "{'data_type':'" + target + "'}"))
        .isInstanceOf(RequestException.class)
        .hasMessage("codec cast_value: " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        // Between 1 and the next number, 1 + 1/128, half way and just above.
        "bfloat16 | nearest-even | [1.00390625,1.00390626,-257]" + " | [1.0,1.0078125,-256.0]",
        "bfloat16 | towards-positive | [1.001,-1.001] | [1.0078125,-1.0]",
        "float8_e4m3fn | nearest-even | [0.001,17,19,0.0009] | [0.001953125,16.0,20.0,0.0]",
        "float6_e2m3fn | towards-zero | [7.4,-0.13] | [7.0,-0.125]",
        "float4_e2m1fn | nearest-away | [2.5,-2.5,0.25] | [3.0,-3.0,0.5]"
      })
  void narrowFloatsHaveTheirOwnNeighbours(
      String target, String rounding, String decoded, String encoded) {
    String parameters = "{'data_type':'" + target + "','rounding':'" + rounding + "'}";

    assertThat(ElementCodecs.encode("float64", decoded, NAME, parameters)).isEqualTo(encoded);
    assertThat(ElementCodecs.decode("float64", encoded, NAME, parameters)).isEqualTo(encoded);
  }

  @Test
  void aNanIsNoIntegerWhateverIsTold() {
    assertThatThrownBy(
            () ->
                ElementCodecs.encode(
                    "float64", "['NaN']", NAME, "{'data_type':'int8','out_of_range':'clamp'}"))
        .isInstanceOf(RequestException.class)
        .hasMessage("codec cast_value: the value NaN is no number of int8");
  }

  @Test
  void whatDoesNotFitTheChunkIsCorruptWhenItIsRead() {
    assertThatThrownBy(
            () -> ElementCodecs.decode("uint8", "[1,-1,300]", NAME, "{'data_type':'int16'}"))
        .isInstanceOf(CorruptException.class)
        .hasMessage("codec cast_value: the value -1 is beyond uint8, which goes from 0 to 255");
  }

  @Test
  void valuesOfTheMapAreNotCast() {
    String parameters =
        "{'data_type':'uint8','scalar_map':{'encode':[['NaN',7],[0,9],['Infinity',255],[0,8]],"
            + "'decode':[[7,'NaN'],[9,0],[255,'Infinity']]}}";

    assertThat(
            ElementCodecs.encode(
                "float32", "['NaN','0xffc00001',1,0.0,-0.0,'Infinity',1.5]", NAME, parameters))
        .as("every NaN, both zeros; the first of two entries")
        .isEqualTo("[7,7,1,9,9,255,2]");
    assertThat(ElementCodecs.decode("float32", "[7,1,9,255]", NAME, parameters))
        .isEqualTo("['NaN',1.0,0.0,'Infinity']");
  }

  @Test
  void theSameTypeKeepsEveryBit() {
    assertThat(
            ElementCodecs.encode("float32", "['0x7fc00123',-0.0]", NAME, "{'data_type':'float32'}"))
        .isEqualTo("['0x7fc00123',-0.0]");
  }

  @Test
  void theFillValueIsCastForTheCodecsBehind() {
    CodecPipeline pipeline =
        ElementCodecs.bind(
            "float32",
            "'NaN'",
            4,
            NAME,
            "{'data_type':'int16','scalar_map':{'encode':[['NaN',-1]],'decode':[[-1,'NaN']]}}");

    assertThat(ElementCodecs.last(pipeline).fill().toJson()).hasToString("-1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "1.5 | {'data_type':'int8'} | it comes back as 2.0",
        "300 | {'data_type':'int8','out_of_range':'wrap'} | it comes back as 44.0",
        "300 | {'data_type':'int8'} | the value 300.0 is beyond int8, which goes from -128 to 127",
        "'NaN' | {'data_type':'int8'} | the value NaN is no number of int8",
        "'NaN' | {'data_type':'int8','scalar_map':{'encode':[['NaN',3]]}} | it comes back as 3.0"
      })
  void aFillValueThatDoesNotComeBackIsRefused(String fill, String parameters, String reason) {
    assertThatThrownBy(() -> ElementCodecs.bind("float32", fill, 4, NAME, parameters))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "codec \"cast_value\": fill value "
                + (fill.equals("'NaN'") ? "\"NaN\"" : Float.parseFloat(fill))
                + " cannot be encoded: "
                + reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{} | lacks 'data_type'; expected a data type of integers or floats",
        "{'data_type':7} | : 'data_type' is 7; expected a data type of integers or floats",
        "{'data_type':{'name':'int8','configuration':{'a':1}}} | : 'data_type' is"
            + " {'name':'int8','configuration':{'a':1}}; expected a data type of integers or floats",
        "{'data_type':'float8_e8m0fnu'} | takes integers and floats, not float8_e8m0fnu",
        "{'data_type':'bool'} | takes integers and floats, not bool",
        "{'data_type':'complex64'} | takes integers and floats, not complex64",
        "{'data_type':'int8','rounding':'up'} | : 'rounding' is 'up'; expected one of"
            + " 'nearest-even', 'towards-zero', 'towards-positive', 'towards-negative',"
            + " 'nearest-away'",
        "{'data_type':'int8','out_of_range':'error'} | : 'out_of_range' is 'error'; expected one"
            + " of 'clamp', 'wrap' or null",
        "{'data_type':'float16','out_of_range':'wrap'} | : 'out_of_range' is 'wrap'; expected"
            + " 'clamp' or nothing, as float16 cannot wrap",
        "{'data_type':'int8','scalar_map':{'encode':[[1]]}} | : 'scalar_map' is"
            + " {'encode':[[1]]}; expected in 'encode' pairs, of float32 and of int8",
        "{'data_type':'int8','scalar_map':{'decode':[[1,2],[300,1]]}} | : 'scalar_map' is"
            + " {'decode':[[1,2],[300,1]]}; expected 300 to be an element of data type int8",
        "{'data_type':'int8','scale':1} | has no parameter 'scale'; it takes"
            + " ['data_type','out_of_range','rounding','scalar_map']"
      })
  void wrongParametersAreRefused(String parameters, String message) {
    assertThatThrownBy(() -> ElementCodecs.bind("float32", 4, NAME, parameters))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "codec \"cast_value\""
                + (message.startsWith(":") ? "" : " ")
                + message.replace('\'', '"'));
  }

  @Test
  void textsAreRefused() {
    assertThatThrownBy(() -> ElementCodecs.bind("string", "''", 4, NAME, "{'data_type':'int8'}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("codec \"cast_value\" takes integers and floats, not string");
  }
}
