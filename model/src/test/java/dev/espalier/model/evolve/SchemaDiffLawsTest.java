package dev.espalier.model.evolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.model.finding.Finding;
import dev.espalier.model.finding.Level;
import dev.espalier.model.match.Matcher;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.schema.Schema;
import dev.espalier.model.schema.rule.CoreRules;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SchemaDiffLawsTest {
  private static final int PAIRS = 3_000;
  private static final int TREES = 12;

  @Test
  void whatWasValidStaysValidUnlessAChangeBreaks() {
    Map<Compatibility, Integer> seen = new EnumMap<>(Compatibility.class);
    int checked = 0;
    for (int seed = 0; seed < PAIRS; seed++) {
      Schema older = new RandomSchemas(seed, 2L * seed, 60).schema();
      Schema newer = new RandomSchemas(seed, 2L * seed + 1, 60).schema();
      Compatibility worst = SchemaDiff.worst(SchemaDiff.between(older, newer));
      seen.merge(worst, 1, Integer::sum);
      if (worst == Compatibility.BREAKING) {
        continue;
      }
      Matcher before = Matcher.of(older);
      Matcher after = Matcher.of(newer);
      for (int tree = 0; tree < TREES; tree++) {
        NodeSpec example = new FittingTrees(older, 1_000L * seed + tree).tree();
        if (before.match(example, NodePath.root()).isValid()) {
          checked++;
          assertThat(after.match(example, NodePath.root()).findings())
              .as("seed %d, tree %d: %s", seed, tree, SchemaDiff.between(older, newer))
              .noneMatch(SchemaDiffLawsTest::tellsOfAChange);
        }
      }
    }
    assertThat(checked).as("trees that were valid").isGreaterThan(2_000);
    assertThat(seen.values()).as("pairs of each sort: %s", seen).hasSize(3).allMatch(n -> n > 50);
  }

  /** That data hold something that is declared is taken for granted. */
  private static boolean tellsOfAChange(Finding finding) {
    return finding.rule().level() == Level.MUST
        && !finding.rule().id().equals(CoreRules.SCHEMA_MATCHED.id());
  }

  @Test
  void aSchemaDiffersInNothingFromItself() {
    for (int seed = 0; seed < 500; seed++) {
      Schema schema = new RandomSchemas(seed, seed, 10).schema();
      Schema again = new RandomSchemas(seed, seed, 10).schema();

      assertThat(again).isEqualTo(schema);
      assertThat(SchemaDiff.between(schema, again)).as("seed %d", seed).isEmpty();
    }
  }
}
