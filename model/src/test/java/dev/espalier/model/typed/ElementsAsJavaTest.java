package dev.espalier.model.typed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.fill.FillValue;
import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.type.CoreType;
import org.junit.jupiter.api.Test;

/** Elements come back as what Java has for numbers and texts. */
class ElementsAsJavaTest {
  private static NdArray filled(CoreType type, String value) {
    return NdArray.zeros(type, 2).fillValue(FillValue.parse(type, new JsonNumber(value)));
  }

  @Test
  void integersOfAllTypesAreLongs() {
    assertThat(NdArray.of(new byte[] {-1, 2}).longs()).containsExactly(-1, 2);
    assertThat(NdArray.of(new short[] {-1, 2}).longs()).containsExactly(-1, 2);
    assertThat(NdArray.of(new int[] {-1, 2}).longs()).containsExactly(-1, 2);
    assertThat(NdArray.of(new long[] {Long.MIN_VALUE, 2}).longs())
        .containsExactly(Long.MIN_VALUE, 2);
    assertThat(filled(CoreType.UINT8, "255").longs()).containsExactly(255, 255);
    assertThat(filled(CoreType.UINT16, "65535").longs()).containsExactly(65535, 65535);
    assertThat(filled(CoreType.UINT32, "4294967295").longs())
        .containsExactly(4294967295L, 4294967295L);
    assertThat(filled(CoreType.UINT64, "7").longs()).containsExactly(7, 7);
  }

  @Test
  void realNumbersOfAllTypesAreDoubles() {
    assertThat(NdArray.of(new float[] {0.5f, -2}).doubles()).containsExactly(0.5, -2);
    assertThat(NdArray.of(new double[] {0.1}).doubles()).containsExactly(0.1);
    assertThat(filled(CoreType.FLOAT16, "1.5").doubles()).containsExactly(1.5, 1.5);
    assertThat(NdArray.of(new int[] {-1, 2}).doubles()).containsExactly(-1, 2);
    assertThat(filled(CoreType.UINT64, "18446744073709551615").doubles())
        .containsExactly(0x1p64, 0x1p64);
    assertThat(filled(CoreType.UINT64, "9223372036854777857").doubles())
        .containsExactly(0x1.0000000000001p63, 0x1.0000000000001p63);
  }

  @Test
  void textsAreTexts() {
    assertThat(NdArray.of(new String[] {"a", ""}).texts()).containsExactly("a", "");
  }

  @Test
  void whatIsOfAnotherKindIsRefusedByName() {
    refused("elements of float32 are no integers", () -> NdArray.of(new float[1]).longs());
    refused(
        "elements of string are no real numbers", () -> NdArray.of(new String[] {""}).doubles());
    refused(
        "elements of bool are no real numbers", () -> NdArray.zeros(CoreType.BOOL, 1).doubles());
    refused("elements of int8 are no texts", () -> NdArray.of(new byte[1]).texts());
    refused(
        "element 0 is 18446744073709551615, which no long holds; read it as a double",
        () -> filled(CoreType.UINT64, "18446744073709551615").longs());
  }

  private static void refused(String message, Runnable reading) {
    assertThatThrownBy(reading::run)
        .isInstanceOf(UnsupportedException.class)
        .hasMessageEndingWith(message);
  }

  @Test
  void fillValuesAreElementsToo() {
    assertThat(
            NdArray.zeros(CoreType.INT16, 3)
                .fillValue(FillValue.parse(CoreType.INT16, JsonValue.of(-9)))
                .longs())
        .containsExactly(-9, -9, -9);
  }
}
