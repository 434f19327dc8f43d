package dev.espalier.hdf5;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.model.json.JsonArray;
import dev.espalier.model.node.Attribute;
import dev.espalier.model.node.AttributeType;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttributesTest {
  private static final String[] FILES = {"attributes-earliest.h5", "attributes-v110.h5"};

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "int8|-5|int8 []",
        "int64|-9223372036854775808|",
        "uint64|18446744073709551615|uint64 []",
        "big endian|[1,-2]|int32 [2]",
        "float32|0.1|float32 []",
        "float64|0.1|",
        "nan|\"NaN\"|float64 []",
        "infinities|[\"Infinity\",\"-Infinity\",-0.0]|float64 [3]",
        "truth|true|",
        "complex|[1.0,-2.0]|complex128 []",
        "matrix|[[0,1,2],[3,4,5]]|int32 [2, 3]",
        "cube|[[[0,1],[2,3]],[[4,5],[6,7]]]|",
        "empty|[]|float32 [0, 3]",
        "null|null|float32 [0]",
        "text|\"größer\"|",
        "fixed|\"fixed\"|",
        "texts|[\"x\",\"\",\"y\"]|",
        "colour|-1|int8 []",
        "committed|3|int16 []",
        "last|1|",
      })
  void valuesBecomeJsonWithTheirExactTypeWhereItIsNeeded(
      String name, String value, String exactType) {
    for (String file : FILES) {
      try (Fixture fixture = Fixture.open(file)) {
        Attribute attribute =
            Objects.requireNonNull(fixture.node("node").attributes().byName().get(name));
        assertThat(attribute.value()).hasToString(value);
        assertThat(spelled(attribute.type())).isEqualTo(Optional.ofNullable(exactType));
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "opaque|elements of datatype opaque",
        "ragged|elements of datatype variable-length sequence of integer of 4 bytes",
        "reference|elements of datatype object reference",
        "not text|a text whose bytes are not UTF-8: b56d",
      })
  void anAttributeThatCannotBeReadIsNotedAndHidesNoOther(String name, String reason) {
    for (String file : FILES) {
      try (Fixture fixture = Fixture.open(file)) {
        assertThat(fixture.node("node").attributes().byName()).doesNotContainKey(name);
        assertThat(Unread.reason(fixture.node("node"), name)).isEqualTo(reason);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"attributes-earliest.h5", "attributes-v110.h5"})
  void theyComeInTheOrderInWhichTheyWereMade(String file) {
    try (Fixture fixture = Fixture.open(file)) {
      assertThat(fixture.node("node").attributes().byName().keySet())
          .startsWith("int8", "int64", "uint64", "big endian")
          .endsWith("last", "committed");
    }
  }

  @Test
  void manyAndLargeOnesAreRead() {
    try (Fixture fixture = Fixture.open("attributes-v110.h5")) {
      var attributes = fixture.node("many").attributes();
      assertThat(attributes.byName()).hasSize(201);
      assertThat(attributes.get("a150").orElseThrow()).hasToString("150");
      JsonArray large = (JsonArray) attributes.get("large").orElseThrow();
      assertThat(large.size()).isEqualTo(70_000);
      assertThat(large.elements().get(69_999)).hasToString(String.valueOf(69_999 % 251));
    }
  }

  private static Optional<String> spelled(Optional<AttributeType> type) {
    return type.map(exact -> exact.dataType() + " " + exact.shape());
  }
}
