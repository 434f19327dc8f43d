package dev.espalier.zarr.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.json.JsonReader;
import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.RequestException;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.type.DataType;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What numcodecs 0.16.6 with NumPy 2.4.6 gave for the same input, to the bit. */
class NumcodecsFiltersTest {
  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '"',
      value = {
        "int32 | {'dtype':'<i4'} | [5,3,-2147483648,2147483647] | int32"
            + " | [5,-2,2147483645,-1] | [5,3,-2147483648,2147483647]",
        "int32 | {'dtype':'>i4','astype':'>i2'} | [5,3,70003,70000] | int16 | [5,-2,4464,-3]"
            + " | [5,3,4467,4464]",
        "uint8 | {'dtype':'|u1'} | [3,1,255] | uint8 | [3,254,254] | [3,1,255]",
        "uint64 | {'dtype':'<u8'} | [18446744073709551615,3,9223372036854775808] | uint64"
            + " | [18446744073709551615,4,9223372036854775805]"
            + " | [18446744073709551615,3,9223372036854775808]",
        "int64 | {'dtype':'int64'} | [4611686018427387905,-4611686018427387905,7] | int64"
            + " | [4611686018427387905,9223372036854775806,4611686018427387912]"
            + " | [4611686018427387905,-4611686018427387905,7]",
        "float32 | {} | [0.1,0.3,1e8,1.7] | float32 | [0.1,0.20000001788139343,1e8,-1e8]"
            + " | [0.1,0.3,1e8,0.0]",
        // Sums are kept in the wider of both types.
        "float64 | {'dtype':'<f8','astype':'<f4'} | [0.1,0.3,1e8,1.7] | float32"
            + " | [0.1,0.20000000298023224,1e8,-1e8]"
            + " | [0.10000000149011612,0.30000000447034836,100000000.30000001,0.30000001192092896]",
        "float32 | {'dtype':'<f4','astype':'<f8'} | [0.1,0.3,1e8,1.7] | float64"
            + " | [0.10000000149011612,0.20000001788139343,1e8,-1e8] | [0.1,0.3,1e8,0.3]",
        "float16 | {'dtype':'<f2'} | [0.0999755859375,1000.5,-5.0] | float16"
            + " | [0.0999755859375,1000.5,-1005.5] | [0.0999755859375,1000.5,-5.0]",
        "float32 | {'dtype':'<f4','astype':'<i2'} | [1.5,3.9,-2.2] | int16 | [1,2,-6]"
            + " | [1.0,3.0,-3.0]",
        "int16 | {'dtype':'<i2','astype':'<f4'} | [1,3,-2] | float32 | [1.0,2.0,-5.0] | [1,3,-2]",
        "int16 | {'dtype':'<i2','astype':'|i1'} | [100,102,90,300] | int8 | [100,2,-12,-46]"
            + " | [100,102,90,44]"
      })
  void deltaStoresTheFirstNumberAndDifferences(
      String type, String parameters, String decoded, String stored, String encoded, String again) {
    check("delta", type, parameters, decoded, stored, encoded, again);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '"',
      value = {
        "float64 | {'offset':1000,'scale':10,'dtype':'<f8','astype':'|u1'}"
            + " | [1000,1000.11111111,1000.55555556,1001] | uint8 | [0,1,6,10]"
            + " | [1000.0,1000.1,1000.6,1001.0]",
        "float32 | {'offset':0.1,'scale':3,'dtype':'<f4','astype':'<i2'} | [0,1,2.5,100] | int16"
            + " | [0,3,7,300]"
            + " | [0.10000000149011612,1.100000023841858,2.433333396911621,100.0999984741211]",
        "float32 | {'offset':1000,'scale':10,'dtype':'<f4'} | [1000,1001,1002.57] | float32"
            + " | [0.0,10.0,26.0] | [1000.0,1001.0,1002.5999755859375]",
        "float16 | {'offset':1000,'scale':10,'dtype':'<f2','astype':'|u1'} | [1000,1001,1002.5]"
            + " | uint8 | [0,10,25] | [1000.0,1001.0,1002.5]",
        "int32 | {'offset':-1.5,'scale':2,'dtype':'<i4','astype':'<i2'} | [1,2,-7] | int16"
            + " | [5,7,-11] | [1,2,-7]",
        "uint8 | {'offset':1,'scale':3,'dtype':'|u1'} | [1,2,100] | uint8 | [0,3,41] | [1,2,14]",
        "int8 | {'offset':1,'scale':2.5,'dtype':'|i1'} | [1,2,3,100] | int8 | [0,2,5,-8]"
            + " | [1,1,3,-2]",
        // Divided as doubles, the last bit is lost.
        "int64 | {'offset':0,'scale':1,'dtype':'<i8'} | [4611686018427387905,5] | int64"
            + " | [4611686018427387905,5] | [4611686018427387904,5]",
        "float64 | {'offset':0,'scale':0.1,'dtype':'<f8','astype':'<u2'} | [700000,-10,25,35]"
            + " | uint16 | [4464,65535,2,4] | [44640.0,655350.0,20.0,40.0]"
      })
  void fixedScaleOffsetRoundsWhatIsScaled(
      String type, String parameters, String decoded, String stored, String encoded, String again) {
    check("fixedscaleoffset", type, parameters, decoded, stored, encoded, again);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '"',
      value = {
        "float64 | {'digits':1,'dtype':'<f8'} | [0.0,0.1111111111111111,0.2222222222222222,0.7]"
            + " | float64 | [0.0,0.125,0.25,0.6875] | [0.0,0.125,0.25,0.6875]",
        "float32 | {'digits':3,'dtype':'<f4'} | [3.14159,-2.71828,1e-9,'NaN','Infinity'] | float32"
            + " | [3.1416015625,-2.71875,0.0,'NaN','Infinity']"
            + " | [3.1416015625,-2.71875,0.0,'NaN','Infinity']",
        "float64 | {'digits':2,'dtype':'<f8','astype':'<f4'} | [3.14159,-2.71828] | float32"
            + " | [3.140625,-2.71875] | [3.140625,-2.71875]",
        "float16 | {'digits':1,'dtype':'<f2'} | [3.140625,-2.71875] | float16 | [3.125,-2.75]"
            + " | [3.125,-2.75]",
        "float64 | {'digits':-2,'dtype':'<f8'} | [12345.6,-49.0,50.0,51.0] | float64"
            + " | [12352.0,-64.0,64.0,64.0] | [12352.0,-64.0,64.0,64.0]"
      })
  void quantizeRoundsToAFraction(
      String type, String parameters, String decoded, String stored, String encoded, String again) {
    check("quantize", type, parameters, decoded, stored, encoded, again);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '"',
      value = {
        "float64 | {'encode_dtype':'<f2','decode_dtype':'<f8'} | [1e6,3.14159,-2.71828,1e-9]"
            + " | float16 | ['Infinity',3.140625,-2.71875,0.0]"
            + " | ['Infinity',3.140625,-2.71875,0.0]",
        "float64 | {'encode_dtype':'|i1','decode_dtype':'<f8'} | [200.9,3.14159,-2.71828] | int8"
            + " | [-56,3,-2] | [-56.0,3.0,-2.0]",
        "uint64 | {'encode_dtype':'<f4'} | [9223372586610589696,9007199254740993] | float32"
            + " | [9223372036854775808,9007199254740992]"
            + " | [9223372036854775808,9007199254740992]",
        "int64 | {'encode_dtype':'>u2','decode_dtype':'int64'} | [-1,70000,3] | uint16"
            + " | [65535,4464,3] | [65535,4464,3]"
      })
  void asTypeCastsAsNumPyDoes(
      String type, String parameters, String decoded, String stored, String encoded, String again) {
    check("astype", type, parameters, decoded, stored, encoded, again);
  }

  private static void check(
      String filter,
      String type,
      String parameters,
      String decoded,
      String stored,
      String encoded,
      String again) {
    String name = "numcodecs." + filter;

    assertThat(ElementCodecs.encode(type, decoded, name, parameters))
        .isEqualTo(normal(stored, encoded));
    assertThat(ElementCodecs.decode(type, encoded, name, parameters))
        .isEqualTo(normal(type, again));
  }

  private static String normal(String type, String elements) {
    return ElementCodecs.text(ElementCodecs.block(DataType.named(type), elements));
  }

  @Test
  void timesAreDifferencesOfIntegers() {
    DataType time =
        DataType.fromJson(
            JsonReader.parse(
                "{\"name\":\"numpy.datetime64\",\"configuration\":"
                    + "{\"unit\":\"s\",\"scale_factor\":1}}"));
    CodecPipeline pipeline =
        Pipelines.bind(
            time,
            Shape.of(3),
            "["
                + ElementCodecs.codec("numcodecs.delta", "{'dtype':'<i8'}")
                + ","
                + ElementCodecs.BYTES
                + "]");
    BitsBlock chunk = ElementCodecs.block(time, "[1000,1010,990]");

    BitsBlock encoded = ElementCodecs.encoded(pipeline, chunk);

    assertThat(ElementCodecs.text(encoded)).isEqualTo("[1000,10,-20]");
    assertThat(ElementCodecs.text(ElementCodecs.decoded(pipeline, encoded)))
        .isEqualTo("[1000,1010,990]");
  }

  @Test
  void deltaRunsOverTheWholeChunkHoweverLong() {
    // Longer than what is computed in one go, and with more dimensions than one.
    BitsBlock chunk = Pipelines.randomBits(CoreType.INT32, Shape.of(3, 1000), 4);
    CodecPipeline pipeline =
        Pipelines.bind(
            CoreType.INT32,
            Shape.of(3, 1000),
            "["
                + ElementCodecs.codec("numcodecs.delta", "{'dtype':'<i4'}")
                + ","
                + ElementCodecs.BYTES
                + "]");

    byte[] encoded = Pipelines.encode(pipeline, chunk);

    assertThat(Pipelines.bytesOf(Pipelines.decode(pipeline, encoded)))
        .isEqualTo(Pipelines.bytesOf(chunk));
  }

  @ParameterizedTest
  @CsvSource({"1011001011,06b2c0", "10110010,00b2", "1,0780"})
  void packBitsPutsTheFirstElementIntoTheHighestBit(String truths, String hex) {
    String list = "[" + String.join(",", truths.split("")) + "]";
    BitsBlock chunk =
        ElementCodecs.block(CoreType.BOOL, list.replace("1", "true").replace("0", "false"));
    CodecPipeline pipeline =
        Pipelines.bind(
            CoreType.BOOL,
            chunk.shape(),
            "[" + ElementCodecs.codec("numcodecs.packbits", "{}") + ",'bytes']");

    byte[] encoded = Pipelines.encode(pipeline, chunk);

    assertThat(HexFormat.of().formatHex(encoded)).isEqualTo(hex);
    assertThat(Pipelines.bytesOf(Pipelines.decode(pipeline, encoded)))
        .isEqualTo(Pipelines.bytesOf(chunk));
  }

  @Test
  void anotherNumberOfPaddingBitsIsCorrupt() {
    CodecPipeline pipeline =
        Pipelines.bind(
            CoreType.BOOL,
            Shape.of(10),
            "[" + ElementCodecs.codec("numcodecs.packbits", "{}") + ",'bytes']");

    assertThatThrownBy(() -> Pipelines.decode(pipeline, new byte[] {7, 1, 2}))
        .isInstanceOf(CorruptException.class)
        .hasMessage("codec numcodecs.packbits: expected 6 bits of padding, found 7");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '"',
      value = {
        "astype | {'encode_dtype':'<i2'} | ['NaN'] | the value NaN is no number of int16",
        "fixedscaleoffset | {'offset':0,'scale':1,'astype':'|u1'} | ['Infinity']"
            + " | the value Infinity is no number of uint8",
        "quantize | {'digits':9} | [1e38] | the value 9.999999680285692E37 is too large to be"
            + " rounded"
      })
  void whatNumPyWouldMakeAnyNumberOfIsRefused(
      String filter, String parameters, String elements, String message) {
    assertThatThrownBy(
            () -> ElementCodecs.encode("float32", elements, "numcodecs." + filter, parameters))
        .isInstanceOf(RequestException.class)
        .hasMessage("codec numcodecs." + filter + ": " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '"',
      value = {
        "delta | {'dtype':'<f8'} | : 'dtype' is '<f8'; expected that of the chunk, which is"
            + " float32",
        "delta | {'dtype':'<U5'} | : 'dtype' is '<U5'; expected a type of integers or floats as"
            + " NumPy spells it, such as '<f4'",
        "delta | {'astype':'bool'} | : 'astype' is 'bool'; expected a type of integers or floats"
            + " as NumPy spells it, such as '<f4'",
        "delta | {'id':'delta'} | has no parameter 'id'; it takes ['astype','dtype']",
        "fixedscaleoffset | {'offset':1} | lacks 'scale'; expected a number",
        "fixedscaleoffset | {'offset':1,'scale':0} | : 'scale' is 0; expected a number that is not"
            + " 0",
        "fixedscaleoffset | {'offset':1e999,'scale':1} | : 'offset' is 1e999; expected a number"
            + " that a double can hold",
        "quantize | {} | lacks 'digits'; expected an integer from -300 to 300",
        "quantize | {'digits':1,'astype':'<i2'} | takes and stores floats, not float32 as int16",
        "astype | {'decode_dtype':'<f4'} | lacks 'encode_dtype'; expected a string",
        "packbits | {} | takes truth values, not float32"
      })
  void wrongParametersAreRefused(String filter, String parameters, String message) {
    assertThatThrownBy(() -> ElementCodecs.bind("float32", 4, "numcodecs." + filter, parameters))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "codec \"numcodecs."
                + filter
                + "\""
                + (message.startsWith(":") ? "" : " ")
                + message.replace('\'', '"'));
  }

  @Test
  void fillValuesAreEncodedAsTheFirstElementWouldBe() {
    assertThat(
            ElementCodecs.last(
                    ElementCodecs.bind(
                        "float32",
                        "1.6",
                        4,
                        "numcodecs.fixedscaleoffset",
                        "{'offset':1,'scale':10,'astype':'|u1'}"))
                .fill()
                .toJson())
        .hasToString("6");
    assertThat(
            ElementCodecs.last(
                    ElementCodecs.bind("int32", "70000", 4, "numcodecs.delta", "{'astype':'<i2'}"))
                .fill()
                .toJson())
        .hasToString("4464");
  }

  /** Whoever knows nothing of fill values is not held up by one that has no encoded form. */
  @ParameterizedTest
  @ValueSource(strings = {"'NaN'", "'-Infinity'"})
  void aFillValueThatCannotBeEncodedIsNoHindranceToAFilter(String fill) {
    CodecPipeline pipeline =
        ElementCodecs.bind(
            "float32",
            fill,
            1,
            "numcodecs.fixedscaleoffset",
            "{'offset':0,'scale':10,'astype':'<i4'}");

    assertThat(ElementCodecs.last(pipeline).fill().toJson()).hasToString("0");
    assertThat(Pipelines.decode(pipeline, new byte[] {15, 0, 0, 0}).elementToJson(0))
        .hasToString("1.5");
  }
}
