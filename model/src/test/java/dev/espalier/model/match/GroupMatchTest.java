package dev.espalier.model.match;

import static dev.espalier.model.declare.Declare.anyOf;
import static dev.espalier.model.declare.Declare.array;
import static dev.espalier.model.declare.Declare.choice;
import static dev.espalier.model.declare.Declare.convention;
import static dev.espalier.model.declare.Declare.everyOther;
import static dev.espalier.model.declare.Declare.group;
import static dev.espalier.model.declare.Declare.list;
import static dev.espalier.model.declare.Declare.mapOf;
import static dev.espalier.model.declare.Declare.must;
import static dev.espalier.model.declare.Declare.number;
import static dev.espalier.model.declare.Declare.reference;
import static dev.espalier.model.declare.Declare.string;
import static dev.espalier.model.declare.Declare.template;
import static dev.espalier.model.match.Trees.told;
import static dev.espalier.model.match.Trees.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.model.declare.GroupDeclaration;
import dev.espalier.model.edit.Edit;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.path.NodeName;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.schema.Schema;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GroupMatchTest {
  @Test
  void aSchemaOfWhichNothingIsThereHasMatchedNothing() {
    GroupDeclaration loose = group().optional("title", string()).optionalMember("a", array());
    assertThat(told(tree().array("other", "int8", 1).against(loose)))
        .containsExactly(
            "schema.matched at /: nothing that the schema declares is there, so nothing was"
                + " checked");
    assertThat(tree().array("a", "int8", 1).against(loose).findings()).isEmpty();
  }

  @Test
  void aMissingMemberNamesWhatIsThere() {
    assertThat(told(tree().array("x", "int8", 1).against(group().member("signal", array()))))
        .containsExactly("member.missing at /: / has no member \"signal\"");
  }

  @Test
  void aMisspeltMemberIsOneFindingWithAnEdit() {
    Match match =
        tree().array("singal", "int8", 1).against(group().closed().member("signal", array()));
    assertThat(told(match)).containsExactly("member.missing at /: / has no member \"signal\"");
    assertThat(match.findings().get(0).edits())
        .extracting(Edit::describe)
        .singleElement()
        .asString()
        .contains("/singal")
        .contains("signal");
  }

  @Test
  void aNameNearToAnOptionalOneIsPointedOut() {
    GroupDeclaration open =
        group()
            .attribute("a", string())
            .optional("units", string())
            .optionalMember("mask", array());
    Match match =
        tree()
            .attribute("/", "a", JsonValue.of("x"))
            .attribute("/", "unit", JsonValue.of("m"))
            .array("masks", "int8", 1)
            .against(open);
    assertThat(told(match))
        .containsExactly(
            "attribute.misspelt at /: the attribute \"unit\" of / is not declared; \"units\" is",
            "member.misspelt at /masks: the member \"masks\" of / is not declared; \"mask\" is");
    assertThat(match.isValid()).isTrue();
  }

  @Test
  void aClosedGroupHoldsDeclaredMembersOnly() {
    Match match =
        tree()
            .array("a", "int8", 1)
            .array("zzz", "int8", 1)
            .against(group().closed().member("a", array()));
    assertThat(told(match))
        .containsExactly(
            "member.undeclared at /zzz: the member \"zzz\" of / is not declared, and the group is"
                + " closed");
  }

  @Test
  void membersUnderATemplateAreCounted() {
    GroupDeclaration levels = group().members(2, template("s{n}"), array());
    assertThat(told(tree().array("s0", "int8", 1).array("s01", "int8", 1).against(levels)))
        .containsExactly("member.count at /: / has 1 member named s{n}, not at least 2");
    assertThat(tree().array("s0", "int8", 1).array("s10", "int8", 1).against(levels).findings())
        .isEmpty();
  }

  @Test
  void everyOtherMemberFallsUnderTheLastDeclaration() {
    GroupDeclaration table =
        group().member("index", array()).members(everyOther(), array().types("float"));
    assertThat(
            told(
                tree()
                    .array("index", "int8", 1)
                    .array("a", "float32", 1)
                    .array("b", "int8", 1)
                    .against(table)))
        .containsExactly("array.data-type at /b: the data type of /b is int8, not a float type");
  }

  @Test
  void aChoiceTellsOfTheClosestAlternativeOnly() {
    GroupDeclaration calibrated =
        group()
            .member(
                "calibration",
                choice()
                    .or("linear", group().attribute("offset", number()).attribute("gain", number()))
                    .or("table", group().member("points", array().dimensions("n", "2")))
                    .or("curve", array().dimensions("n", "3")));
    Match match =
        tree()
            .group("calibration")
            .attribute("calibration", "offset", JsonValue.of(1))
            .against(calibrated);
    assertThat(told(match))
        .containsExactly(
            "attribute.missing at /calibration: /calibration has no attribute \"gain\";"
                + " the closest alternative is \"linear\"");
    assertThat(match.node().orElseThrow().member("calibration").orElseThrow().alternative())
        .contains("linear");
    assertThat(tree().array("calibration", "int8", 5, 3).against(calibrated).findings()).isEmpty();
  }

  @Test
  void aNodeOfNoAlternativesKindIsSaidToBeNone() {
    GroupDeclaration calibrated =
        group()
            .member("c", choice().or("linear", group()).or("table", group().member("p", array())));
    assertThat(told(tree().array("c", "int8", 1).against(calibrated)))
        .containsExactly("choice at /c: /c is an array, not one of linear, table");
  }

  @Test
  void aValueOfSeveralKindsIsJudgedByItsOwn() {
    GroupDeclaration license = group().attribute("license", anyOf(string(), list(string())));
    assertThat(tree().attribute("/", "license", JsonValue.of("MIT")).against(license).findings())
        .isEmpty();
    assertThat(
            told(
                tree()
                    .attribute("/", "license", JsonArray.of(JsonValue.of("MIT"), JsonValue.of(1)))
                    .against(license)))
        .containsExactly(
            "attribute.type at /: element 1 of \"license\" is the number 1, not a string");
    assertThat(told(tree().attribute("/", "license", JsonValue.of(1)).against(license)))
        .containsExactly(
            "choice at /: \"license\" is the number 1, not a string or a list of strings");
  }

  @Test
  void aNumberIsAnElementOfAListAndANameInAMap() {
    GroupDeclaration shifts =
        group().attribute("shifts", mapOf(list(number()))).optional("7", string());
    assertThat(
            told(
                tree()
                    .attribute(
                        "/",
                        "shifts",
                        JsonObject.builder()
                            .put("0", JsonArray.of(JsonValue.of(1), JsonValue.of("b")))
                            .put("7", JsonValue.of(1))
                            .build())
                    .attribute("/", "7", JsonValue.of(1))
                    .against(shifts)))
        .containsExactly(
            "attribute.type at /: element 1 of \"0\" is the string \"b\", not a number",
            "attribute.type at /: \"7\" is the number 1, not a list",
            "attribute.type at /: \"7\" is the number 1, not a string");
  }

  @Test
  void rulesOfAGroupCountWhatIsThere() {
    GroupDeclaration sparse =
        group()
            .optional("note", string())
            .optionalMember("rows", array())
            .optionalMember("indptr", array())
            .optionalMember("columns", array())
            .exactlyOne("rows", "indptr")
            .requires("@note", "columns");
    assertThat(
            told(
                tree()
                    .attribute("/", "note", JsonValue.of("x"))
                    .array("rows", "int8", 1)
                    .array("indptr", "int8", 1)
                    .against(sparse)))
        .containsExactly(
            "group.alternatives at /: / has both \"rows\" and \"indptr\"; it has to have exactly one",
            "group.requires at /: / has the attribute \"note\" without \"columns\"");
  }

  @Test
  void arraysShareADataType() {
    GroupDeclaration levels = group().members(template("s{n}"), array()).sameDataType("s{n}");
    assertThat(
            told(
                tree()
                    .array("s0", "int8", 4)
                    .array("s1", "int8", 2)
                    .array("s2", "int16", 1)
                    .against(levels)))
        .containsExactly(
            "group.data-type at /s2: the data types differ: /s0 is int8, /s2 is int16");
  }

  @Test
  void recursionGoesAsDeepAsTheHierarchy() {
    Schema folders =
        convention("test", "1")
            .root(reference("folder"))
            .define(
                "folder",
                group().attribute("title", string()).members(template("f{n}"), reference("folder")))
            .build();
    assertThat(
            told(
                tree()
                    .attribute("/", "title", JsonValue.of("a"))
                    .attribute("f0", "title", JsonValue.of("b"))
                    .attribute("f0/f7", "titel", JsonValue.of("c"))
                    .against(folders)))
        .containsExactly("attribute.missing at /f0/f7: /f0/f7 has no attribute \"title\"");
  }

  @Test
  void aRecursionWithoutEndIsRefusedInTheDeclaration() {
    assertThatThrownBy(
            () ->
                convention("test", "1")
                    .root(reference("a"))
                    .define("a", group().member("b", reference("b")))
                    .define("b", group().member("a", reference("a")))
                    .build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a needs b needs a; make a member on the way optional");
  }

  @Test
  void codeOfARuleSeesTheNodeAndMayFailOverABrokenOne() {
    GroupDeclaration even =
        group()
            .attribute("title", string())
            .check(
                must("test.title", "A title ends in a period."),
                subject -> {
                  String title = subject.node().attributes().get("title").orElseThrow().toString();
                  if (!title.endsWith(".\"")) {
                    subject.report(
                        must("test.title", "A title ends in a period."),
                        finding -> finding.message("no period"));
                  }
                });
    assertThat(told(tree().attribute("/", "title", JsonValue.of("x")).against(even)))
        .containsExactly("test.title at /: no period");
    assertThat(told(tree().against(even)))
        .containsExactly("attribute.missing at /: / has no attribute \"title\"");
  }

  @Test
  void whatIsNotDeclaredIsKeptApart() {
    Match match =
        tree()
            .attribute("/", "title", JsonValue.of("x"))
            .attribute("/", "vendor", JsonValue.of("y"))
            .array("signal", "int8", 1)
            .array("more", "int8", 1)
            .against(group().attribute("title", string()).member("signal", array()));
    MatchedNode node = match.node().orElseThrow();
    assertThat(node.extraAttributes().byName()).containsOnlyKeys("vendor");
    assertThat(node.extraMembers()).containsOnlyKeys(new NodeName("more"));
    assertThat(node.member("signal").map(MatchedNode::path)).contains(NodePath.parse("/signal"));
    assertThat(node.attribute("absent")).isEqualTo(Optional.empty());
  }
}
