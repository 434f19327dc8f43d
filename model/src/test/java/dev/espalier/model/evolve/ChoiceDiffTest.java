package dev.espalier.model.evolve;

import static dev.espalier.model.declare.Declare.array;
import static dev.espalier.model.declare.Declare.choice;
import static dev.espalier.model.declare.Declare.convention;
import static dev.espalier.model.declare.Declare.group;
import static dev.espalier.model.declare.Declare.reference;
import static dev.espalier.model.declare.Declare.string;
import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.model.declare.Declare;
import dev.espalier.model.declare.NodeDeclaration;
import dev.espalier.model.finding.Level;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.schema.Schema;
import dev.espalier.model.schema.array.Dimension;
import dev.espalier.model.schema.array.Dimensions;
import dev.espalier.model.schema.rule.CoreRules;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChoiceDiffTest {
  private static final int LONG = 60;

  /** Each definition is one of the next two, on two ways to the same end. */
  private static Schema chain(String type, boolean inGroups) {
    var declaration = convention("lab:chain", "1").root(reference("a0"));
    for (int i = 0; i < LONG; i++) {
      for (String side : List.of("a", "b")) {
        NodeDeclaration left = next("a" + (i + 1), inGroups);
        NodeDeclaration right = next("b" + (i + 1), inGroups);
        declaration = declaration.define(side + i, choice().or("left", left).or("right", right));
      }
    }
    return declaration
        .define("a" + LONG, array().types(type).dimensions("n"))
        .define("b" + LONG, array().types(type).dimensions("n", "n"))
        .build();
  }

  private static NodeDeclaration next(String definition, boolean inGroups) {
    return inGroups ? group().member("m", reference(definition)) : reference(definition);
  }

  private static List<String> between(Schema older, Schema newer) {
    return SchemaDiff.between(older, newer).stream().map(SchemaChange::toString).toList();
  }

  @Test
  void longChainsOfChoicesThatAreAlikeDifferInNothing() {
    assertThat(between(chain("int8", false), chain("int8", false))).isEmpty();
    assertThat(between(chain("int8", true), chain("int8", true))).isEmpty();
  }

  @Test
  void longChainsOfChoicesThatNoDataFitAnyMoreAreToldOnce() {
    String changed =
        "breaking: /: data types: int8 became int16 (old data may hold what is not allowed any"
            + " more)";

    assertThat(between(chain("int8", false), chain("int16", false))).contains(changed);
    assertThat(between(chain("int8", true), chain("int16", true)))
        .anyMatch(line -> line.contains("data types: int8 became int16"))
        .hasSizeLessThan(10 * LONG);
  }

  @Test
  void longChainsOfChoicesCanBecomeOneThing() {
    Schema one = convention("lab:chain", "1").root(array().types("int8")).build();

    assertThat(between(chain("int8", false), one))
        .hasSizeLessThan(4 * LONG)
        .allMatch(line -> line.startsWith("widening: "))
        .contains(
            "widening: /: a choice became an array (all that was allowed still is, and readers may"
                + " meet something new)");
    assertThat(between(one, chain("int8", false)))
        .containsExactly(
            "breaking: /: an array became a choice (old data may be what is not among what is"
                + " allowed now)");
  }

  private static Schema rivals(Level level, String type) {
    Dimensions dimensions =
        new Dimensions(
            List.of(Dimension.of("n")),
            new Rule("lab.rank", level, Rule.Origin.TEXT, "One axis."),
            CoreRules.ARRAY_EXTENT,
            CoreRules.ARRAY_DIMENSION_NAMES);
    NodeDeclaration advised =
        array().types("int8").dimensions(dimensions).optional("unit", string());
    NodeDeclaration other = array().types(type).dimensions("...", "m");
    return convention("lab:x", "1")
        .root(
            group()
                .member("rows", array().dimensions("n"))
                .member("v", choice().or("line", advised).or("other", other)))
        .build();
  }

  @Test
  void anAlternativeThatIsNearerWithoutAnAdviceMayTakeWhatWasOfAnother() {
    assertThat(between(rivals(Level.MUST, "int8"), rivals(Level.SHOULD, "int8")))
        .containsExactly(
            "widening: /v: the number of dimensions: rule lab.rank (MUST) is now lab.rank"
                + " (SHOULD) (new data may break what readers could rely on)",
            "breaking: /v: the alternative line changed, and other may fit as well (old data of"
                + " one may be taken for the other, and its symbols contradict)");
  }

  @Test
  void anAlternativeTakesNothingOfOneThatNoNodeFitsAsWell() {
    assertThat(between(rivals(Level.MUST, "int16"), rivals(Level.SHOULD, "int16")))
        .containsExactly(
            "widening: /v: the number of dimensions: rule lab.rank (MUST) is now lab.rank"
                + " (SHOULD) (new data may break what readers could rely on)");
  }

  @Test
  void axesThatAreAskedForMoreWhereARankWasAdvisedAgainstBreak() {
    Schema older = rivals(Level.SHOULD, "int16");
    Schema newer =
        convention("lab:x", "1")
            .root(
                group()
                    .member("rows", array().dimensions("n"))
                    .member(
                        "v",
                        choice()
                            .or(
                                "line",
                                array()
                                    .types("int8")
                                    .dimensions("...", "n")
                                    .optional("unit", string()))
                            .or("other", array().types("int16").dimensions("...", "m"))))
            .build();

    assertThat(between(older, newer))
        .contains(
            "breaking: /v: dimensions [n] became [..., n] (axes are asked for more in arrays whose"
                + " rank was advised against only)");
  }

  @Test
  void symbolsOfWhatBecameOneOfSeveralCountElsewhereToo() {
    Schema older =
        convention("lab:x", "1")
            .root(group().member("a", array().dimensions("x")).member("b", array().dimensions("y")))
            .build();
    Schema newer =
        convention("lab:x", "1")
            .root(
                group()
                    .member(
                        "a",
                        Declare.choice().or("line", array().dimensions("z")).or("parts", group()))
                    .member("b", array().dimensions("z")))
            .build();

    assertThat(between(older, newer))
        .containsExactly(
            "widening: /a: an array became a choice (all that was allowed still is, and readers"
                + " may meet something new)",
            "breaking: /b: the symbol z now ties together what x and y stood for (in old data"
                + " these extents may differ)");
  }
}
