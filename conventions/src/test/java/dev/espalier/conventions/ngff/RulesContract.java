package dev.espalier.conventions.ngff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.espalier.model.convention.Convention;
import dev.espalier.model.convention.Conventions;
import dev.espalier.model.finding.Finding;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every rule of a convention, broken by one mistake in a plate that is valid otherwise: exactly one
 * finding, whatever else the nodes of the plate follow.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RulesContract {
  static final PlateFixture VALID = PlateFixture.valid();

  private final Convention convention;
  private final NodePath at;

  /**
   * Holds a convention to the contract.
   *
   * @param at the node of the plate that follows it
   */
  RulesContract(Convention convention, String at) {
    this.convention = convention;
    this.at = NodePath.parse(at);
  }

  /**
   * A mistake.
   *
   * @param rule the id of the rule that it breaks
   * @param node where the finding has to be
   * @param pointer where in the metadata document of the node
   * @param plate the plate with the mistake
   */
  record Mistake(String rule, String node, String pointer, PlateFixture plate) {
    /** The same mistake, found elsewhere in the node than where it was made. */
    Mistake at(String place) {
      return new Mistake(rule, node, "/attributes/ome" + place, plate);
    }

    @Override
    public String toString() {
      return rule + " at " + node + " " + pointer;
    }
  }

  Mistake set(String rule, String pointer, String value) {
    return in(rule, pointer, VALID.set(at.toString(), "/ome" + pointer, value));
  }

  Mistake remove(String rule, String pointer) {
    return in(rule, pointer, VALID.remove(at.toString(), "/ome" + pointer));
  }

  Mistake in(String rule, String pointer, PlateFixture plate) {
    return new Mistake(rule, at.toString(), "/attributes/ome" + pointer, plate);
  }

  abstract Stream<Mistake> mistakes();

  /** Plates without any mistake. */
  abstract Stream<PlateFixture> valid();

  @Test
  void aValidPlateHasNoFindings() {
    assertThat(all(VALID)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void oneMistakeIsOneFinding(Mistake mistake) {
    Set<Finding> findings = all(mistake.plate());

    assertThat(findings)
        .extracting(f -> f.rule().id(), f -> f.node().toString(), f -> f.pointer().toString())
        .containsExactly(tuple(mistake.rule(), mistake.node(), mistake.pointer()));
    assertThat(findings)
        .allSatisfy(
            finding -> {
              assertThat(finding.message()).isNotBlank();
              assertThat(finding.expected()).isPresent();
              assertThat(finding.found()).isPresent();
              assertThat(finding.fix()).isPresent();
            });
  }

  @ParameterizedTest
  @MethodSource("valid")
  void whatIsRightHasNoFinding(PlateFixture plate) {
    assertThat(all(plate)).isEmpty();
  }

  @Test
  void everyRuleHasAMistakeThatBreaksIt() {
    Set<String> broken = mistakes().map(Mistake::rule).collect(Collectors.toSet());
    assertThat(convention.rules()).extracting(Rule::id).doesNotHaveDuplicates();
    assertThat(convention.rules()).extracting(Rule::id).isSubsetOf(broken);
  }

  /** To write the texts anew after a change that is meant, run with -Despalier.updateTexts=true. */
  @Test
  void everyFindingReadsAsAgreedOn() throws IOException {
    List<String> texts = new ArrayList<>();
    mistakes()
        .flatMap(mistake -> all(mistake.plate()).stream())
        .forEach(finding -> texts.addAll(spelled(finding)));
    String file = convention.id().name().replace(':', '-') + "-findings.txt";
    Path agreed =
        Path.of(System.getProperty("espalier.root"))
            .resolve("conventions/src/test/resources")
            .resolve(file);
    if (Boolean.getBoolean("espalier.updateTexts")) {
      Files.write(agreed, texts);
    }

    assertThat(texts).isEqualTo(Files.readAllLines(agreed));
  }

  /** A finding as the files of agreed texts have it. */
  static List<String> spelled(Finding finding) {
    return List.of(
        finding.rule().id() + " " + finding.rule().level(),
        "  at       " + finding.node() + " " + finding.pointer(),
        "  message  " + finding.message(),
        "  expected " + finding.expected().orElse(""),
        "  found    " + finding.found().orElse(""),
        "  fix      " + finding.fix().orElse(""),
        "");
  }

  /** What this convention finds at its node, and every convention at the nodes that declare it. */
  private Set<Finding> all(PlateFixture plate) {
    NodeSpec tree = plate.hierarchy();
    Set<Finding> findings = new LinkedHashSet<>();
    if (tree.find(at).isPresent()) {
      findings.addAll(convention.check(tree, at));
    }
    Conventions conventions = Conventions.load();
    tree.walk(
        (path, node) ->
            conventions
                .declaredAt(tree, path)
                .forEach(found -> findings.addAll(found.convention().check(tree, path))));
    return findings;
  }
}
