package dev.espalier.zarr.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.json.JsonReader;
import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.type.DataType;
import dev.espalier.testkit.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BitRoundCodecTest {
  /** The table of the codec's own sample data. */
  @Test
  void floatsKeepTheHighestBitsOfTheMantissa() {
    assertThat(
            ElementCodecs.encode(
                "float32",
                "[0,0.1,1.2,12.3,123.4,1234.5,'NaN','Infinity','-Infinity']",
                "bitround",
                "{'keepbits':3}"))
        .isEqualTo("[0.0,0.1015625,1.25,12.0,120.0,1280.0,'NaN','Infinity','-Infinity']");
  }

  /** The table of the codec's own sample data; where rounding up would overflow, it is cut. */
  @Test
  void integersKeepTheHighestBitsFromTheOneThatIsSet() {
    assertThat(
            ElementCodecs.encode(
                "uint8", "[0,1,10,11,100,123,200,208,209,255]", "bitround", "{'keepbits':3}"))
        .isEqualTo("[0,1,10,12,96,128,192,192,224,224]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        // The bits of -1 and -100 are all those of a number from the sign on.
        "int8 | 3 | [-1,-100,100,127] | [-32,-96,96,-128]",
        "int64 | 53 | [9007199254740993,9223372036854775807]"
            + " | [9007199254740992,-9223372036854775808]",
        "uint64 | 1 | [18446744073709551615,6148914691236517205]"
            + " | [9223372036854775808,4611686018427387904]",
        "uint64 | 64 | [18446744073709551615] | [18446744073709551615]",
        "float16 | 5 | [3.14159,-2.71828,65504] | [3.125,-2.75,'Infinity']",
        "bfloat16 | 3 | [0.10009765625,1.203125,'NaN'] | [0.1015625,1.25,'NaN']",
        "float64 | 20 | [3.14159,1.5e308] | [3.141590118408203,1.4999997559587411E308]",
        "float32 | 23 | [0.1] | [0.1]",
        "float32 | 100 | [0.1] | [0.1]",
        "complex64 | 3 | [[0.1,1.2]] | [[0.1015625,1.25]]"
      })
  void anyNumberOfBitsIsKept(String type, int kept, String decoded, String encoded) {
    CodecPipeline pipeline =
        ElementCodecs.bind(
            type,
            type.startsWith("c") ? "[0,0]" : "0",
            type.startsWith("c") ? 1 : decoded.split(",").length,
            "bitround",
            "{'keepbits':" + kept + "}");
    DataType dataType = pipeline.representation().type();

    assertThat(
            ElementCodecs.text(
                ElementCodecs.encoded(pipeline, ElementCodecs.block(dataType, decoded))))
        .isEqualTo(encoded);
  }

  @ParameterizedTest
  @ValueSource(strings = {"'0x7fffffff'", "'0xffffffff'", "'0x7f800001'", "'NaN'"})
  void aNanStaysOneWhateverItsBits(String nan) {
    CodecPipeline pipeline = ElementCodecs.bind("float32", 1, "bitround", "{'keepbits':3}");

    assertThat(
            ElementCodecs.text(
                ElementCodecs.encoded(
                    pipeline, ElementCodecs.block(CoreType.FLOAT32, "[" + nan + "]"))))
        .matches("\\['(NaN|0x[7f]f[c-f][0-9a-f]{5})'\\]");
  }

  /** Values of numcodecs.BitRound(0). */
  @Test
  void theFilterOfNumcodecsMayKeepNoBitAtAll() {
    assertThat(
            ElementCodecs.encode(
                "float32", "[3.14159,-2.71828,1.5,1.4]", "numcodecs.bitround", "{'keepbits':0}"))
        .isEqualTo("[4.0,-2.0,2.0,1.0]");
  }

  @Test
  void theFillValueIsRoundedForTheCodecsBehind() {
    assertThat(
            ElementCodecs.last(
                    ElementCodecs.bind("float32", "0.1", 4, "bitround", "{'keepbits':3}"))
                .fill()
                .toJson())
        .hasToString("0.1015625");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "bitround | {} | lacks 'keepbits'; expected an integer from 1 to 2147483647",
        "bitround | {'keepbits':0} | : 'keepbits' is 0; expected an integer from 1 to 2147483647",
        "numcodecs.bitround | {'keepbits':-1} | : 'keepbits' is -1; expected an integer from 0 to"
            + " 2147483647",
        "bitround | {'keepbits':1.5} | : 'keepbits' is 1.5; expected an integer from 1 to"
            + " 2147483647",
        "bitround | {'keepbits':3,'digits':1} | has no parameter 'digits'; it takes ['keepbits']"
      })
  void wrongParametersAreRefused(String name, String parameters, String message) {
    assertThatThrownBy(() -> ElementCodecs.bind("float32", 4, name, parameters))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "codec \""
                + name
                + "\""
                + (message.startsWith(":") ? "" : " ")
                + message.replace('\'', '"'));
  }

  @Test
  void timesAreRoundedAsTheIntegersThatTheyAre() {
    DataType time =
        DataType.fromJson(
            JsonReader.parse(
                "{\"name\":\"numpy.datetime64\",\"configuration\":"
                    + "{\"unit\":\"s\",\"scale_factor\":1}}"));
    CodecPipeline pipeline =
        Pipelines.bind(
            time,
            Shape.of(2),
            "["
                + ElementCodecs.codec("bitround", "{'keepbits':3}")
                + ","
                + ElementCodecs.BYTES
                + "]");

    assertThat(
            ElementCodecs.text(
                ElementCodecs.encoded(pipeline, ElementCodecs.block(time, "[1000,21]"))))
        .isEqualTo("[1024,20]");
  }

  @Test
  void truthValuesAreRefused() {
    assertThatThrownBy(() -> ElementCodecs.bind("bool", "false", 4, "bitround", "{'keepbits':3}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("codec \"bitround\" takes integers, floats and complex numbers, not bool");
  }

  /** Chunks that zarrs wrote of the numbers of the table above. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "float32 | [0,0.1,1.2,12.3,123.4,1234.5,'NaN','Infinity','-Infinity']",
        "uint8 | [0,1,10,11,100,123,200,208,209,255]"
      },
      quoteCharacter = '"')
  void chunksOfOthersAreTheSameToTheBit(String type, String elements) throws IOException {
    Path sample =
        SharedData.require("zarr/zarr-extensions/codecs/bitround/sample_data")
            .resolve("bitround_" + type + ".zarr/c/0");
    BitsBlock chunk = ElementCodecs.block(DataType.named(type), elements);
    CodecPipeline pipeline =
        ElementCodecs.bind(
            type, chunk.length() / chunk.elementSize(), "bitround", "{'keepbits':3}");

    assertThat(Pipelines.encode(pipeline, chunk)).isEqualTo(Files.readAllBytes(sample));
  }
}
