package dev.espalier.model.match;

import static dev.espalier.model.declare.Declare.array;
import static dev.espalier.model.declare.Declare.convention;
import static dev.espalier.model.declare.Declare.dependingOn;
import static dev.espalier.model.declare.Declare.group;
import static dev.espalier.model.declare.Declare.number;
import static dev.espalier.model.declare.Declare.object;
import static dev.espalier.model.declare.Declare.reference;
import static dev.espalier.model.declare.Declare.required;
import static dev.espalier.model.declare.Declare.string;
import static dev.espalier.model.declare.Declare.template;
import static dev.espalier.model.match.Trees.told;
import static dev.espalier.model.match.Trees.tree;
import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.model.declare.GroupDeclaration;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.schema.Schema;
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

  @Test
  void aMisspeltNameThatTwoRulesMissIsToldOnce() {
    GroupDeclaration flagged =
        group()
            .optionalMember("level", array())
            .optionalMember("flags", array())
            .exactlyOne("level", "other")
            .requires("flags", "level")
            .optionalMember("other", array());
    Match match = tree().array("flags", "int8", 1).array("levle", "int8", 1).against(flagged);
    assertThat(told(match)).hasSize(1);
    assertThat(match.findings().get(0).fix()).contains("rename \"levle\" to \"level\"");
  }

  @Test
  void aReferenceThroughAMisspeltGroupFurtherDownIsToldOnce() {
    GroupDeclaration station =
        group()
            .attribute("latest", string().referringTo("series"))
            .member("north", group().member("series", reference("series")));
    Schema schema =
        convention("test", "1")
            .root(station)
            .define("series", array().attribute("unit", string()))
            .build();
    Match match =
        tree()
            .attribute("/", "latest", JsonValue.of("north/series"))
            .array("north/seires", "int8", 1)
            .attribute("north/seires", "unit", JsonValue.of("m"))
            .against(schema);
    assertThat(told(match)).hasSize(1);
    assertThat(match.findings().get(0).edits()).hasSize(1);
  }

  @Test
  void aMisspeltNameOfTheFieldThatDecidesHidesNothingOfItsCase() {
    GroupDeclaration scaled =
        group()
            .attribute(
                "transform",
                dependingOn("type")
                    .when("scale", object(required("factor", number())))
                    .when("shift", object(required("offset", number()))));
    assertThat(
            told(
                tree()
                    .attribute("/", "transform", JsonObject.of("tpye", JsonValue.of("scale")))
                    .against(scaled)))
        .containsExactly(
            "attribute.missing at /: \"transform\" has no \"type\"",
            "attribute.missing at /: \"transform\" has no \"factor\"");
  }

  @Test
  void oneThingThatIsWrongWithATextIsEnoughToKnow() {
    GroupDeclaration coded =
        group().attribute("code", string().matching("[A-Z]+", "capital letters").oneOf("A", "B"));
    assertThat(told(tree().attribute("/", "code", JsonValue.of("99")).against(coded)))
        .singleElement()
        .asString()
        .startsWith("attribute.pattern at /");
  }
}
