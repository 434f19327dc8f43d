package dev.espalier.model.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.model.finding.Finding;
import dev.espalier.model.finding.Level;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.node.GroupSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class SiblingNamesTest {
  @Test
  void namesThatLookAlikeAreFoundInEachGroupAndNotAcrossGroups() {
    GroupSpec inner =
        GroupSpec.builder()
            .putMember("caf\u00e9", GroupSpec.empty())
            .putMember("cafe\u0301", GroupSpec.empty())
            .putMember("DATA", GroupSpec.empty())
            .build();
    GroupSpec hierarchy =
        GroupSpec.builder()
            .putMember("data", GroupSpec.empty())
            .putMember("Inner", inner)
            .putMember("inner", GroupSpec.empty())
            .build();

    List<Finding> findings = SiblingNames.check(hierarchy);

    assertThat(findings.stream().map(f -> f.rule().id() + " " + f.node() + ": " + f.message()))
        .containsExactly(
            "hierarchy.names.case /inner: the name differs from its sibling \"Inner\" only in upper"
                + " and lower case",
            "hierarchy.names.normalization /Inner/cafe\u0301: the name differs from its sibling"
                + " \"caf\u00e9\" only in how characters are composed");
    assertThat(findings).allMatch(finding -> finding.fix().isPresent());
    assertThat(findings.stream().map(Finding::rule))
        .containsExactlyElementsOf(SiblingNames.rules());
  }

  @Test
  void theRulesAreRecommendations() {
    assertThat(SiblingNames.rules()).extracting(Rule::level).containsOnly(Level.SHOULD);
    assertThat(SiblingNames.check(GroupSpec.empty())).isEmpty();
  }
}
