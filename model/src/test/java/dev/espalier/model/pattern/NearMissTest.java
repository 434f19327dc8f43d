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

  @ParameterizedTest
  @CsvSource({
    "Latitude, latitude, true",
    "la\u0308nge, l\u00e4nge, true",
    "flagScheme, flag_scheme, true",
    "'flag scheme', flag-scheme, true",
    "sample_rate_of_all, sampleRateOfAll, true",
    "unit, units, true",
    "ids, id, false",
    "tiem, time, true",
    "latitdue, latitude, true",
    "flag_schema, flag_scheme, true",
    "time, tine, false",
    "altitude, latitude, false",
    "wind_v, wind_u, false",
    "windV, windU, false",
    "laititdue, latitude, false",
    "flog_schema, flag_scheme, false",
    "run_1_0, run_10, false",
    "run_2, run_1, false"
  })
  void namesAreVeryNearIfTheyCanHardlyMeanAnythingElse(String name, String meant, boolean near) {
    assertThat(NearMiss.isVeryNear(name, meant)).isEqualTo(near);
  }
}
