package dev.espalier.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.fill.BitsFill;
import dev.espalier.model.fill.ElementForm;
import dev.espalier.model.fill.FillValue;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.type.DataType;
import dev.espalier.model.type.NarrowType;
import dev.espalier.model.type.RawBits;
import dev.espalier.model.type.TimeType;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever stands for a fill value, it is read as one of its data type or refused, and is written
 * so that it is read as the same; and any bits of an element have a form.
 *
 * <p>The first line of an input is a data type, the rest its fill value; where that is no JSON, it
 * is the bits of an element.
 */
class FillValuesFuzzTest {
  private static final int MOST_BYTES = 1 << 12;

  static Stream<byte[]> fillValues() {
    Stream<String> zeros =
        Stream.concat(Arrays.stream(CoreType.values()), Arrays.stream(NarrowType.values()))
            .map(type -> type.toJson() + "\n" + zero(type).toJson());
    Stream<String> others =
        Stream.of(
            "'float16'\n65520",
            "'float16'\n'0x7e01'",
            "'float32'\n1.00000017881393421514957253748434595763683319091796875001",
            "'float64'\n-1e999999999",
            "'bfloat16'\n3.3895314e38",
            "'float4_e2m1fn'\n'NaN'",
            "'float8_e8m0fnu'\n1e-99999999999999999999",
            "'complex64'\n['NaN',-0.0]",
            "'uint64'\n18446744073709551615",
            "'int64'\n-9223372036854775809",
            "'r24'\n[1,2,255]",
            "'string'\n'\\ud83c\\udf89'",
            "'bytes'\n'AAE='",
            "'bytes'\n[0,255]",
            "{'name':'fixed_length_utf32','configuration':{'length_bytes':8}}\n'é🎉'",
            "{'name':'null_terminated_bytes','configuration':{'length_bytes':3}}\n'AAA='",
            "{'name':'raw_bytes','configuration':{'length_bytes':3}}\n'AAEC'",
            "{'name':'numpy.datetime64','configuration':{'unit':'ns','scale_factor':10}}\n'NaT'",
            "{'name':'struct','configuration':{'fields':[{'name':'a','data_type':'int8'},"
                + "{'name':'b','data_type':'complex64'}]}}\n{'a':1,'b':[0,'Infinity']}",
            "{'name':'structured','configuration':{'fields':[['a','int8']]}}\n'/w=='",
            "'unknown'\n{'a':null}",
            "'float32'\n\1\2\3\4",
            "{'name':'fixed_length_utf32','configuration':{'length_bytes':4}}\n\0\330\0\0");
    return Stream.concat(zeros, others.map(text -> text.replace('\'', '"')))
        .map(text -> text.getBytes(UTF_8));
  }

  @MethodSource("fillValues")
  @FuzzTest
  void fillValuesAreReadOrRefused(byte[] input) {
    int end = IntStream.range(0, input.length).filter(i -> input[i] == '\n').findFirst().orElse(0);
    DataType type;
    try {
      type = DataType.fromJson(JsonReader.parse(Arrays.copyOf(input, end)));
    } catch (IllegalArgumentException | CorruptException | UnsupportedException refused) {
      assertThat(refused).hasMessageMatching("(?s).{8,}");
      return;
    }
    assertThat(DataType.fromJson(JsonReader.parse(type.toJson().toString()))).isEqualTo(type);
    if (type.byteSize().orElse(0) > MOST_BYTES) {
      return;
    }
    byte[] value = Arrays.copyOfRange(input, end + 1, input.length);
    JsonValue json;
    try {
      json = JsonReader.parse(value);
    } catch (CorruptException | UnsupportedException notJson) {
      bits(type, value);
      return;
    }
    FillValue fill;
    try {
      fill = FillValue.parse(type, json);
    } catch (IllegalArgumentException refused) {
      assertThat(refused).hasMessageContaining("; expected ");
      return;
    }
    assertThat(fill.fits(type)).isTrue();
    JsonValue written = fill.toJson();
    assertThat(FillValue.parse(type, JsonReader.parse(written.toString())))
        .as("%s", written)
        .isEqualTo(fill);
    if (fill instanceof BitsFill bits) {
      assertThat(bits.littleEndianBytes()).hasSize(type.byteSize().orElseThrow());
    }
  }

  /** Any bits can be shown, and those that all mean something are read back from what is shown. */
  private static void bits(DataType type, byte[] value) {
    if (type.byteSize().isEmpty()) {
      return;
    }
    byte[] element = Arrays.copyOf(value, type.byteSize().getAsInt());
    if (type == CoreType.BOOL) {
      element[0] &= 1;
    }
    JsonValue shown = ElementForm.toJson(type, element, 0);
    FillValue fill = FillValue.parse(type, JsonReader.parse(shown.toString()));
    if (type instanceof CoreType || type instanceof RawBits || type instanceof TimeType) {
      assertThat(((BitsFill) fill).littleEndianBytes()).as("%s", shown).isEqualTo(element);
    } else {
      assertThat(FillValue.parse(type, fill.toJson())).as("%s", shown).isEqualTo(fill);
    }
  }

  private static FillValue zero(DataType type) {
    return FillValue.zero(type);
  }
}
