package dev.espalier.model.match;

import static dev.espalier.model.declare.Declare.array;
import static dev.espalier.model.declare.Declare.convention;
import static dev.espalier.model.declare.Declare.everyOther;
import static dev.espalier.model.declare.Declare.group;
import static dev.espalier.model.declare.Declare.number;
import static dev.espalier.model.declare.Declare.reference;
import static dev.espalier.model.declare.Declare.string;
import static dev.espalier.model.declare.Declare.template;
import static dev.espalier.model.match.Trees.tree;
import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.model.declare.GroupDeclaration;
import dev.espalier.model.edit.Edit;
import dev.espalier.model.finding.Finding;
import dev.espalier.model.json.JsonValue;
import java.util.List;
import org.junit.jupiter.api.Test;

class MisspeltNamesTest {
  /** The findings, as {@code MESSAGE -> FIX [EDITS]}. */
  private static List<String> mended(Match match) {
    return match.findings().stream().map(MisspeltNamesTest::mended).toList();
  }

  private static String mended(Finding finding) {
    return finding.message()
        + " -> "
        + finding.fix().orElse("")
        + " "
        + finding.edits().stream().map(Edit::describe).toList();
  }

  @Test
  void aMisspeltMemberIsTakenForOneMissingMemberOnly() {
    GroupDeclaration units = group().member("unit_x", array()).member("unit_y", array());
    assertThat(mended(tree().array("unit_z", "int8", 1).against(units)))
        .containsExactly(
            "/ has no member \"unit_x\" -> rename \"unit_z\" to \"unit_x\""
                + " [rename member /unit_z to \"unit_x\"]",
            "/ has no member \"unit_y\" -> write an array at /unit_y []");
  }

  @Test
  void aMisspeltAttributeIsTakenForOneMissingAttributeOnly() {
    GroupDeclaration units = group().attribute("unit_x", string()).attribute("unit_y", string());
    assertThat(mended(tree().attribute("/", "unit_z", JsonValue.of("m")).against(units)))
        .containsExactly(
            "/ has no attribute \"unit_x\" -> rename \"unit_z\" to \"unit_x\""
                + " [rename attribute /unit_z of / to \"unit_x\"]",
            "/ has no attribute \"unit_y\" -> add \"unit_y\": a string []");
  }

  @Test
  void theNearestNamesBelongTogetherWhateverIsDeclaredFirst() {
    GroupDeclaration levels = group().member("levers", array()).member("levels", array());
    assertThat(mended(tree().array("Levels", "int8", 1).against(levels)))
        .containsExactly(
            "/ has no member \"levers\" -> write an array at /levers []",
            "/ has no member \"levels\" -> rename \"Levels\" to \"levels\""
                + " [rename member /Levels to \"levels\"]");
  }

  @Test
  void whatIsMissedTakesAMisspeltNameBeforeWhatMayBeAbsent() {
    GroupDeclaration levels =
        group()
            .optionalMember("levels", array())
            .member("leveln", array())
            .optional("scales", string())
            .attribute("scaler", string());
    assertThat(
            mended(
                tree()
                    .attribute("/", "scale", JsonValue.of("m"))
                    .array("level", "int8", 1)
                    .against(levels)))
        .containsExactly(
            "/ has no attribute \"scaler\" -> rename \"scale\" to \"scaler\""
                + " [rename attribute /scale of / to \"scaler\"]",
            "/ has no member \"leveln\" -> rename \"level\" to \"leveln\""
                + " [rename member /level to \"leveln\"]");
  }

  @Test
  void aMisspeltMemberIsNoneOfAllOthers() {
    GroupDeclaration tables =
        group()
            .member("signal", array().types("int8"))
            .members(everyOther(), array().types("float32"));
    assertThat(mended(tree().array("singal", "int8", 1).against(tables)))
        .containsExactly(
            "/ has no member \"signal\" -> rename \"singal\" to \"signal\""
                + " [rename member /singal to \"signal\"]");
    assertThat(mended(tree().array("singal", "float32", 1).against(tables)))
        .as("also where it would be right as one of them")
        .containsExactly(
            "/ has no member \"signal\" -> rename \"singal\" to \"signal\""
                + " [rename member /singal to \"signal\"]");
  }

