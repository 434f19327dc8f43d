package dev.espalier.model.match;

import static dev.espalier.model.declare.Declare.array;
import static dev.espalier.model.declare.Declare.convention;
import static dev.espalier.model.declare.Declare.group;
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
import dev.espalier.model.declare.NodeDeclaration;
import dev.espalier.model.finding.Finding;
import dev.espalier.model.finding.Level;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonNull;
import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.Attributes;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.node.UnreadableSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.schema.Schema;
import dev.espalier.model.schema.value.Constraint;
import dev.espalier.model.schema.value.Inspection;
import dev.espalier.model.schema.value.Selector;
import dev.espalier.model.schema.value.ValueChoice;
import dev.espalier.model.schema.value.ValueSchema;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.CoreType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatcherTest {
  private static final Rule KIND = must("kind");
  private static final Rule PRESENCE = must("presence");
  private static final Rule EXTRA = must("extra");

  @Test
  void membersThatAreNotDeclaredAreLeftAlone() {
    ValueSchema.Obj schema = object(KIND, optional("a", string(KIND)));
    assertThat(check(schema, json().put("b", 1).put("a", "x").build())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"MUST", "SHOULD", "MAY"})
  void aMissingMemberBreaksTheRuleOfItsPresence(Level level) {
    Rule presence = new Rule("p", level, Rule.Origin.TEXT, "");
    ValueSchema.Obj schema =
        object(KIND, demanded(presence, "a", string(KIND)), optional("b", string(KIND)));

    assertThat(check(schema, json().put("b", "x").build()))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.rule()).isEqualTo(presence);
              assertThat(finding.pointer()).hasToString("/attributes/a");
              assertThat(finding.message()).isEqualTo("/ has no attribute \"a\"");
              assertThat(finding.fix()).contains("add \"a\": a string");
            });
  }

  @Test
  void aMemberThatIsNearlyTheMissingOneIsPointedOut() {
    ValueSchema.Obj schema = object(KIND, demanded(PRESENCE, "datasets", list(KIND, string(KIND))));

    assertThat(check(schema, json().put("dataset", "x").put("other", 1).build()))
        .singleElement()
        .extracting(Finding::fix)
        .isEqualTo(Optional.of("rename \"dataset\" to \"datasets\""));
  }

  @Test
  void aDeclaredMemberIsNoMisspelling() {
    ValueSchema.Obj schema =
        object(KIND, demanded(PRESENCE, "axis", string(KIND)), optional("axes", any("any")));

    assertThat(check(schema, json().put("axes", 1).build()))
        .singleElement()
        .extracting(Finding::fix)
        .isEqualTo(Optional.of("add \"axis\": a string"));
  }

  @Test
  void nothingIsFoundBelowAValueOfTheWrongKind() {
    ValueSchema.Obj schema =
        object(
            KIND,
            demanded(PRESENCE, "a", object(KIND, demanded(PRESENCE, "b", string(KIND)))),
            demanded(PRESENCE, "l", list(KIND, string(KIND)).with(Constraint.atLeast(EXTRA, 1))));

    assertThat(check(schema, json().put("a", "x").put("l", "y").build()))
        .extracting(finding -> finding.pointer().toString())
        .containsExactly("/attributes/a", "/attributes/l");
  }

  @ParameterizedTest
  @CsvSource({
    "1, true, true", "1.0, true, true", "1e2, true, true", "100e-2, true, true",
    "1.5, true, false", "15e-1, true, false", "1e999999999999, true, false", "-0.0, true, true"
  })
  void numbersAreOfAKindByTheirValue(String text, boolean isNumber, boolean isInteger) {
    JsonValue value = new JsonNumber(text);
    assertThat(ValueSchema.Kind.NUMBER.holds(value)).isEqualTo(isNumber);
    assertThat(ValueSchema.Kind.INTEGER.holds(value)).isEqualTo(isInteger);
  }

  @Test
  void eachKindOfValueIsToldFromTheOthers() {
    List<JsonValue> values =
        List.of(
            JsonNull.NULL,
            JsonValue.of(true),
            JsonValue.of("x"),
            new JsonNumber("0.5"),
            JsonArray.of(),
            JsonObject.empty());
    List<ValueSchema> schemas =
        List.of(string(KIND), number(KIND), bool(KIND), list(KIND, any("")), object(KIND));
    List<String> accepted = new ArrayList<>();
    for (ValueSchema schema : schemas) {
      for (JsonValue value : values) {
        if (check(object(KIND, optional("v", schema)), JsonObject.of("v", value)).isEmpty()) {
          accepted.add(schema.getClass().getSimpleName() + " " + value);
        }
      }
    }
    assertThat(accepted)
        .containsExactly("Scalar \"x\"", "Scalar 0.5", "Scalar true", "ListOf []", "Obj {}");
    assertThat(check(object(KIND, optional("v", integer(KIND))), JsonObject.of("v", values.get(3))))
        .singleElement()
        .extracting(Finding::message)
        .isEqualTo("\"v\" is the number 0.5, not an integer");
  }

  @Test
  void aChoiceIsMadeByOneField() {
    ValueChoice choice =
        ValueChoice.by(KIND, demanded(PRESENCE, "type", string(EXTRA)))
            .when("a", object(KIND, demanded(PRESENCE, "forA", string(KIND))))
            .when("b", object(KIND, demanded(PRESENCE, "forB", string(KIND))));

    assertThat(pointers(choice, json().put("type", "a"))).containsExactly("/attributes/v/forA");
    assertThat(pointers(choice, json().put("type", "b"))).containsExactly("/attributes/v/forB");
    assertThat(pointers(choice, json().put("type", "c"))).containsExactly("/attributes/v/type");
    assertThat(pointers(choice, json().put("type", 1))).containsExactly("/attributes/v/type");
    assertThat(pointers(choice, json())).containsExactly("/attributes/v/type");
    assertThat(pointers(choice.otherwise(object(KIND)), json().put("type", "c"))).isEmpty();
  }

  @Test
  void valuesAreComparedAsNumbersWhereTheyAreNumbers() {
    Constraint one = new Constraint.OneOf(EXTRA, List.of(JsonValue.of(1), JsonValue.of("x")));
    assertThat(pointers(any("").with(one), new JsonNumber("1.0"))).isEmpty();
    assertThat(pointers(any("").with(one), JsonValue.of("x"))).isEmpty();
    assertThat(pointers(any("").with(one), JsonValue.of(2))).hasSize(1);
    ValueSchema distinct =
        list(KIND, any("")).with(new Constraint.Distinct(EXTRA, Optional.empty()));
    assertThat(
            pointers(
                distinct,
                JsonArray.of(
                    JsonArray.of(JsonValue.of(10)),
                    JsonArray.of(JsonValue.of("10")),
                    JsonArray.of(new JsonNumber("1e1")))))
        .containsExactly("/attributes/v/2");
  }

  @Test
  void oneOfSuggestsTheNearestText() {
    ValueSchema unit = string(KIND).with(Constraint.oneOf(EXTRA, "micrometer", "nanometer"));
    assertThat(check(object(KIND, optional("v", unit)), JsonObject.of("v", text("micrometre"))))
        .singleElement()
        .extracting(Finding::fix)
        .isEqualTo(Optional.of("write \"micrometer\""));
  }

  @ParameterizedTest
  @CsvSource({"0, true, true", "0, false, false", "0.0001, false, true", "-1, true, false"})
  void boundsAreExact(String number, boolean inclusive, boolean right) {
    Constraint above =
        new Constraint.Bounds(
            EXTRA, Optional.of(BigDecimal.ZERO), inclusive, Optional.empty(), true);
    assertThat(pointers(number(KIND).with(above), new JsonNumber(number)).isEmpty())
        .isEqualTo(right);
  }

  @Test
  void allOfATextHasToMatch() {
    ValueSchema schema = string(KIND).with(new Constraint.Matches(EXTRA, "a|bc", "a or bc"));
    assertThat(pointers(schema, text("bc"))).isEmpty();
    assertThat(pointers(schema, text("abc"))).hasSize(1);
    assertThat(pointers(schema, text("a\n"))).hasSize(1);
  }

  @Test
  void elementsAreCountedByTheTextInAField() {
    Constraint count = Constraint.count(EXTRA, Selector.where("t", "x", "y"), 1, 2);
    ValueSchema schema = list(KIND, object(KIND, optional("t", string(KIND)))).with(count);
    JsonValue selected = JsonObject.of("t", text("x"));
    JsonValue other = JsonObject.of("t", text("z"));

    assertThat(pointers(schema, JsonArray.of(selected, other))).isEmpty();
    assertThat(pointers(schema, JsonArray.of(other, JsonObject.empty())))
        .containsExactly("/attributes/v");
    assertThat(pointers(schema, JsonArray.of(selected, selected, selected))).hasSize(1);
    assertThat(Selector.whereOrAbsent("t", "x").selects(JsonObject.empty())).isTrue();
  }

  @Test
  void whatBuildsOnABrokenPartIsSilent() {
    Constraint count = Constraint.count(EXTRA, Selector.where("t", "x"), 1, 1);
    ValueSchema schema = list(KIND, object(KIND, optional("t", string(KIND)))).with(count);

    assertThat(pointers(schema, JsonArray.of(JsonObject.of("t", JsonValue.of(1)))))
        .containsExactly("/attributes/v/0/t");
  }

  /** Else a profile that leaves the broken rule out would see nothing at all. */
  @Test
  void aRuleOfThePublishedSchemaIsNotSilencedByOneThatIsNot() {
    Rule text = new Rule("text", Level.MUST, Rule.Origin.TEXT, "");
    Rule should = new Rule("should", Level.SHOULD, Rule.Origin.SCHEMA, "");
    Constraint count = Constraint.count(EXTRA, Selector.where("t", "x"), 1, 1);
    JsonValue value = JsonArray.of(JsonObject.of("t", JsonValue.of(1)));

    for (Rule broken : List.of(text, should)) {
      ValueSchema schema = list(KIND, object(KIND, optional("t", string(broken)))).with(count);
      assertThat(check(object(KIND, optional("v", schema)), JsonObject.of("v", value)))
          .extracting(Finding::rule)
          .containsExactly(broken, EXTRA);
    }
  }

  @Test
  void codeSeesThePartAndWhatIsBelow() {
    List<String> seen = new ArrayList<>();
    Inspection code =
        part -> {
          seen.add(part.node() + " " + part.pointer() + " " + part.value());
          part.elements().forEach(e -> seen.add(e.pointer() + " " + e.text().orElse("-")));
          seen.add(part.isSound(EXTRA) + " " + part.isIntact(EXTRA));
          part.report(EXTRA, finding -> finding.message("no").pointer(JsonPointer.of("shape")));
        };
    ValueSchema schema = list(KIND, string(KIND)).with(new Constraint.Coded(List.of(EXTRA), code));

    assertThat(pointers(schema, JsonArray.of(text("a"), JsonValue.of(1))))
        .containsExactly("/attributes/v/1", "/shape");
    assertThat(seen)
        .containsExactly(
            "/ /attributes/v [\"a\",1]", "/attributes/v/0 a", "/attributes/v/1 -", "false true");
  }

  @ParameterizedTest
  @CsvSource({
    "a/data, ''",
    "a, /attributes/v",
    "nothing, /attributes/v",
    "../a, /attributes/v",
    "/a/data, /attributes/v",
    "'', /attributes/v",
    "broken, ''",
  })
  void referencesLeadToNodesOfTheRightKind(String path, String pointer) {
    ValueSchema schema = string(KIND).with(new Constraint.Refers(EXTRA, "target"));
    List<Finding> findings =
        findings(referring(schema, array().under(EXTRA)), tree(path, true), NodePath.root());

    List<String> expected =
        switch (path) {
          case "a/data" -> List.of();
          case "a" -> List.of("/a");
          case "broken" -> List.of("/broken");
          default -> List.of("/" + pointer);
        };
    assertThat(findings).extracting(f -> f.node() + f.pointer().toString()).isEqualTo(expected);
    assertThat(findings).extracting(Finding::rule).allMatch(EXTRA::equals);
  }

  @Test
  void nothingIsSaidOfMembersThatAStoreCannotList() {
    ValueSchema schema = string(KIND).with(new Constraint.Refers(EXTRA, "target"));
    Schema group = referring(schema, array().under(EXTRA));

    assertThat(findings(group, tree("nothing", false), NodePath.root())).isEmpty();
  }

  @Test
  void attributesOfReferredNodesAreChecked() {
    ValueSchema schema = string(KIND).with(new Constraint.Refers(EXTRA, "target"));
    Schema group =
        referring(schema, array().under(KIND).attribute(demanded(PRESENCE, "unit", string(KIND))));

    assertThat(findings(group, tree("a/data", true), NodePath.root()))
        .extracting(f -> f.node() + " " + f.pointer())
        .containsExactly("/a/data /attributes/unit");
    assertThat(group.rules()).contains(KIND, EXTRA, PRESENCE);
  }

  @Test
  void aNodeThatIsNotThereIsAFinding() {
    assertThat(findings(schemaOf(group()), GroupSpec.empty(), NodePath.parse("/a")))
        .singleElement()
        .extracting(Finding::message)
        .isEqualTo("there is no node at /a");
  }

  private static NodeSpec tree(String path, boolean membersKnown) {
    ArraySpec data = ArraySpec.builder().dataType(CoreType.INT8).shape(Shape.of(1)).build();
    return GroupSpec.builder()
        .attributes(Attributes.none().with("v", text(path)))
        .membersKnown(membersKnown)
        .putMember("a", GroupSpec.builder().putMember("data", data).build())
        .putMember("broken", new UnreadableSpec(UnreadableSpec.Problem.CORRUPT, "no"))
        .build();
  }

  private static Rule must(String id) {
    return new Rule(id, Level.MUST, Rule.Origin.SCHEMA, "The rule " + id + ".");
  }

  private static JsonObject.Builder json() {
    return JsonObject.builder();
  }

  private static JsonValue text(String text) {
    return JsonValue.of(text);
  }

  private static List<Finding> check(ValueSchema.Obj schema, JsonObject attributes) {
    GroupDeclaration group = group().under(KIND);
    schema.fields().forEach(group::attribute);
    return findings(
        schemaOf(group),
        GroupSpec.empty().withAttributes(Attributes.of(attributes)),
        NodePath.root());
  }

  private static Schema schemaOf(GroupDeclaration group) {
    return convention("test", "1").root(group).build();
  }

  private static Schema referring(ValueSchema schema, NodeDeclaration target) {
    return convention("test", "1")
        .root(group().under(KIND).optional("v", schema))
        .define("target", target)
        .build();
  }

  private static List<Finding> findings(Schema schema, NodeSpec hierarchy, NodePath at) {
    return Matcher.of(schema).match(hierarchy, at).findings();
  }

  private static List<String> pointers(ValueSchema schema, JsonObject.Builder value) {
    return pointers(schema, value.build());
  }

  private static List<String> pointers(ValueSchema schema, JsonValue value) {
    return check(object(KIND, optional("v", schema)), JsonObject.of("v", value)).stream()
        .map(finding -> finding.pointer().toString())
        .toList();
  }
}
