package dev.espalier.model.fill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.model.type.DataType;
import dev.espalier.model.type.ExtensionType;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElementFormTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bool|00|false",
        "bool|01|true",
        "int8|80|-128",
        "uint8|80|128",
        "int16|ffff|-1",
        "uint32|ffffffff|4294967295",
        "int64|0000000000000080|-9223372036854775808",
        "uint64|ffffffffffffffff|18446744073709551615",
        "float16|0100|5.9604645E-8",
        "float16|ff7b|65504.0",
        "float32|0000c07f|\"NaN\"",
        "float32|2301c07f|\"0x7fc00123\"",
        "float32|0100807f|\"0x7f800001\"",
        "float32|0000c0ff|\"0xffc00000\"",
        "float64|000000000000f0ff|\"-Infinity\"",
        "float64|9a9999999999b93f|0.1",
        "complex64|0000803f00000080|[1.0,-0.0]",
        "r24|0102ff|[1,2,255]",
      })
  void anElementHasTheFormOfAFillValue(String type, String hex, String json) {
    byte[] bytes = HexFormat.of().parseHex("aabb" + hex + "cc");

    assertThat(ElementForm.toJson(DataType.named(type), bytes, 2)).hasToString(json);
  }

  @Test
  void elementsOfOtherTypesHaveNoForm() {
    assertThatThrownBy(() -> ElementForm.toJson(ExtensionType.STRING, new byte[8], 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("elements of string have no known form");
  }
}
