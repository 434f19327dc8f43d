package dev.espalier.model.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataTypeTest {
  @Test
  void theCoreTypesAreThoseOfTheSpecification() {
    assertThat(Arrays.stream(CoreType.values()).map(CoreType::id))
        .containsExactly(
            "bool",
            "int8",
            "int16",
            "int32",
            "int64",
            "uint8",
            "uint16",
            "uint32",
            "uint64",
            "float16",
            "float32",
            "float64",
            "complex64",
            "complex128");
  }

  @ParameterizedTest
  @CsvSource({"BOOL, 1", "INT16, 2", "UINT64, 8", "FLOAT16, 2", "COMPLEX64, 8", "COMPLEX128, 16"})
  void aCoreTypeHasASize(CoreType type, int size) {
    assertThat(type.byteSize()).hasValue(size);
    assertThat(type.componentSize())
        .isEqualTo(type.kind() == CoreType.Kind.COMPLEX ? size / 2 : size);
  }

  @ParameterizedTest
  @EnumSource(CoreType.class)
  void aCoreTypeIsFoundByItsName(CoreType type) {
    assertThat(DataType.named(type.id())).isSameAs(type);
    assertThat(type.configuration()).isEqualTo(JsonObject.empty());
  }

  @ParameterizedTest
  @CsvSource({"r8, 8", "r24, 24", "r128, 128"})
  void rawBitsAreNamedByTheirNumber(String id, int bits) {
    assertThat(DataType.named(id)).isEqualTo(new RawBits(bits));
    assertThat(new RawBits(bits).id()).isEqualTo(id);
    assertThat(new RawBits(bits).byteSize()).hasValue(bits / 8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"r12", "r0", "r", "r08", "r99999999999", "INT8", "int128", "<i2", ""})
  void otherNamesAreExtensions(String id) {
    assertThat(DataType.named(id)).isEqualTo(new ExtensionType(id, JsonObject.empty()));
    assertThat(DataType.named(id).byteSize()).isEmpty();
    assertThat(DataType.named(id).isText()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -8, 12})
  void rawBitsAreWholeBytes(int bits) {
    assertThatThrownBy(() -> new RawBits(bits))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("raw data type of " + bits + " bits; expected a positive multiple of 8");
  }

  @Test
  void onlyThePlainStringTypeIsText() {
    assertThat(DataType.named("string")).isEqualTo(ExtensionType.STRING);
    assertThat(ExtensionType.STRING.isText()).isTrue();
    assertThat(new ExtensionType("string", JsonObject.of("x", JsonValue.of(1))).isText()).isFalse();
  }

  @Test
  void anExtensionShowsItsParameters() {
    assertThat(new ExtensionType("date", JsonObject.of("unit", JsonValue.of("ns"))))
        .hasToString("date{\"unit\":\"ns\"}");
  }

  @ParameterizedTest
  @EnumSource(NarrowType.class)
  void aNarrowTypeIsFoundByItsName(NarrowType type) {
    assertThat(DataType.named(type.id())).isSameAs(type);
    assertThat(DataType.fromJson(type.toJson())).isSameAs(type);
    int components = type.kind() == CoreType.Kind.COMPLEX ? 2 : 1;
    assertThat(type.byteSize()).hasValue(components * type.componentSize());
    assertThat(type.numbers()).containsExactly(new NumberRun(components, type.componentSize()));
  }
}
