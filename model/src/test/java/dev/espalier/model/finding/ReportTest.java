package dev.espalier.model.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.path.NodePath;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportTest {
  @ParameterizedTest
  @CsvSource({
    "SCHEMA, MUST, SCHEMA, error",
    "SCHEMA, SHOULD, SCHEMA, warning",
    "SCHEMA, MUST, TEXT, ",
    "SCHEMA, SHOULD, ADVICE, ",
    "SPEC, MUST, SCHEMA, error",
    "SPEC, MUST, TEXT, error",
    "SPEC, SHOULD, TEXT, warning",
    "SPEC, MAY, TEXT, info",
    "SPEC, SHOULD, ADVICE, warning",
    "STRICT, MUST, TEXT, error",
    "STRICT, SHOULD, TEXT, error",
    "STRICT, SHOULD, ADVICE, error",
    "STRICT, MAY, TEXT, info",
  })
  void theProfileDecidesHowSevereABrokenRuleIs(
      Profile profile, Level level, Rule.Origin origin, String severity) {
    assertThat(profile.severityOf(rule(level, origin)).map(Severity::toString).orElse(null))
        .isEqualTo(severity);
  }

  @Test
  void aReportHoldsOnlyWhatCounts() {
    List<Finding> findings =
        List.of(
            finding(Level.MUST, Rule.Origin.TEXT),
            finding(Level.SHOULD, Rule.Origin.SCHEMA),
            finding(Level.MAY, Rule.Origin.SCHEMA));

    assertThat(new Report(Profile.SPEC, findings).findings()).isEqualTo(findings);
    assertThat(new Report(Profile.SCHEMA, findings).findings()).isEqualTo(findings.subList(1, 3));
  }

  @Test
  void onlyErrorsMakeAReportInvalid() {
    Finding must = finding(Level.MUST, Rule.Origin.TEXT);
    Finding should = finding(Level.SHOULD, Rule.Origin.TEXT);

    assertThat(new Report(Profile.SPEC, List.of()).isValid()).isTrue();
    assertThat(new Report(Profile.SPEC, List.of(should)).isValid()).isTrue();
    assertThat(new Report(Profile.STRICT, List.of(should)).isValid()).isFalse();
    assertThat(new Report(Profile.SPEC, List.of(should, must)).isValid()).isFalse();
    assertThat(new Report(Profile.SCHEMA, List.of(must)).isValid()).isTrue();
    assertThat(new Report(Profile.SPEC, List.of(must)).severityOf(must)).isEqualTo(Severity.ERROR);
  }

  @Test
  void aProfileIsFoundByItsWord() {
    assertThat(Profile.withId("strict")).contains(Profile.STRICT);
    assertThat(Profile.withId("STRICT")).isEmpty();
    assertThat(Profile.SCHEMA.id()).isEqualTo("schema");
  }

  @Test
  void aFindingMayLeaveOutWhatIsNotKnown() {
    Finding finding = finding(Level.MUST, Rule.Origin.TEXT);

    assertThat(finding.pointer()).isEqualTo(JsonPointer.root());
    assertThat(finding.expected()).isEmpty();
    assertThat(finding.found()).isEmpty();
    assertThat(finding.fix()).isEmpty();
  }

  private static Finding finding(Level level, Rule.Origin origin) {
    return Finding.builder()
        .rule(rule(level, origin))
        .node(NodePath.root())
        .message("it is so")
        .build();
  }

  private static Rule rule(Level level, Rule.Origin origin) {
    return new Rule("test.rule", level, origin, "It shall not be so.");
  }
}
