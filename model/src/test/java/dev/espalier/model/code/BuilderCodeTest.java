package dev.espalier.model.code;

import static dev.espalier.model.declare.Declare.anyOf;
import static dev.espalier.model.declare.Declare.anything;
import static dev.espalier.model.declare.Declare.array;
import static dev.espalier.model.declare.Declare.bool;
import static dev.espalier.model.declare.Declare.choice;
import static dev.espalier.model.declare.Declare.convention;
import static dev.espalier.model.declare.Declare.dependingOn;
import static dev.espalier.model.declare.Declare.everyOther;
import static dev.espalier.model.declare.Declare.group;
import static dev.espalier.model.declare.Declare.integer;
import static dev.espalier.model.declare.Declare.list;
import static dev.espalier.model.declare.Declare.mapOf;
import static dev.espalier.model.declare.Declare.matching;
import static dev.espalier.model.declare.Declare.must;
import static dev.espalier.model.declare.Declare.node;
import static dev.espalier.model.declare.Declare.number;
import static dev.espalier.model.declare.Declare.object;
import static dev.espalier.model.declare.Declare.optional;
import static dev.espalier.model.declare.Declare.recommended;
import static dev.espalier.model.declare.Declare.reference;
import static dev.espalier.model.declare.Declare.required;
import static dev.espalier.model.declare.Declare.should;
import static dev.espalier.model.declare.Declare.string;
import static dev.espalier.model.declare.Declare.template;
import static dev.espalier.model.declare.Declare.tuple;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.model.declare.GroupDeclaration;
import dev.espalier.model.declare.NodeDeclaration;
import dev.espalier.model.fill.FillValue;
import dev.espalier.model.fill.OpaqueFill;
import dev.espalier.model.fill.TextFill;
import dev.espalier.model.finding.Level;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.infer.RandomTrees;
import dev.espalier.model.infer.SchemaInference;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonNull;
import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.layout.CodecSpec;
import dev.espalier.model.match.Matcher;
import dev.espalier.model.node.Attributes;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.schema.Identity;
import dev.espalier.model.schema.Member;
import dev.espalier.model.schema.MemberName;
import dev.espalier.model.schema.NodeRule;
import dev.espalier.model.schema.NodeSchema;
import dev.espalier.model.schema.Schema;
import dev.espalier.model.schema.array.DataTypes;
import dev.espalier.model.schema.array.Dimension;
import dev.espalier.model.schema.array.Dimensions;
import dev.espalier.model.schema.array.Extent;
import dev.espalier.model.schema.array.LayoutSchema;
import dev.espalier.model.schema.array.LinearExtent;
import dev.espalier.model.schema.rule.CoreRules;
import dev.espalier.model.schema.value.Constraint;
import dev.espalier.model.schema.value.Field;
import dev.espalier.model.schema.value.Selector;
import dev.espalier.model.schema.value.ValueChoice;
import dev.espalier.model.schema.value.ValueSchema;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.type.RawBits;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class BuilderCodeTest {
  private static final String LONG_NAME = "n" + "x".repeat(250);
  private static final Rule OWN =
      must("lab.own", "Says \"this\" \\ and\nthat \u00e9\u2028\0\u00071.");
  private static final Rule ADVICE = new Rule("lab.may", Level.MAY, Rule.Origin.ADVICE, "May.");

  @Test
  void aSmallSchemaReadsAsIfWrittenByHand() {
    Schema schema =
        convention("lab:gauge", "1.0")
            .title("Levels of rivers.")
            .probe("/gauge/version", "1.0")
            .root(
                group()
                    .attribute("station", string())
                    .member("time", array().types("int64").dimensions("time"))
                    .members(1, template("run{n}"), reference("run")))
            .define("run", group().optional("gain", number().between(0, 2.5)))
            .build();

    assertThat(BuilderCode.of(schema, "lab.rivers", "Gauge"))
        .isEqualTo(
            """
            package lab.rivers;

            import static dev.espalier.model.declare.Declare.*;

            import dev.espalier.model.schema.Schema;

            /** The schema of lab:gauge@1.0. */
            public final class Gauge {
              private Gauge() {}

              /** Builds the schema. */
              public static Schema schema() {
                return convention("lab:gauge", "1.0")
                    .title("Levels of rivers.")
                    .probe("/gauge/version", "1.0")
                    .root(
                        group()
                            .attribute("station", string())
                            .member("time", array().types("int64").dimensions("time"))
                            .members(1, template("run{n}"), reference("run")))
                    .define("run", group().optional("gain", number().between(0, 2.5)))
                    .build();
              }
            }
            """);
  }

  @Test
  void everyPartOfNodesComesBack() {
    assertComesBack(
        convention("lab:\"x\"", "1 */ \\u002a/")
            .uuid("7b0b3bd9-53cb-4bb8-9b31-50b37d3a2a6e")
            .url("https://example.org/x")
            .alias("https://example.org/y")
            .probe("/a~1b/c")
            .probe("/v", "1")
            .root(
                group()
                    .under(OWN)
                    .text("A group\twith\r\nlines, \ud83d\ude00 and \\u000a.")
                    .closed()
                    .closedAttributes()
                    .dimensions("n", "m")
                    .member("needed", array().dimensions("n", "m"))
                    .recommendedMember("advised", reference("leaf"))
                    .optionalMember("a \"b\"", group())
                    .members(template("s{n}"), reference("leaf"))
                    .members(2, matching("r\\d+\\\\"), reference("leaf"))
                    .members(everyOther(), choice().or("one", group()).or("two", array()))
                    .member(Member.optional("told", leaf()))
                    .member(Member.required("own", leaf()).demandedBy(OWN).describedAs("Words."))
                    .member(
                        new Member(
                            MemberName.template("c{x}"),
                            leaf(),
                            Optional.of(ADVICE),
                            1,
                            OptionalInt.of(4),
                            ""))
                    .sameDataType("needed", "s{n}")
                    .exactlyOne("needed", "advised")
                    .atLeastOne("needed", "advised")
                    .atMostOne("needed", "advised")
                    .requires("needed", "advised")
                    .dimensionNamesAgree()
                    .rule(new NodeRule.SameDataType(OWN, List.of("needed")))
                    .rule(new NodeRule.SomeOf(OWN, List.of("needed", "advised"), 0, 2))
                    .rule(new NodeRule.Requires(OWN, "needed", List.of("advised")))
                    .rule(new NodeRule.DimensionNamesAgree(ADVICE))
                    .check(OWN, subject -> {}))
            .define("leaf", choice().under(OWN).text("One.").or("a", array()))
            .define("other", group().checkAttributes(OWN, part -> {}).check(OWN, subject -> {}))
            .build());
  }

  private static NodeSchema leaf() {
    return new NodeSchema.Reference("leaf");
  }

  @Test
  void everyPartOfArraysComesBack() {
    Dimensions odd =
        new Dimensions(
            List.of(new Dimension(Extent.parse("ceil((n+1)/2)"), Optional.of("y"))),
            OWN,
            OWN,
            ADVICE);
    LayoutSchema layout =
        new LayoutSchema(
            Optional.of(new LayoutSchema.Tiles(List.of("full", "*"), true, OWN)),
            Optional.empty(),
            Optional.of(new LayoutSchema.Codecs(List.of(zstd()), false, CoreRules.ARRAY_CODECS)));
    assertComesBack(
        group()
            .member("n", array().namedDimensions("n").types("float", "r16"))
            .member("m", array().dimensions("2*n-1", "...", "3", "*").chunks("1", "full"))
            .member("odd", array().dimensions(odd).types(new DataTypes(List.of("int8"), OWN)))
            .member("bound", array().namedDimensions(LONG_NAME))
            .member("none", array().dimensions(Dimensions.of(List.of())).preferShards("8"))
            .member(
                "long",
                array()
                    .dimensions(
                        Dimensions.of(List.of(new Dimension(longExtent(), Optional.empty())))))
            .member(
                "any", array().types(new DataTypes(List.of(), OWN)).codecs(CodecSpec.of("gzip")))
            .member("layout", array().layout(layout).under(OWN).text("Words.").closedAttributes())
            .member("text", array().types("string").fillValue(new TextFill("\"")))
            .member("nan", array().fillValue(fill(CoreType.FLOAT32, JsonValue.of("0x7fc00001"))))
            .member("raw", array().fillValue(FillValue.zero(new RawBits(16))))
            .member("odder", array().fillValue(new OpaqueFill(JsonObject.of("a", JsonNull.NULL))))
            .member(
                "elements",
                array()
                    .dimensions("n")
                    .rising()
                    .strictlyRising()
                    .first("0")
                    .last("n")
                    .sum("2*n")
                    .positionsIn("n")
                    .within("-1.50", "1e400")
                    .atLeast("3")
                    .finite()
                    .attribute("a", string())
                    .recommended("b", string())
                    .optional("c", string())
                    .attribute(optional("d", integer()).orElse(JsonValue.of(1))))
            .member("checked", array().check(OWN, subject -> {}).dimensions("n").rising()));
  }

  private static Extent longExtent() {
    return new LinearExtent(
        List.of(new LinearExtent.Term(1, "n"), new LinearExtent.Term(-3, LONG_NAME)),
        -5,
        1,
        LinearExtent.Rounding.EXACT);
  }

  private static FillValue fill(CoreType type, JsonValue value) {
    return FillValue.parse(type, value);
  }

  private static CodecSpec zstd() {
    JsonObject configuration =
        JsonObject.builder()
            .put("level", 3)
            .put("checksum", true)
            .put("x", new JsonNumber("1.0"))
            .build();
    return new CodecSpec("zstd", configuration);
  }

  @Test
  void everyPartOfValuesComesBack() {
    assertComesBack(
        group()
            .attribute("texts", string().oneOf("a", "b\\").matching("[a-z]+\"", "letters"))
            .attribute("numbers", number().between(0, 1).atLeast(0.5).above(1e-3).atMost(1e300))
            .attribute("big", number().atMost(12_345_678_901_234.0).atLeast(-3))
            .attribute("bounds", number().with(bounds(OWN), bounds(CoreRules.ATTRIBUTE_RANGE)))
            .attribute(
                "values",
                anything("x").oneOf(JsonNull.NULL, JsonArray.ofLongs(1), zstd().configuration()))
            .attribute("noTexts", string().oneOf(new String[0]))
            .attribute("lists", list(bool()).sized(1).sized(1, 2).distinct())
            .attribute("few", list(object()).with(counted(), distinct()))
            .attribute("refers", string().referringTo("leaf"))
            .attribute("extent", integer().equalTo("n+1").equalTo("3"))
            .attribute("named", string().namingDimension("n"))
            .attribute("own", ValueSchema.string(OWN).with(new Constraint.Refers(OWN, "leaf")))
            .attribute("ownList", ValueSchema.list(OWN, ValueSchema.integer(ADVICE)))
            .attribute("tuple", tuple(string(), new ValueSchema.Tuple(OWN, List.of(), List.of())))
            .attribute("map", mapOf(new ValueSchema.MapOf(OWN, bool(), List.of())))
            .attribute(
                "union", anyOf(string(), new ValueSchema.Union(OWN, List.of(bool()), List.of())))
            .attribute(
                "object",
                object(required("a", string()), recommended("b", list(number()).sized(3)))
                    .closed()
                    .with(new Constraint.Coded(List.of(OWN, ADVICE), part -> {})))
            .attribute("ownObject", ValueSchema.object(OWN, optional("a", string())).closed())
            .attribute("cases", cases())
            .recommended("recommended", bool())
            .attribute(optional("defaulted", number()).orElse(new JsonNumber("1.50")))
            .attribute(required("told", number()).describedAs("Words."))
            .attribute(Field.demanded(OWN, "demanded", number()))
            .member("n", array().dimensions("n")));
  }

  private static Constraint bounds(Rule rule) {
    return new Constraint.Bounds(
        rule,
        Optional.of(new BigDecimal("0.10")),
        false,
        Optional.of(new BigDecimal("1E+500")),
        true);
  }

  private static Constraint counted() {
    return Constraint.count(OWN, Selector.whereOrAbsent("type", "a", "b"), 1, 2);
  }

  private static Constraint distinct() {
    return new Constraint.Distinct(OWN, Optional.of("name"));
  }

  private static ValueSchema cases() {
    return anyOf(
        dependingOn("type")
            .when("a", object(required("x", string())).closed())
            .when("b", object().with(new Constraint.Coded(List.of(OWN), part -> {})))
            .otherwise(object()),
        ValueChoice.by(OWN, optional("kind", ValueSchema.string(OWN))).when("a", object()));
  }

  @Test
  void probesForOtherValuesThanTextsComeBack() {
    Identity identity =
        new Identity(
            "lab:x",
            "1",
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(
                new Identity.Probe(JsonPointer.of("a", "b/c"), Optional.of(JsonValue.of(1))),
                new Identity.Probe(JsonPointer.root(), Optional.empty())));

    assertComesBack(new Schema(identity, "x", group().toSchema(), Map.of("d", array().toSchema())));
  }

  @Test
  void inferredSchemasComeBack() {
    for (int seed = 0; seed < 40; seed++) {
      assertComesBack(
          SchemaInference.of(new RandomTrees(seed).group(3), Identity.of("lab:random", "1")));
    }
  }

  @Test
  void thousandsOfMembersAndAttributesComeBack() {
    GroupDeclaration wide = group();
    for (int i = 0; i < 3_000; i++) {
      NodeDeclaration leaf = array().types("int8").attribute("unit" + i, string());
      wide.member("m" + i, leaf).attribute("a" + i, list(number()).sized(i));
    }
    NodeDeclaration deep = array();
    for (int i = 0; i < 200; i++) {
      deep = group().member("deeper" + i, deep).text("x".repeat(80));
    }

    assertComesBack(group().member("wide", wide).member("deep", deep).text("y".repeat(70_000)));
  }

  @Test
  void codeThatASchemaDoesNotHoldFailsByName() {
    Rule missing = should("lab.code", "Checked by code.");
    Schema schema =
        convention("lab:x", "1")
            .root(group().optional("a", string()).check(missing, subject -> {}))
            .build();
    GroupSpec tree = GroupSpec.empty().withAttributes(attributes());
    Schema compiled = Compiled.schema(BuilderCode.of(schema, "", "Generated"), "Generated");

    assertThat(Matcher.of(compiled).match(tree, NodePath.root()).findings())
        .extracting(finding -> finding.rule().id() + ": " + finding.message())
        .containsExactly(
            "rule.checked: the code of lab.code failed: java.lang.UnsupportedOperationException:"
                + " write the check of lab.code");
  }

  private static Attributes attributes() {
    return Attributes.of(JsonObject.of("a", JsonValue.of("b")));
  }

  @Test
  void namesThatJavaDoesNotAllowAreRefused() {
    Schema schema = convention("lab:x", "1").root(group()).build();
    for (String name : List.of("", "1a", "a-b", "class", "record", "a.b")) {
      assertThatThrownBy(() -> BuilderCode.of(schema, "a", name))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("\"" + name + "\" is no name of a Java class");
    }
    assertThatThrownBy(() -> BuilderCode.of(schema, "a..b", "A"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("\"a..b\" is no name of a Java package");
  }

  private static void assertComesBack(NodeDeclaration root) {
    assertComesBack(
        convention("lab:x", "1").root(root).define("leaf", node(array().toSchema())).build());
  }

  private static void assertComesBack(Schema schema) {
    String source = BuilderCode.of(schema, "lab.generated", "Generated");
    assertThat(Compiled.schema(source, "lab.generated.Generated")).isEqualTo(schema);
  }
}
