package dev.espalier.model.schema.array;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.model.type.CoreType;
import dev.espalier.model.type.NarrowType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataTypesTest {
  /** As the JSON Schema says it, and as the rules on elements can compute. */
  @ParameterizedTest
  @CsvSource({
    "float, FLOAT16, BFLOAT16",
    "real, INT8, FLOAT8_E4M3",
    "integer, UINT64, UINT4",
    "signed, INT8, INT2",
    "complex, COMPLEX64, COMPLEX_BFLOAT16"
  })
  void aWordStandsForCoreTypesAndOthersAreNamed(String word, CoreType core, NarrowType narrow) {
    assertThat(DataTypes.of(word).contains(core)).isTrue();
    assertThat(DataTypes.of(word).contains(narrow)).isFalse();
    assertThat(DataTypes.of(word, narrow.id()).contains(narrow)).isTrue();
  }
}
