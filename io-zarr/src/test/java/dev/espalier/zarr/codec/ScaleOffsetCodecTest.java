package dev.espalier.zarr.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.RequestException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleOffsetCodecTest {
  private static final String NAME = "scale_offset";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "uint8 | {'offset':5,'scale':2} | [5,6,132] | [0,2,254]",
        "int8 | {'offset':-3,'scale':-1} | [-3,-128,124] | [0,125,-127]",
        "int64 | {'offset':1,'scale':3} | [9007199254740994,-9007199254740992]"
            + " | [27021597764222979,-27021597764222979]",
        "uint64 | {'offset':1,'scale':1} | [18446744073709551615,1] | [18446744073709551614,0]",
        "uint64 | {'scale':3} | [6148914691236517205] | [18446744073709551615]",
        "float64 | {'offset':1000.0,'scale':0.5} | [1001.0,'NaN','Infinity']"
            + " | [0.5,'NaN','Infinity']",
        "float32 | {} | [0.1,0.0] | [0.1,0.0]"
      })
  void theOffsetIsSubtractedAndTheRestMultiplied(
      String type, String parameters, String decoded, String encoded) {
    String fill = type.startsWith("u") ? "7" : "0";

    assertThat(encode(type, fill, decoded, parameters)).isEqualTo(encoded);
    assertThat(decode(type, fill, encoded, parameters)).isEqualTo(decoded);
  }

  @ParameterizedTest
  @CsvSource({
    // 2048 + 1 and 16777216 + 1 lie half way between two floats of the type.
    "float16, 2048.0, 1024.0",
    "float32, 1.6777216E7, 8388608.0",
  })
  void floatsAreRoundedToTheirTypeAfterEachStep(String type, String decoded, String encoded) {
    assertThat(ElementCodecs.encode(type, "[" + decoded + "]", NAME, "{'offset':-1,'scale':0.5}"))
        .isEqualTo("[" + encoded + "]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "uint8 | [4] | {'offset':5} | 4 - 5 is no number of uint8",
        "uint8 | [100] | {'scale':3} | 100 * 3 is no number of uint8",
        // The difference alone does not fit, though the product would.
        "int8 | [127] | {'offset':-1,'scale':-1} | 127 - -1 is no number of int8",
        "int64 | [-9223372036854775808] | {'offset':1}"
            + " | -9223372036854775808 - 1 is no number of int64",
        "int64 | [4611686018427387904] | {'scale':2}"
            + " | 4611686018427387904 * 2 is no number of int64",
        "int64 | [-9223372036854775808] | {'scale':-1}"
            + " | -9223372036854775808 * -1 is no number of int64",
        "uint64 | [9223372036854775808] | {'scale':2}"
            + " | 9223372036854775808 * 2 is no number of uint64",
        "float16 | [60000] | {'scale':2} | (60000.0 - 0.0) * 2.0 is no number of float16",
        "float64 | [1e308] | {'scale':1e10} | (1.0E308 - 0.0) * 1.0E10 is no number of float64"
      })
  void aResultThatTheTypeCannotExpressIsRefused(
      String type, String decoded, String parameters, String message) {
    String fill = parameters.contains("'offset':5") ? "7" : "0";

    assertThatThrownBy(() -> encode(type, fill, decoded, parameters))
        .isInstanceOf(RequestException.class)
        .hasMessage("codec scale_offset: " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "uint8 | [7] | {'scale':2} | 7 / 2 is no number of uint8",
        "uint8 | [200] | {'offset':100} | 200 + 100 is no number of uint8",
        "int64 | [-9223372036854775808] | {'scale':-1}"
            + " | -9223372036854775808 / -1 is no number of int64",
        "int8 | [-128] | {'scale':-1} | -128 / -1 is no number of int8",
        "float16 | [60000] | {'scale':0.5} | 60000.0 / 0.5 + 0.0 is no number of float16"
      })
  void whatNothingIsEncodedAsIsCorrupt(
      String type, String encoded, String parameters, String message) {
    String fill = parameters.contains("offset") ? "100" : "0";

    assertThatThrownBy(() -> decode(type, fill, encoded, parameters))
        .isInstanceOf(CorruptException.class)
        .hasMessage("codec scale_offset: " + message);
  }

  @Test
  void theFillValueIsScaledForTheCodecsBehind() {
    CodecPipeline pipeline = ElementCodecs.bind("int16", "7", 4, NAME, "{'offset':5,'scale':10}");

    assertThat(ElementCodecs.last(pipeline).fill().toJson()).hasToString("20");
  }

  @Test
  void aFillValueThatCannotBeScaledIsRefused() {
    assertThatThrownBy(() -> ElementCodecs.bind("uint8", "3", 4, NAME, "{'offset':5}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "codec \"scale_offset\": fill value 3 cannot be encoded: 3 - 5 is no number of uint8");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "uint8 | {'scale':0} | : 'scale' is 0; expected a number that is not 0",
        "float32 | {'scale':0.0} | : 'scale' is 0.0; expected a finite number that is not 0",
        "float32 | {'scale':'NaN'} | : 'scale' is 'NaN'; expected a finite number that is not 0",
        "float32 | {'offset':'Infinity'} | : 'offset' is 'Infinity'; expected a finite number",
        "uint8 | {'offset':-1} | : 'offset' is -1; expected -1 to be an element of data type uint8",
        "uint8 | {'scale':0.5} | : 'scale' is 0.5; expected 0.5 to be an element of data type"
            + " uint8",
        "uint8 | {'add':1} | has no parameter 'add'; it takes ['offset','scale']",
        "bool | {} | takes integers and floats, not bool"
      })
  void wrongParametersAreRefused(String type, String parameters, String message) {
    String fill = type.equals("bool") ? "false" : "0";

    assertThatThrownBy(() -> ElementCodecs.bind(type, fill, 4, NAME, parameters))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "codec \"scale_offset\""
                + (message.startsWith(":") ? "" : " ")
                + message.replace('\'', '"'));
  }

  private static String encode(String type, String fill, String elements, String parameters) {
    CodecPipeline pipeline = bind(type, fill, elements, parameters);
    return ElementCodecs.text(
        ElementCodecs.encoded(
            pipeline, ElementCodecs.block(pipeline.representation().type(), elements)));
  }

  private static String decode(String type, String fill, String elements, String parameters) {
    CodecPipeline pipeline = bind(type, fill, elements, parameters);
    return ElementCodecs.text(
        ElementCodecs.decoded(
            pipeline, ElementCodecs.block(ElementCodecs.last(pipeline).type(), elements)));
  }

  private static CodecPipeline bind(String type, String fill, String elements, String parameters) {
    return ElementCodecs.bind(type, fill, elements.split(",").length, NAME, parameters);
  }
}
