package dev.espalier.example.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.model.data.ArraySource;
import dev.espalier.model.elements.ElementCheck;
import dev.espalier.model.finding.Finding;
import dev.espalier.model.match.Match;
import dev.espalier.model.match.Matcher;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.schema.Schema;
import dev.espalier.model.tree.SiblingNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One mistake, one finding, in words that help: held by files that name the mistakes they seed.
 *
 * <p>After a change of words that is meant, {@code -Despalier.updateGolden=true} writes the
 * findings anew; whoever does so reads every line that changed as its user will.
 */
class GoldenFindingsTest {
  static List<String> names() {
    return GoldenCase.all().stream().map(GoldenCase::name).toList();
  }

  @ParameterizedTest
  @MethodSource("names")
  void theSeededMistakesAreFoundAndNothingElse(String name) {
    GoldenCase golden = GoldenCase.read(GoldenCase.folder().resolve(name + ".txt"));
    List<Finding> found = findings(golden.schema(), golden.tree());
    String told = FindingLines.of(found);
    if (Boolean.getBoolean("espalier.updateGolden")) {
      golden.rewrite(told);
      return;
    }
    assertThat(found.stream().map(finding -> finding.rule().id()))
        .as("rules that %s breaks:%n%s", name, told)
        .containsExactlyInAnyOrderElementsOf(golden.breaks());
    assertThat(told).isEqualTo(golden.findings());
  }

  @ParameterizedTest
  @ValueSource(strings = {"gauge", "csr", "ragged", "log", "image"})
  void theSoundHierarchiesAreSound(String of) {
    SeededTree sound = SeededTree.of(GoldenCase.folder().resolve(of + ".json"), List.of());
    assertThat(FindingLines.of(findings(GoldenSchemas.named(of), sound))).isEmpty();
  }

  @Test
  void thereAreEnoughOfEachSort() {
    List<GoldenCase> all = GoldenCase.all();
    assertThat(all).hasSizeGreaterThanOrEqualTo(40);
    assertThat(all.stream().filter(golden -> golden.breaks().size() == 2).count())
        .as("files with two mistakes")
        .isGreaterThanOrEqualTo(10);
    assertThat(
            all.stream()
                .flatMap(golden -> findings(golden.schema(), golden.tree()).stream())
                .filter(finding -> finding.node().depth() >= 3)
                .count())
        .as("findings three levels deep")
        .isGreaterThanOrEqualTo(10);
  }

  /** What is wrong with a hierarchy, and with its elements where they are given. */
  static List<Finding> findings(Schema schema, SeededTree tree) {
    NodeSpec hierarchy = tree.hierarchy();
    Match match = Matcher.of(schema).match(hierarchy, NodePath.root());
    List<Finding> findings = new ArrayList<>(match.findings());
    findings.addAll(SiblingNames.check(hierarchy));
    Map<NodePath, ArraySource> elements = tree.elements();
    ElementCheck check =
        ElementCheck.of(
            match.elementDemands().stream()
                .filter(demand -> elements.containsKey(demand.array()))
                .toList());
    findings.addAll(check.findings(path -> Objects.requireNonNull(elements.get(path))));
    return findings;
  }
}
