package dev.espalier.model.convention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.model.error.RequestException;
import dev.espalier.model.finding.Finding;
import dev.espalier.model.migration.Change;
import dev.espalier.model.migration.Migration;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodeName;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.schema.rule.CoreRules;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConventionMigrationTest {
  private static final Migration TO_2 =
      Migration.between("1.0", "2.0", node -> node.setAttribute("/gauge/version", "2.0"));
  private static final Migration TO_3 =
      Migration.between(
          "2.0",
          "3.0",
          node -> node.setAttribute("/gauge/version", "3.0").renameMember("/level", "height"));

  private static final Convention V3 = new Migrating("3.0", List.of(TO_3));
  private static final Conventions ALL =
      new Conventions(List.of(V3, new Migrating("2.0", List.of(TO_2)), Gauges.V1));

  @Test
  void nodesOfAllVersionsAreBroughtToOneAlongTheShortestChain() {
    NodeSpec tree =
        GroupSpec.builder()
            .putMember("old", Gauges.stating("1.0").withMember(name("part"), Gauges.stating("2.0")))
            .putMember("new", Gauges.stating("2.0"))
            .build();

    Migrated migrated = ALL.migrate(tree, ALL.named("example:gauge@2.0"));
    assertThat(migrated.changes())
        .extracting(Change::describe)
        .containsExactly("set attribute /gauge/version of /old to \"2.0\"");
    assertThat(migrated.findings()).isEmpty();

    assertThat(ALL.migrate(tree, V3).changes())
        .extracting(Change::describe)
        .containsExactly(
            "set attribute /gauge/version of /new to \"3.0\"",
            "rename member /new/level to \"height\"",
            "set attribute /gauge/version of /old/part to \"3.0\"",
            "rename member /old/part/level to \"height\"",
            "set attribute /gauge/version of /old to \"2.0\"",
            "set attribute /gauge/version of /old to \"3.0\"",
            "rename member /old/level to \"height\"");
  }

  @Test
  void theResultIsCheckedAgain() {
    Migrated migrated = ALL.migrate(Gauges.stating("1.0"), V3);
    assertThat(migrated.findings())
        .extracting(Finding::rule)
        .containsExactly(CoreRules.MEMBER_MISSING);
    assertThat(migrated.convention()).isSameAs(V3);
  }

  @Test
  void aVersionThatIsThereAlreadyNeedsNothing() {
    Migrated migrated = ALL.migrate(Gauges.stating("3.0"), V3);
    assertThat(migrated.changes()).isEmpty();
    assertThat(migrated.hierarchy()).isEqualTo(Gauges.stating("3.0"));
  }

  @Test
  void aNodeThatDeclaresNothingCanBeMigratedByName() {
    NodeSpec silent = GroupSpec.builder().putMember("x", Gauges.stating("1.0")).build();
    Migrated migrated = ALL.migrate(silent, NodePath.root().child("x"), "1.0", V3);
    assertThat(migrated.hierarchy().find(NodePath.parse("/x/height"))).isPresent();
  }

  @Test
  void whatCannotBeMigratedIsSaid() {
    assertThatThrownBy(() -> ALL.migrate(Gauges.stating("3.0"), Gauges.V1))
        .isInstanceOf(RequestException.class)
        .hasMessage(
            "no migration of example:gauge leads from version 3.0 to version 1.0; there is 1.0 to"
                + " 2.0, 2.0 to 3.0");
    assertThatThrownBy(() -> ALL.migrate(Gauges.stating("4.0"), V3))
        .hasMessage("/ states a later version of example:gauge than 3.0, the last one known here");
    assertThatThrownBy(() -> ALL.migrate(GroupSpec.empty(), V3))
        .hasMessage(
            "no node declares a known version of example:gauge, so there is nothing to migrate;"
                + " name the version that it follows");
  }

  private static NodeName name(String text) {
    return new NodeName(text);
  }

  /** A version with migrations to it. */
  private static final class Migrating extends SchemaConvention {
    private final List<Migration> migrations;

    Migrating(String version, List<Migration> migrations) {
      super(Gauges.withVersion(version));
      this.migrations = migrations;
    }

    @Override
    public List<Migration> migrations() {
      return migrations;
    }
  }
}
