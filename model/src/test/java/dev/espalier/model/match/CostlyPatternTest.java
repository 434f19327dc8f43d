package dev.espalier.model.match;

import static dev.espalier.model.declare.Declare.array;
import static dev.espalier.model.declare.Declare.choice;
import static dev.espalier.model.declare.Declare.everyOther;
import static dev.espalier.model.declare.Declare.group;
import static dev.espalier.model.declare.Declare.string;
import static dev.espalier.model.match.Trees.told;
import static dev.espalier.model.match.Trees.tree;
import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.model.declare.GroupDeclaration;
import dev.espalier.model.declare.NodeDeclaration;
import dev.espalier.model.finding.Finding;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.schema.value.ValueSchema;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A pattern may take exponentially many steps; a pass does not. */
class CostlyPatternTest {
  private static final ValueSchema COSTLY = string().matching("x*x*x*x*x*x*y", "a code");
  private static final String ENDLESS = "x".repeat(60);
  private static final GroupDeclaration CODED =
      group().members(everyOther(), array().attribute("code", COSTLY));

  private static Trees arrays(int count) {
    Trees trees = tree();
    for (int i = 0; i < count; i++) {
      trees.array("a" + i, "int8", 1).attribute("a" + i, "code", JsonValue.of(ENDLESS));
    }
    return trees;
  }

  @Test
  void aTextThatCannotBeDecidedIsTold() {
    Match match = arrays(1).against(CODED);
    assertThat(told(match))
        .containsExactly(
            "attribute.pattern at /a0: \"code\" cannot be held to its pattern: that would take too"
                + " many steps");
    assertThat(match.isValid()).isFalse();
  }

  @Test
  void beyondWhatAPassMayTakeTheTextsLeftOverAreCounted() {
    int count = 3_000;
    List<Finding> findings = arrays(count).against(CODED).findings();
    long undecided =
        findings.stream().filter(f -> f.rule().id().equals("attribute.pattern")).count();
    Finding last = findings.get(findings.size() - 1);
    assertThat(undecided).isBetween(50L, 200L);
    assertThat(findings).hasSize((int) undecided + 1);
    assertThat(last.rule().id()).isEqualTo("rule.checked");
    assertThat(last.node()).hasToString("/");
    assertThat(last.message())
        .isEqualTo(
            count
                - undecided
                + " texts were not held to their patterns, the first of them \"code\" of /a"
                + undecided);
    assertThat(last.expected()).contains("patterns that are decided in few steps");
    assertThat(last.found()).contains("patterns that took 10,000,000 steps in all");
    assertThat(last.fix()).contains("simplify the pattern x*x*x*x*x*x*y");
  }

  @Test
  void textsThatAreDecidedInFewStepsAreCheckedHoweverManyOthersAreNot() {
    Match match =
        arrays(300)
            .array("z0", "int8", 1)
            .attribute("z0", "code", JsonValue.of("xxy"))
            .array("z1", "int8", 1)
            .attribute("z1", "code", JsonValue.of("z"))
            .against(CODED);
    assertThat(told(match)).contains("attribute.pattern at /z1: \"code\" is \"z\", not a code");
    assertThat(match.findings()).noneMatch(finding -> finding.node().toString().equals("/z0"));
  }

  @Test
  void whatAnAlternativeLeftOverThatWasNotChosenIsNotCounted() {
    NodeDeclaration either =
        choice()
            .or("coded", array().attribute("code", COSTLY).attribute("kind", string().oneOf("a")))
            .or("plain", array().attribute("kind", string().oneOf("b")));
    Trees trees = arrays(300);
    for (int i = 0; i < 300; i++) {
      trees.attribute("a" + i, "kind", JsonValue.of("b"));
    }
    assertThat(trees.against(group().members(everyOther(), either)).findings()).isEmpty();
  }
}
