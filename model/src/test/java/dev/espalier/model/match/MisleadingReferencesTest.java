package dev.espalier.model.match;

import static dev.espalier.model.declare.Declare.array;
import static dev.espalier.model.declare.Declare.group;
import static dev.espalier.model.declare.Declare.reference;
import static dev.espalier.model.declare.Declare.string;
import static dev.espalier.model.declare.Declare.template;
import static dev.espalier.model.match.Trees.told;
import static dev.espalier.model.match.Trees.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.model.declare.Declare;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.finding.Finding;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.schema.Schema;
import org.junit.jupiter.api.Test;

/** References that lead to a node which is, by its own declaration, something else. */
class MisleadingReferencesTest {
  private static final Schema STATION =
      Declare.convention("test", "1")
          .root(
              group()
                  .optional("latest", string().referringTo("visit"))
                  .optional("clock", string().referringTo("clock"))
                  .optionalMember("values", array().types("float32"))
                  .optionalMember("time", reference("clock"))
                  .members(template("visit_{n}"), reference("visit")))
          .define("clock", array().types("int64"))
          .define(
              "visit",
              group()
                  .attribute("begin", string())
                  .attribute("end", string())
                  .optional("clock", string().referringTo("clock"))
                  .optional("up", string().referringTo("visit"))
                  .optionalMember("tides", group().optional("model", string())))
          .build();

  private static Trees station() {
    return tree()
        .array("/values", "float32", 3)
        .array("/time", "int64", 3)
        .attribute("/visit_1", "begin", JsonValue.of("a"))
        .attribute("/visit_1", "end", JsonValue.of("b"))
        .group("/visit_1/tides");
  }

  private static Trees referring(String path, String attribute, String text) {
    return station().attribute(path, attribute, JsonValue.of(text));
  }

  @Test
  void aGroupThatIsDeclaredAsSomethingElseIsInnocent() {
    Match match = referring("/", "latest", "visit_1/tides").against(STATION);
    assertThat(told(match))
        .containsExactly(
            "reference.target at /: \"latest\" leads to /visit_1/tides, which does not fit"
                + " \"visit\": /visit_1/tides has no attribute \"begin\"");
    Finding finding = match.findings().get(0);
    assertThat(finding.expected())
        .contains("the path of a group that fits \"visit\", relative to /");
    assertThat(finding.found()).contains("the path of a group that is declared as something else");
    assertThat(finding.fix()).contains("name another node");
  }

  @Test
  void anArrayThatIsDeclaredWithAnotherTypeIsInnocent() {
    assertThat(told(referring("/", "clock", "values").against(STATION)))
        .containsExactly(
            "reference.target at /: \"clock\" leads to /values, which does not fit \"clock\":"
                + " the data type of /values is float32, not int64");
    assertThat(told(referring("/visit_1", "clock", "../values").against(STATION)))
        .containsExactly(
            "reference.target at /visit_1: \"clock\" leads to /values, which does not fit"
                + " \"clock\": the data type of /values is float32, not int64");
  }

  @Test
  void everyReferenceThatMisleadsIsTold() {
    assertThat(
            told(
                referring("/", "clock", "values")
                    .attribute("/visit_1", "clock", JsonValue.of("../values"))
                    .against(STATION)))
        .hasSize(2)
        .allMatch(line -> line.startsWith("reference.target"));
  }

  @Test
  void aMistakeOfTheNodeItselfIsToldOnceAndThere() {
    assertThat(told(referring("/", "clock", "time").array("/time", "int32", 3).against(STATION)))
        .containsExactly("array.data-type at /time: the data type of /time is int32, not int64");
    assertThat(told(referring("/", "clock", "values").array("/values", "int8", 3).against(STATION)))
        .containsExactly(
            "array.data-type at /values: the data type of /values is int8, not float32");
  }

  @Test
  void whatFitsBothIsSound() {
    assertThat(told(referring("/", "clock", "time").against(STATION))).isEmpty();
    assertThat(told(referring("/visit_1", "up", "../visit_1").against(STATION))).isEmpty();
  }

  @Test
  void aPathUpToANodeOfTheWrongKindIsTheMistake() {
    assertThat(told(referring("/visit_1", "clock", "..").against(STATION)))
        .containsExactly(
            "reference.target at /visit_1: \"clock\" leads to /, which is a group, not an array");
    assertThat(told(referring("/visit_1", "up", "../values").against(STATION)))
        .containsExactly(
            "reference.target at /visit_1: \"up\" leads to /values, which is an array, not a"
                + " group");
  }

  @Test
  void aPathUpToAGroupThatIsNoneOfThoseIsTheMistake() {
    assertThat(told(referring("/visit_1", "up", "..").against(STATION)))
        .containsExactly(
            "reference.target at /visit_1: \"up\" leads to /, which does not fit \"visit\":"
                + " / has no attribute \"begin\"");
  }

  @Test
  void aMemberOfTheWrongKindIsToldOfAsTheMemberOnly() {
    assertThat(told(referring("/", "clock", "time").group("/time").against(STATION)))
        .containsExactly("member.kind at /time: /time is a group, not an array");
  }

  @Test
  void nothingIsSaidOfWhatLiesBelowAnUnreadableMember() {
    assertThat(told(referring("/", "clock", "visit_1/t").unreadable("/visit_1").against(STATION)))
        .containsExactly("member.readable at /visit_1: /visit_1 cannot be read: it ends early");
  }

  @Test
  void anUnreadableGroupThatOnlyAReferenceLeadsThroughIsTold() {
    for (String path : new String[] {"extra/t", "extra/t/u"}) {
      assertThat(told(referring("/", "clock", path).unreadable("/extra").against(STATION)))
          .containsExactly("member.readable at /extra: /extra cannot be read: it ends early");
    }
  }

  @Test
  void manyMisleadingReferencesInAChainAreFollowedInTime() {
    Trees tree = tree().group("/a_60").group("/a_61");
    for (int i = 0; i < 60; i++) {
      tree.attribute("/a_" + i, "next", JsonValue.of("../a_" + (i + 1)));
      tree.attribute("/a_" + i, "after", JsonValue.of("../a_" + (i + 2)));
    }
    assertThat(told(tree.against(chain())))
        .hasSize(120)
        .allMatch(line -> line.startsWith("reference.target at /a_"));
  }

  @Test
  void aChainOfReferencesThatIsTooLongIsRefusedByName() {
    Trees tree = tree();
    for (int i = 0; i < 3_000; i++) {
      tree.attribute("/a_" + i, "next", JsonValue.of("../a_" + (i + 1)));
    }
    assertThatThrownBy(() -> tree.against(chain()))
        .isInstanceOf(UnsupportedException.class)
        .hasMessageMatching(
            "/a_[0-9]+ lies more than 1000 groups deep, where a reference that leads there counts as"
                + " 3; nothing below it can be checked");
  }

  private static Schema chain() {
    return Declare.convention("test", "1")
        .root(group().members(template("a_{n}"), reference("one")))
        .define(
            "one",
            group()
                .optional("next", string().referringTo("two"))
                .optional("after", string().referringTo("two")))
        .define(
            "two",
            group()
                .attribute("needed", string())
                .optional("next", string().referringTo("two"))
                .optional("after", string().referringTo("two")))
        .build();
  }
}
