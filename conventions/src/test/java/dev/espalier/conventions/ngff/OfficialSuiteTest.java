package dev.espalier.conventions.ngff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.conventions.ngff.OfficialSuite.Case;
import dev.espalier.json.JsonSchemaChecker;
import dev.espalier.model.finding.Finding;
import dev.espalier.model.finding.Level;
import dev.espalier.model.finding.Profile;
import dev.espalier.model.finding.Report;
import dev.espalier.model.finding.Rule;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The verdicts of the authors of OME-NGFF, on their own cases. */
class OfficialSuiteTest {
  static Stream<Case> lenient() {
    return OfficialSuite.cases("image_suite.json");
  }

  static Stream<Case> strict() {
    return OfficialSuite.cases("strict_image_suite.json");
  }

  static Stream<Case> all() {
    return Stream.concat(lenient(), strict());
  }

  @Test
  void allCasesAreThere() {
    assertThat(lenient().filter(Case::valid)).hasSize(5);
    assertThat(lenient().filter(published -> !published.valid())).hasSize(23);
    assertThat(strict().filter(Case::valid)).hasSize(5);
    assertThat(strict()).hasSize(5);
  }

  @ParameterizedTest
  @MethodSource("all")
  void theSchemaProfileGivesThePublishedVerdict(Case published) {
    Report report = new Report(Profile.SCHEMA, published.check());

    assertThat(report.isValid()).as("%s", report.findings()).isEqualTo(published.valid());
  }

  @ParameterizedTest
  @MethodSource("all")
  void recommendationsOfTheSchemaAreThoseOfItsStrictVariant(Case published) {
    JsonSchemaChecker strict = OfficialSuite.schema("strict_image.schema");
    List<Rule> demanded =
        published.check().stream()
            .map(Finding::rule)
            .filter(rule -> rule.origin() == Rule.Origin.SCHEMA && rule.level() != Level.MAY)
            .toList();

    assertThat(demanded.isEmpty())
        .as("%s", demanded)
        .isEqualTo(strict.check(published.attributes()).isEmpty());
  }

  /** How many mistakes a case makes, where it is more than one. */
  private static final Map<String, Integer> MISTAKES =
      Map.of(
          // Neither of the two axes has a name.
          "invalid/missing_axes_name.json", 2,
          // The one element of a scale is no number, and one element is too few.
          "invalid/invalid_multiscales_transformations.json", 2);

  @ParameterizedTest
  @MethodSource("all")
  void everyMistakeIsOneFinding(Case published) {
    int mistakes = published.valid() ? 0 : MISTAKES.getOrDefault(published.name(), 1);

    assertThat(new Report(Profile.SCHEMA, published.check()).findings())
        .filteredOn(finding -> finding.rule().level() == Level.MUST)
        .as("%s", published.attributes())
        .hasSize(mistakes);
  }

  @ParameterizedTest
  @MethodSource("all")
  void theExportedSchemaGivesThePublishedVerdict(Case published) {
    JsonSchemaChecker exported = JsonSchemaChecker.of(new NgffImage05().jsonSchema());

    assertThat(exported.check(ExportedSchemaTest.document(published.attributes())).isEmpty())
        .isEqualTo(published.valid());
  }
}
