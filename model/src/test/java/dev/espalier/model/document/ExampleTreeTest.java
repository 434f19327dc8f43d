package dev.espalier.model.document;

import static dev.espalier.model.declare.Declare.array;
import static dev.espalier.model.declare.Declare.choice;
import static dev.espalier.model.declare.Declare.convention;
import static dev.espalier.model.declare.Declare.group;
import static dev.espalier.model.declare.Declare.integer;
import static dev.espalier.model.declare.Declare.list;
import static dev.espalier.model.declare.Declare.matching;
import static dev.espalier.model.declare.Declare.number;
import static dev.espalier.model.declare.Declare.object;
import static dev.espalier.model.declare.Declare.reference;
import static dev.espalier.model.declare.Declare.required;
import static dev.espalier.model.declare.Declare.string;
import static dev.espalier.model.declare.Declare.template;
import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.model.match.Matcher;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.pattern.TextPattern;
import dev.espalier.model.schema.Schema;
import dev.espalier.model.schema.rule.CoreRules;
import dev.espalier.model.schema.value.Constraint;
import dev.espalier.model.schema.value.Selector;
import dev.espalier.model.shape.Shape;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExampleTreeTest {
  @Test
  void theExampleFollowsItsConvention() {
    assertFollows(RiverGauge.SCHEMA);
  }

  @Test
  void dimensionsAgreeAndAreToldApart() {
    Schema schema =
        convention("t", "1")
            .root(
                group()
                    .attribute("count", integer().equalTo("n"))
                    .member("a", array().dimensions("n", "m"))
                    .member("b", array().dimensions("n+1", "ceil(m/2)", "2*n-1", "m-3")))
            .build();
    NodeSpec example = assertFollows(schema);

    assertThat(example.findArray(NodePath.parse("a")).orElseThrow().shape())
        .isEqualTo(Shape.of(2, 3));
  }

  @Test
  void attributesReferToNodesAndDimensionsThatAreThere() {
    assertFollows(
        convention("t", "1")
            .root(
                group()
                    .attribute("first", string().referringTo("level"))
                    .attribute("all", list(object(required("path", string().referringTo("other")))))
                    .members(template("s{n}"), reference("level"))
                    .member(
                        "count",
                        array().dimensions("rows").attribute("of", string().namingDimension("obs")))
                    .member("value", array().dimensions("obs")))
            .define("level", array().dimensions("2"))
            .define("other", group().attribute("x", number().between(0.25, 0.75)))
            .build());
  }

  @Test
  void listsHoldAsManyOfASortAsTheyHaveTo() {
    Constraint distinct =
        new Constraint.Distinct(CoreRules.ATTRIBUTE_DISTINCT, Optional.of("name"));
    assertFollows(
        convention("t", "1")
            .root(
                group()
                    .attribute(
                        "axes",
                        list(object(required("name", string()), required("type", string())))
                            .sized(4, 5)
                            .with(
                                Constraint.count(
                                    CoreRules.ATTRIBUTE_COUNT, Selector.where("type", "s"), 2, 3),
                                distinct))
                    .attribute("numbers", list(integer().between(3, 9)).sized(3).distinct()))
            .build());
  }

  @Test
  void choicesTakeAnAlternativeThatEnds() {
    NodeSpec example =
        assertFollows(
            convention("t", "1")
                .root(group().member("top", reference("node")))
                .define(
                    "node",
                    choice()
                        .or("branch", group().member("next", reference("node")))
                        .or("leaf", array().types("raw").dimensions()))
                .build());

    assertThat(example.find(NodePath.parse("top")).orElseThrow().kind()).isEqualTo("array");
  }

  @Test
  void whatRulesAskForIsThere() {
    assertFollows(
        convention("t", "1")
            .root(
                group()
                    .optional("unit", string())
                    .optionalMember("a", array().types("real"))
                    .optionalMember("b", array().types("float", "uint8"))
                    .members(2, matching("x[0-9]"), group())
                    .sameDataType("a", "b")
                    .exactlyOne("a")
                    .requires("a", "b", "@unit"))
            .build());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "abc",
        "[A-Z]{3}-\\d+",
        "a|b",
        "(?:ab|c)+d?",
        "[^a-z]{2,4}",
        "\\d{4}-\\d\\d",
        "x.*y",
        "[\\w.]+@[a-z]+\\.(?:org|net)",
        "(a(b(c|d)){2})*",
        "[]a]",
        "\\[\\]\\{\\}",
        "(?!b)[a-c]"
      })
  void aSampleMatchesItsPattern(String regex) {
    TextPattern pattern = new TextPattern(regex);

    assertThat(PatternSample.of(pattern))
        .hasValueSatisfying(
            sample -> assertThat(pattern.test(sample)).isEqualTo(TextPattern.Verdict.MATCHES));
  }

  @Test
  void aPatternThatIsTooHardHasNoSample() {
    assertThat(PatternSample.of(new TextPattern("(?=b)[a-c]"))).isEmpty();
  }

  private static NodeSpec assertFollows(Schema schema) {
    NodeSpec example = ExampleTree.of(schema);
    assertThat(ExampleTree.of(schema)).isEqualTo(example);
    assertThat(Matcher.of(schema).match(example, NodePath.root()).findings()).isEmpty();
    return example;
  }
}
