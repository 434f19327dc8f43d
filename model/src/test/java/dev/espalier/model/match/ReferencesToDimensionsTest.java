package dev.espalier.model.match;

import static dev.espalier.model.declare.Declare.array;
import static dev.espalier.model.declare.Declare.convention;
import static dev.espalier.model.declare.Declare.everyOther;
import static dev.espalier.model.declare.Declare.group;
import static dev.espalier.model.declare.Declare.string;
import static dev.espalier.model.match.Trees.told;
import static dev.espalier.model.match.Trees.tree;
import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.schema.Schema;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReferencesToDimensionsTest {
  private static final Schema SCHEMA =
      convention("test", "1")
          .root(
              group()
                  .members(
                      everyOther(), array().attribute("along", string().namingDimension("sample"))))
          .build();

  private static Trees arrays(int count, String along) {
    Trees trees = tree();
    for (int i = 0; i < count; i++) {
      trees.named("a" + i, List.of("obs"), 12).attribute("a" + i, "along", JsonValue.of(along));
    }
    return trees;
  }

  @Test
  void aGroupIsLookedThroughOnceHoweverManyAttributesNameADimensionInIt() {
    NodeSpec hierarchy = arrays(50, "obs").build();
    MatcherCompiler compiler = new MatcherCompiler(SCHEMA);
    Run run = new Run(hierarchy, compiler);
    compiler.node(SCHEMA.root()).match(Frame.root(run, NodePath.root(), hierarchy));
    run.finish(NodePath.root());
    assertThat(run.ledger().findings()).isEmpty();
    assertThat(run.dimensionNames().looks()).isEqualTo(1);
    assertThat(run.dimensionNames().of(hierarchy)).containsExactly(Map.entry("obs", 12L));
    assertThat(run.dimensionNames().looks()).isEqualTo(1);
  }

  @Test
  void eachAttributeThatNamesNoDimensionIsTold() {
    assertThat(told(arrays(2, "osb").against(SCHEMA)))
        .containsExactly(
            "reference.dimension at /a0: no array has a dimension called \"osb\"",
            "reference.dimension at /a1: no array has a dimension called \"osb\"");
  }

  @Test
  void anArrayAloneHasItsOwnDimensions() {
    Schema alone =
        convention("test", "1")
            .root(array().attribute("along", string().namingDimension("sample")))
            .build();
    NodeSpec hierarchy = arrays(1, "obs").build();
    assertThat(Matcher.of(alone).match(hierarchy, NodePath.parse("a0")).findings()).isEmpty();
  }
}
