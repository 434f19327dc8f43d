package dev.espalier.example.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.example.gauge.GaugeSchemas;
import dev.espalier.model.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** A sound hierarchy that is given a mistake has one finding, where the mistake is. */
class MutationTest {
  private static final int PAIRS = 300;
  private static final List<Mutations.Mutation> ALL = Mutations.ofTheGauge();

  @Test
  void oneMistakeIsOneFindingAtItsNode() {
    assertThat(ALL).hasSizeGreaterThanOrEqualTo(60);
    SoftAssertions softly = new SoftAssertions();
    for (Mutations.Mutation mutation : ALL) {
      List<Finding> found = findings(mutation.changes());
      softly
          .assertThat(found)
          .as("%s%n%s", mutation.changes(), FindingLines.of(found))
          .singleElement()
          .satisfies(
              finding -> {
                assertThat(finding.node().toString()).isEqualTo(mutation.node());
                assertThat(mutation.rules()).contains(finding.rule().id());
                assertThat(finding.expected()).isPresent();
                assertThat(finding.found()).isPresent();
                assertThat(finding.fix()).isPresent();
              });
    }
    softly.assertAll();
  }

  @Test
  void twoMistakesThatLieApartAreTwoFindings() {
    Random random = new Random(42);
    SoftAssertions softly = new SoftAssertions();
    for (int i = 0; i < PAIRS; i++) {
      Mutations.Mutation first = ALL.get(random.nextInt(ALL.size()));
      Mutations.Mutation second = ALL.get(random.nextInt(ALL.size()));
      if (!first.isApartFrom(second)) {
        continue;
      }
      List<String> changes =
          Stream.concat(first.changes().stream(), second.changes().stream()).toList();
      List<Finding> found = findings(changes);
      List<String> nodes = new ArrayList<>(List.of(first.node(), second.node()));
      softly
          .assertThat(found.stream().map(finding -> finding.node().toString()))
          .as("%s%n%s", changes, FindingLines.of(found))
          .containsExactlyInAnyOrderElementsOf(nodes);
    }
    softly.assertAll();
  }

  private static List<Finding> findings(List<String> changes) {
    return GoldenFindingsTest.findings(
        GaugeSchemas.VERSION_2_0,
        SeededTree.of(GoldenCase.folder().resolve("gauge.json"), changes));
  }
}
