package dev.espalier.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.model.error.CorruptException;
import dev.espalier.model.node.UnreadableSpec.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "int8|[0, 1, 127, -128]",
        "int16|[0, 1, 32767, -32768]",
        "int32|[0, 1, 2147483647, -2147483648]",
        "int64|[0, 1, 9223372036854775807, -9223372036854775808]",
        "uint8|[0, 1, 255, 0]",
        "uint16|[0, 1, 65535, 0]",
        "uint32|[0, 1, 4294967295, 0]",
        "uint64|[0, 1, 18446744073709551615, 0]",
        "float16|[0.5, -0.0, \"NaN\", \"-Infinity\"]",
        "float32|[0.5, -0.0, \"NaN\", \"-Infinity\"]",
        "float64|[0.5, -0.0, \"NaN\", \"-Infinity\"]",
        "complex64|[[1.0,-2.0], [-0.0,\"Infinity\"]]",
        "complex128|[[1.0,-2.0], [-0.0,\"Infinity\"]]",
      })
  void numbersAreReadInBothByteOrders(String type, String values) {
    try (Fixture fixture = Fixture.open("types.h5")) {
      for (String order : new String[] {"little", "big"}) {
        assertThat(fixture.array(order + "/" + type).dataType()).hasToString(type);
        assertThat(fixture.values(order + "/" + type)).isEqualTo(values);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "truth|bool|[true, false, true]",
        "colours|int16|[-1, 5, 5]",
        "upside down|int8|[1, 0]",
        "pair real imag|complex128|[[1.0,2.0]]",
        "twelve bits|int16|[-2048, -1, 0, 2047]",
        "of committed type|int32|[7, 8]",
      })
  void otherTypesBecomeTheirNearestEqual(String dataset, String type, String values) {
    try (Fixture fixture = Fixture.open("types.h5")) {
      assertThat(fixture.array(dataset).dataType()).hasToString(type);
      assertThat(fixture.values(dataset)).isEqualTo(values);
    }
  }

  @Test
  void aTruthValueThatIsNeitherIsAnError() {
    try (Fixture fixture = Fixture.open("types.h5")) {
      assertThatThrownBy(() -> fixture.values("lying truth"))
          .isInstanceOf(CorruptException.class)
          .hasMessageEndingWith(
              "types.h5: /lying truth: a truth value (enumeration FALSE=0, TRUE=1) of 2");
      assertThat(fixture.values("lying truth", new long[] {2}, 1)).isEqualTo("[false]");
    }
  }

  @Test
  void theNamesOfAnEnumerationAreNoted() {
    try (Fixture fixture = Fixture.open("types.h5")) {
      assertThat(Unread.reason(fixture.node("colours"), "enumeration"))
          .isEqualTo("its names are not kept: GREEN=5, RED=-1");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "three bytes|elements of datatype integer of 3 bytes",
        "bfloat16|elements of datatype bfloat16",
        "long double|elements of datatype float of 16 bytes that is none of IEEE 754"
            + " (15 bits of exponent, 64 of mantissa)",
        "committed|a committed datatype (integer of 4 bytes), which is neither group nor array;"
            + " arrays of this type do not need it",
        "refused/compound|elements of datatype compound {a, b}",
        "refused/mixed pair|elements of datatype compound {r, i}",
        "refused/spaced pair|elements of datatype compound {r, i}",
        "refused/opaque|elements of datatype opaque",
        "refused/array|elements of datatype array [3] of integer of 4 bytes",
        "refused/ragged|elements of datatype variable-length sequence of integer of 4 bytes",
        "refused/reference|elements of datatype object reference",
        "refused/bit field|elements of datatype bit field",
        "refused/time|elements of datatype time",
        "refused/nothing|a null dataspace: it has a type and no elements at all",
        "refused/external|raw data in other files (external storage)",
        "refused/virtual|a virtual dataset (parts of other datasets)",
      })
  void whatTheModelHasNoElementsForIsRefusedByName(String dataset, String reason) {
    try (Fixture fixture = Fixture.open("types.h5")) {
      assertThat(fixture.unreadable(dataset).problem()).isEqualTo(Problem.UNSUPPORTED);
      assertThat(fixture.unreadable(dataset).message()).isEqualTo(reason);
      assertThatThrownBy(() -> fixture.source(dataset))
          .hasMessageEndingWith("types.h5: /" + dataset + ": " + reason);
    }
  }

  @Test
  void anUnreadableSiblingHidesNothing() {
    try (Fixture fixture = Fixture.open("types.h5")) {
      assertThat(fixture.values("refused/good")).isEqualTo("[0, 1, 2]");
    }
  }
}
