package dev.espalier.conventions.ngff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.model.finding.Finding;
import dev.espalier.model.path.NodePath;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A number of few characters can stand for more digits than the memory holds. */
class HugeNumbersTest {
  private static final PlateFixture VALID = PlateFixture.valid();

  static Stream<Arguments> numbers() {
    return Stream.of(
            "/plate/field_count",
            "/plate/acquisitions/1/id",
            "/plate/acquisitions/1/maximumfieldcount",
            "/plate/acquisitions/0/starttime",
            "/plate/acquisitions/0/endtime",
            "/plate/wells/1/rowIndex",
            "/plate/wells/1/columnIndex")
        .flatMap(
            place ->
                Stream.of(
                        "1e9999999",
                        "1e999999999",
                        "1e99999999999",
                        "-1e999999999",
                        "1e-999999999",
                        "1e20")
                    .map(number -> Arguments.of(place, number)));
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void findingsOnThemAreMadeAndShort(String place, String number) {
    assertIsShort(check(VALID.set("/", "/ome" + place, number)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e9999999", "1e99999999", "1e999999999", "-1e999999999"})
  void noAcquisitionHasSuchANumber(String number) {
    List<Finding> findings = check(VALID.set("/B/2", "/ome/well/images/1/acquisition", number));

    assertThat(findings)
        .extracting(finding -> finding.rule().id())
        .containsExactly("ngff.plate.images.acquisition.known");
    assertIsShort(findings);
  }

  @ParameterizedTest
  @CsvSource({
    "rowIndex, 1e999999999",
    "rowIndex, 1e20",
    "columnIndex, 1e999999999",
    "columnIndex, 18446744073709551616"
  })
  void noWellIsAtSuchAPlace(String index, String number) {
    assertThat(check(VALID.set("/", "/ome/plate/wells/1/" + index, number)))
        .extracting(finding -> finding.rule().id())
        .contains("ngff.plate.wells.place");
  }

  private static void assertIsShort(List<Finding> findings) {
    assertThat(findings)
        .allSatisfy(
            finding -> {
              assertThat(finding.rule().id()).isNotEqualTo("rule.checked");
              assertThat(finding.message()).hasSizeLessThan(300);
            });
  }

  private static List<Finding> check(PlateFixture plate) {
    return new ArrayList<>(new NgffPlate05().check(plate.hierarchy(), NodePath.root()));
  }
}
