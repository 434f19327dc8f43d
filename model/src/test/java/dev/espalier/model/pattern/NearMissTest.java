package dev.espalier.model.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearMissTest {
  @ParameterizedTest
  @CsvSource({
    "verison, version, true",
    "Version, version, true",
    "VERSION, version, true",
    "versions, version, true",
    "vrsn, version, false",
    "axis, axes, true",
    "name, axes, false",
    "type, types, true",
    "x, y, false",
    "X, x, true",
    "'', x, false",
    "'', axes, false",
    "coordinateTransformation, coordinateTransformations, true"
  })
  void namesAreNearIfFewTypingErrorsLieBetween(String name, String meant, boolean near) {
    assertThat(NearMiss.isNear(name, meant)).isEqualTo(near);
  }
}