  @Test
  void whatMayBeAbsentIsNotLookedForAmongAllOthers() {
    GroupDeclaration tables =
        group()
            .optionalMember("signal", array().types("int8"))
            .members(everyOther(), array().types("float32"));
    assertThat(mended(tree().array("signals", "int8", 1).against(tables)))
        .singleElement()
        .asString()
        .startsWith("the data type of /signals is int8, not float32");
  }

  @Test
  void aShortCountNamesTheMisspeltMembers() {
    GroupDeclaration levels = group().members(2, template("s{n}"), array());
    assertThat(mended(tree().array("s0", "int8", 1).array("S1", "int8", 1).against(levels)))
        .containsExactly(
            "/ has 1 member named s{n}, not at least 2 -> rename \"S1\" to \"s1\""
                + " [rename member /S1 to \"s1\"]");
    assertThat(mended(tree().array("S1", "int8", 1).against(levels)))
        .containsExactly(
            "/ has 0 members named s{n}, not at least 2 -> rename \"S1\" to \"s1\" and add 1 member"
                + " [rename member /S1 to \"s1\"]");
  }

  @Test
  void aNumberThatIsTakenIsNotGivenAgain() {
    GroupDeclaration levels = group().closed().members(2, template("s{n}"), array());
    assertThat(mended(tree().array("s0", "int8", 1).array("S0", "int8", 1).against(levels)))
        .containsExactly(
            "/ has 1 member named s{n}, not at least 2 -> add 1 member []",
            "the member \"S0\" of / is not declared, and the group is closed -> remove it, or move"
                + " it out of the group []");
  }

  @Test
  void anotherWordIsNotTakenForWhatMayBeAbsent() {
    GroupDeclaration place =
        group().optional("latitude", number()).optionalMember("wind_u", array());
    Trees other = tree().attribute("/", "altitude", JsonValue.of(3)).array("wind_v", "int8", 1);
    assertThat(other.against(place.attribute("altitude", number())).findings()).isEmpty();
    assertThat(mended(other.against(group().attribute("latitude", number()))))
        .as("but for what is missed")
        .containsExactly(
            "/ has no attribute \"latitude\" -> rename \"altitude\" to \"latitude\""
                + " [rename attribute /altitude of / to \"latitude\"]");
  }

  @Test
  void aClosedGroupPointsOutWhatIsMerelyNearAndLeavesIt() {
    GroupDeclaration place =
        group().closed().optional("title", string()).optionalMember("latitude", array());
    assertThat(mended(tree().array("altitude", "int8", 1).against(place)))
        .contains(
            "the member \"altitude\" of / is not declared; \"latitude\" is -> rename it to"
                + " \"latitude\", or remove it []");
  }

  private static Match referring(Trees tree, GroupDeclaration runs) {
    return tree.attribute("/", "latest", JsonValue.of("run_1"))
        .against(
            convention("test", "1")
                .root(runs.attribute("latest", string().referringTo("run")))
                .define("run", array())
                .build());
  }

  @Test
  void aReferenceToAMisspeltMemberIsMendedWithIt() {
    GroupDeclaration runs = group().members(template("run_{n}"), reference("run"));
    assertThat(mended(referring(tree().array("run1", "int8", 1), runs)))
        .containsExactly(
            "there is no array at \"run_1\" -> rename /run1 to \"run_1\""
                + " [rename member /run1 to \"run_1\"]");
  }

  @Test
  void aReferenceToAMemberThatIsMissedAnywayAddsNothing() {
    GroupDeclaration runs = group().member("run_1", reference("run"));
    assertThat(mended(referring(tree().array("run1", "int8", 1), runs)))
        .containsExactly(
            "/ has no member \"run_1\" -> rename \"run1\" to \"run_1\""
                + " [rename member /run1 to \"run_1\"]");
  }

  @Test
  void aReferenceToWhatNothingDeclaresIsAMistakeOfItsOwn() {
    assertThat(mended(referring(tree().array("run1", "int8", 1), group())))
        .containsExactly(
            "there is no array at \"run_1\" -> correct the path, or write the array []");
  }
}
