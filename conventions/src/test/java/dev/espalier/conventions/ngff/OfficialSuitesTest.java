package dev.espalier.conventions.ngff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.espalier.conventions.ngff.OfficialSuite.Case;
import dev.espalier.json.JsonSchemaChecker;
import dev.espalier.model.convention.Convention;
import dev.espalier.model.finding.Finding;
import dev.espalier.model.finding.Level;
import dev.espalier.model.finding.Profile;
import dev.espalier.model.finding.Report;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.node.Attributes;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.path.NodePath;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The verdicts of the authors of OME-NGFF on label images, plates and wells. */
class OfficialSuitesTest {
  /** Published as a mistake, though the published schema does not see it: only the text does. */
  private static final String TEXT_ONLY = "plate/well_path_has_column_before_row";

  /** How many mistakes a case makes, where it is more than one. */
  private static final Map<String, Integer> MISTAKES =
      Map.of(
          // The path has one name, and the index of the column is missing.
          "plate/well_1group", 2,
          // The path has three names, and the index of the column is missing.
          "plate/well_3groups", 2,
          // The name stands in the list of columns and in the path of a well.
          "plate/non_alphanumeric_column", 2);

  /**
   * A published case and those who judge it.
   *
   * @param kind the schema's name
   * @param strict whether the strict variant of the schema is meant
   * @param convention the convention here
   * @param published the case
   */
  private record Trial(String kind, boolean strict, Convention convention, Case published) {
    List<Finding> check() {
      return OfficialSuite.findings(convention, published.attributes());
    }

    @Override
    public String toString() {
      return kind + ": " + published;
    }
  }

  static Stream<Trial> trials() {
    return Stream.of(
            trials("label", new NgffImageLabel05()),
            trials("plate", new NgffPlate05()),
            trials("well", new NgffWell05()))
        .flatMap(trials -> trials);
  }

  static Stream<Trial> seenBySchema() {
    return trials().filter(trial -> !trial.published().name().equals(TEXT_ONLY));
  }

  private static Stream<Trial> trials(String kind, Convention convention) {
    return Stream.of(false, true)
        .flatMap(
            strict ->
                OfficialSuite.cases((strict ? "strict_" : "") + kind + "_suite.json")
                    .map(published -> new Trial(kind, strict, convention, published)));
  }

  @Test
  void allCasesAreThere() {
    assertThat(trials().filter(trial -> trial.published().valid())).hasSize(11);
    assertThat(trials().filter(trial -> !trial.published().valid())).hasSize(42);
  }

  @ParameterizedTest
  @MethodSource("seenBySchema")
  void theSchemaProfileGivesTheVerdictOfThePublishedSchema(Trial trial) {
    JsonSchemaChecker lenient = OfficialSuite.schema(trial.kind() + ".schema");
    Report report = new Report(Profile.SCHEMA, trial.check());

    assertThat(report.isValid())
        .as("%s", report.findings())
        .isEqualTo(lenient.check(trial.published().attributes()).isEmpty());
  }

  @ParameterizedTest
  @MethodSource("seenBySchema")
  void recommendationsOfTheSchemaAreThoseOfItsStrictVariant(Trial trial) {
    JsonSchemaChecker strict = OfficialSuite.schema("strict_" + trial.kind() + ".schema");
    List<Rule> demanded =
        trial.check().stream()
            .map(Finding::rule)
            .filter(rule -> rule.origin() == Rule.Origin.SCHEMA && rule.level() != Level.MAY)
            .toList();

    assertThat(demanded.isEmpty())
        .as("%s", demanded)
        .isEqualTo(strict.check(trial.published().attributes()).isEmpty());
  }

  @ParameterizedTest
  @MethodSource("seenBySchema")
  void everyCaseHasTheVerdictOfItsAuthors(Trial trial) {
    List<Finding> found =
        new Report(Profile.SCHEMA, trial.check())
            .findings().stream()
                .filter(finding -> trial.strict() || finding.rule().level() == Level.MUST)
                .toList();

    assertThat(found)
        .hasSize(
            trial.published().valid() ? 0 : MISTAKES.getOrDefault(trial.published().name(), 1));
  }

  @ParameterizedTest
  @MethodSource("seenBySchema")
  void theExportedSchemaGivesTheVerdictOfThePublishedSchema(Trial trial) {
    JsonSchemaChecker exported = JsonSchemaChecker.of(trial.convention().jsonSchema());
    JsonSchemaChecker lenient = OfficialSuite.schema(trial.kind() + ".schema");

    assertThat(exported.check(ExportedSchemaTest.document(asImage(trial))).isEmpty())
        .isEqualTo(lenient.check(trial.published().attributes()).isEmpty());
  }

  /** The text wants a label image to be an image, and the export says that too. */
  private static JsonObject asImage(Trial trial) {
    JsonObject attributes = trial.published().attributes();
    return trial.kind().equals("label")
        ? JsonEdit.set(attributes, "/ome/multiscales", "[]")
        : attributes;
  }

  @Test
  void whatOnlyTheTextForbidsIsFoundWhereTheWellIsThere() {
    Case published =
        OfficialSuite.cases("plate_suite.json")
            .filter(candidate -> candidate.name().equals(TEXT_ONLY))
            .findFirst()
            .orElseThrow();
    GroupSpec plate =
        GroupSpec.empty()
            .withAttributes(Attributes.of(published.attributes()))
            .withMemberAt(
                NodePath.parse("/1/A"),
                ImageFixture.group("{\"ome\": {\"version\": \"0.5\", \"well\": {}}}"));

    assertThat(new NgffPlate05().check(plate, NodePath.root()))
        .filteredOn(finding -> finding.rule().level() == Level.MUST)
        .extracting(Finding::rule, Finding::message)
        .containsExactly(
            tuple(
                PlateRules.WELL_PLACE,
                "the path is not that of the row and column that the well states"));
  }
}
