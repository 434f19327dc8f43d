package dev.espalier.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.model.edit.Edit;
import dev.espalier.model.edit.RemoveMember;
import dev.espalier.model.edit.RenameAttribute;
import dev.espalier.model.edit.SetAttribute;
import dev.espalier.model.finding.Finding;
import dev.espalier.model.finding.Level;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.Attributes;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FixChoiceTest {
  private static final NodePath ROOT = NodePath.root();
  private static final JsonPointer UNITS = JsonPointer.of("units");
  private static final NodeSpec TREE =
      GroupSpec.builder()
          .attributes(Attributes.none().with("units", JsonValue.of("mm")))
          .putMember("a", GroupSpec.empty())
          .build();

  private static final Edit RENAME = new RenameAttribute(ROOT, UNITS, "unit");
  private static final Edit SET =
      new SetAttribute(ROOT, JsonPointer.of("version"), JsonValue.of(1));

  private static Finding finding(Edit... edits) {
    return Finding.builder()
        .rule(new Rule("r", Level.MUST, Rule.Origin.TEXT, "A rule."))
        .node(ROOT)
        .message("broken")
        .addAllEdits(Arrays.asList(edits))
        .build();
  }

  @Test
  void anEditThatTwoFindingsShareIsAppliedOnce() {
    FixChoice choice =
        FixChoice.of(TREE, List.of(finding(RENAME), finding(), finding(RENAME, SET)), tree -> 0);

    assertThat(choice).isEqualTo(new FixChoice(List.of(RENAME, SET), List.of()));
  }

  @Test
  void aFixIsTakenAsAWholeOrNotAtAll() {
    FixChoice choice =
        FixChoice.of(
            TREE, List.of(finding(SET, new RemoveMember(NodePath.parse("/a")))), tree -> 0);

    assertThat(choice).isEqualTo(new FixChoice(List.of(), List.of()));
  }

  @Test
  void aFixThatAnotherLeftNoPlaceForIsSkippedAloud() {
    FixChoice choice =
        FixChoice.of(
            TREE,
            List.of(finding(RENAME), finding(SET, new RenameAttribute(ROOT, UNITS, "u"))),
            tree -> 0);

    assertThat(choice.edits()).containsExactly(RENAME);
    assertThat(choice.skipped())
        .containsExactly(
            "cannot rename attribute /units of / to \"u\": there is no \"units\"; there is \"unit\","
                + " \"version\"; another fix is in the way, so run fix again");
  }

  @Test
  void aFixThatBringsMoreErrorsToLightThanItMendsIsSkippedAloud() {
    FixChoice choice =
        FixChoice.of(
            TREE,
            List.of(finding(RENAME), finding(SET)),
            tree -> tree.attributes().get("unit").isPresent() ? 1 : 0);

    assertThat(choice.edits()).containsExactly(SET);
    assertThat(choice.skipped())
        .containsExactly(RENAME.describe() + ": not done, for it would bring more errors to light");
  }
}
