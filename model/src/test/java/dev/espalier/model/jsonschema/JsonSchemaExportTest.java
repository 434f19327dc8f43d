package dev.espalier.model.jsonschema;

import static dev.espalier.model.declare.Declare.anyOf;
import static dev.espalier.model.declare.Declare.array;
import static dev.espalier.model.declare.Declare.convention;
import static dev.espalier.model.declare.Declare.group;
import static dev.espalier.model.declare.Declare.mapOf;
import static dev.espalier.model.declare.Declare.required;
import static dev.espalier.model.declare.Declare.tuple;
import static dev.espalier.model.schema.value.Field.demanded;
import static dev.espalier.model.schema.value.Field.optional;
import static dev.espalier.model.schema.value.ValueSchema.any;
import static dev.espalier.model.schema.value.ValueSchema.bool;
import static dev.espalier.model.schema.value.ValueSchema.integer;
import static dev.espalier.model.schema.value.ValueSchema.list;
import static dev.espalier.model.schema.value.ValueSchema.number;
import static dev.espalier.model.schema.value.ValueSchema.object;
import static dev.espalier.model.schema.value.ValueSchema.string;
import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.model.declare.GroupDeclaration;
import dev.espalier.model.finding.Level;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.schema.value.Constraint;
import dev.espalier.model.schema.value.Field;
import dev.espalier.model.schema.value.Selector;
import dev.espalier.model.schema.value.ValueChoice;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class JsonSchemaExportTest {
  private static final Rule MUST = new Rule("m", Level.MUST, Rule.Origin.TEXT, "Must.");
  private static final Rule SHOULD = new Rule("s", Level.SHOULD, Rule.Origin.TEXT, "Should.");

  @Test
  void everyKindOfValueHasItsType() {
    assertThat(
            attributes(
                optional("a", string(MUST)),
                optional("b", number(MUST)),
                optional("c", integer(MUST)),
                optional("d", bool(MUST)),
                optional("e", any("")),
                optional("f", list(MUST, string(MUST))),
                optional("g", object(MUST))))
        .isEqualTo(
            """
            {"type":"object","properties":{"a":{"type":"string"},"b":{"type":"number"},\
            "c":{"type":"integer"},"d":{"type":"boolean"},"e":{},\
            "f":{"type":"array","items":{"type":"string"}},"g":{"type":"object"}}}""");
  }

  @Test
  void everyConstraintHasItsKeyword() {
    assertThat(
            attributes(
                optional("a", string(MUST).with(Constraint.oneOf(MUST, "x", "y"))),
                optional("b", string(MUST).with(new Constraint.Matches(MUST, "a|b", "a or b"))),
                optional(
                    "c",
                    number(MUST)
                        .with(
                            new Constraint.Bounds(
                                MUST, Optional.of(BigDecimal.ONE), true, Optional.empty(), true))),
                optional(
                    "d",
                    number(MUST)
                        .with(
                            new Constraint.Bounds(
                                MUST, Optional.of(BigDecimal.ONE), false, Optional.empty(), true))),
                optional(
                    "e",
                    list(MUST, any(""))
                        .with(
                            Constraint.length(MUST, 2, 3),
                            new Constraint.Distinct(MUST, Optional.empty()),
                            Constraint.count(MUST, Selector.where("t", "x"), 0, 1),
                            Constraint.count(MUST, Selector.whereOrAbsent("t", "y"), 1, 2)))))
        .isEqualTo(
            """
            {"type":"object","properties":{"a":{"type":"string","enum":["x","y"]},\
            "b":{"type":"string","pattern":"^(?:a|b)$"},\
            "c":{"type":"number","minimum":1},"d":{"type":"number","exclusiveMinimum":1},\
            "e":{"type":"array","items":{},"minItems":2,"maxItems":3,"uniqueItems":true,"allOf":[\
            {"contains":{"type":"object","properties":{"t":{"enum":["x"]}},"required":["t"]},\
            "minContains":0,"maxContains":1},\
            {"contains":{"type":"object","properties":{"t":{"enum":["y"]}}},\
            "minContains":1,"maxContains":2}]}}}""");
  }

  @Test
  void aChoiceIsAChainOfConditions() {
    ValueChoice choice =
        ValueChoice.by(MUST, demanded(MUST, "t", string(MUST)))
            .when("x", object(MUST, demanded(MUST, "forX", any(""))))
            .when("y", object(MUST));

    assertThat(attributes(optional("a", choice)))
        .isEqualTo(
            """
            {"type":"object","properties":{"a":{"type":"object",\
            "properties":{"t":{"type":"string","enum":["x","y"]}},"required":["t"],\
            "allOf":[{"if":{"properties":{"t":{"const":"x"}},"required":["t"]},\
            "then":{"type":"object","properties":{"forX":{}},"required":["forX"]},\
            "else":{"if":{"properties":{"t":{"const":"y"}},"required":["t"]},\
            "then":{"type":"object"}}}]}}}""");
  }

  @Test
  void attributesAreDemandedIfOneOfThemIs() {
    assertThat(document(optional("a", any(""))).get("required").orElseThrow())
        .hasToString("[\"zarr_format\",\"node_type\"]");
    assertThat(document(demanded(SHOULD, "a", any(""))).get("required").orElseThrow())
        .hasToString("[\"zarr_format\",\"node_type\"]");
    assertThat(document(demanded(MUST, "a", any(""))).get("required").orElseThrow())
        .hasToString("[\"zarr_format\",\"node_type\",\"attributes\"]");
  }

  @Test
  void defaultsMeaningsAndWordsAreTold() {
    assertThat(
            attributes(
                optional("a", integer(MUST)).orElse(JsonValue.of(3)).describedAs("How many."),
                optional("b", any("whatever the maker says"))))
        .isEqualTo(
            """
            {"type":"object","properties":{\
            "a":{"type":"integer","description":"How many.","default":3},\
            "b":{"description":"whatever the maker says"}}}""");
  }

  @Test
  void aKindThatIsOnlyRecommendedIsNotDemanded() {
    assertThat(attributes(optional("a", string(SHOULD).with(Constraint.oneOf(MUST, "x")))))
        .isEqualTo(
            """
            {"type":"object","properties":{"a":{"if":{"type":"string"},\
            "then":{"enum":["x"]}}}}""");
  }

  @Test
  void twoConstraintsOfOneSortBothHold() {
    assertThat(attributes(optional("a", string(MUST).matching("a.*", "a").matching(".*b", "b"))))
        .isEqualTo(
            """
            {"type":"object","properties":{"a":{"type":"string","pattern":"^(?:a.*)$",\
            "allOf":[{"pattern":"^(?:.*b)$"}]}}}""");
  }

  @Test
  void tuplesMapsUnionsAndClosedObjectsHaveTheirForms() {
    assertThat(
            attributes(
                optional("a", tuple(string(MUST), integer(MUST))),
                optional("b", mapOf(bool(MUST))),
                optional("c", anyOf(string(MUST), list(MUST, string(MUST)))),
                optional("d", object(MUST, required("x", number(MUST))).closed())))
        .isEqualTo(
            """
            {"type":"object","properties":{\
            "a":{"type":"array","minItems":2,"maxItems":2,\
            "prefixItems":[{"type":"string"},{"type":"integer"}]},\
            "b":{"type":"object","additionalProperties":{"type":"boolean"}},\
            "c":{"anyOf":[{"type":"string"},{"type":"array","items":{"type":"string"}}]},\
            "d":{"type":"object","properties":{"x":{"type":"number"}},"required":["x"],\
            "additionalProperties":false}}}""");
  }

  @Test
  void whatCannotBeSaidIsListed() {
    Rule coded = new Rule("coded", Level.MUST, Rule.Origin.TEXT, "Only code knows.");
    Rule refers = new Rule("refers", Level.MUST, Rule.Origin.TEXT, "An array is there.");
    Rule unique = new Rule("unique", Level.MUST, Rule.Origin.TEXT, "Names differ.");
    Export export =
        export(
            demanded(SHOULD, "a", any("").with(new Constraint.Coded(List.of(coded), part -> {}))),
            optional("b", string(MUST).with(new Constraint.Refers(refers, "array"))),
            optional(
                "c", list(MUST, any("")).with(new Constraint.Distinct(unique, Optional.of("n")))));

    assertThat(export.notExpressible())
        .extracting(NotExpressible::toString)
        .containsExactly(
            "coded (MUST) at /@a: only code can check it",
            "s (SHOULD) at /@a: JSON Schema knows no recommendations",
            "refers (MUST) at /@b: it is about another node, and a document tells of one",
            "unique (MUST) at /@c: JSON Schema compares whole elements, not one member of each",
            "schema.matched (MUST) at /: it needs something of what is declared, whatever it is");
    assertThat(export.schema().get("description").orElseThrow())
        .hasToString(
            "\"The zarr.json of a node that follows t@1.\\n\\nThis schema does not express:"
                + export.notExpressible().stream()
                    .map(one -> "\\n- " + one)
                    .collect(Collectors.joining())
                + "\"");
    assertThat(JsonPointer.of("x-espalier-not-expressed", "1").find(export.schema()).orElseThrow())
        .hasToString(
            """
            {"rule":"s","level":"SHOULD","where":"/@a",\
            "why":"JSON Schema knows no recommendations","text":"Should."}""");
  }

  private static String attributes(Field... fields) {
    return JsonPointer.of("$defs", "root-attributes")
        .find(export(fields).schema())
        .orElseThrow()
        .toString();
  }

  private static JsonObject document(Field... fields) {
    return (JsonObject) JsonPointer.of("$defs", "root").find(export(fields).schema()).orElseThrow();
  }

  private static Export export(Field... fields) {
    GroupDeclaration group = group().under(MUST);
    List.of(fields).forEach(group::attribute);
    return JsonSchemaExport.metadata(
        convention("t", "1").root(group).define("array", array()).build());
  }
}
