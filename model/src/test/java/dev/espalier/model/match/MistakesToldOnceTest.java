package dev.espalier.model.match;

import static dev.espalier.model.declare.Declare.array;
import static dev.espalier.model.declare.Declare.group;
import static dev.espalier.model.declare.Declare.string;
import static dev.espalier.model.declare.Declare.template;
import static dev.espalier.model.match.Trees.told;
import static dev.espalier.model.match.Trees.tree;
import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.model.declare.GroupDeclaration;
import dev.espalier.model.json.JsonValue;
import org.junit.jupiter.api.Test;

class MistakesToldOnceTest {
  @Test
  void aNeededMemberThatIsMissedAnywayIsMissedOnce() {
    GroupDeclaration flagged =
        group()
            .member("level", array())
            .attribute("scheme", string())
            .members(1, template("s{n}"), array())
            .optionalMember("flags", array())
            .requires("flags", "level", "@scheme", "s{n}");
    assertThat(told(tree().array("flags", "int8", 1).against(flagged)))
        .containsExactly(
            "attribute.missing at /: / has no attribute \"scheme\"",
            "member.missing at /: / has no member \"level\"",
            "member.count at /: / has 0 members named s{n}, not at least 1");
  }

  @Test
  void whatNothingElseMissesIsNamedAlone() {
    GroupDeclaration flagged =
        group()
            .member("level", array())
            .optionalMember("mask", array())
            .optionalMember("flags", array())
            .requires("flags", "level", "mask");
    assertThat(told(tree().array("flags", "int8", 1).against(flagged)))
        .containsExactly(
            "member.missing at /: / has no member \"level\"",
            "group.requires at /: / has \"flags\" without \"mask\"");
  }

  @Test
  void aRecommendationDoesNotStandForADemand() {
    GroupDeclaration flagged =
        group()
            .recommendedMember("level", array())
            .optionalMember("flags", array())
            .requires("flags", "level");
    Match match = tree().array("flags", "int8", 1).against(flagged);
    assertThat(told(match))
        .containsExactly(
            "member.recommended at /: / has no member \"level\"",
            "group.requires at /: / has \"flags\" without \"level\"");
    assertThat(match.isValid()).isFalse();
  }

  @Test
  void aPresentAttributeIsNotMissed() {
    GroupDeclaration named =
        group().attribute("name", string()).member("a", array()).requires("a", "@name");
    assertThat(
            tree()
                .attribute("/", "name", JsonValue.of("x"))
                .array("a", "int8", 1)
                .against(named)
                .findings())
        .isEmpty();
  }
}
