package dev.espalier.model.match;

import static dev.espalier.model.declare.Declare.array;
import static dev.espalier.model.declare.Declare.convention;
import static dev.espalier.model.declare.Declare.group;
import static dev.espalier.model.declare.Declare.integer;
import static dev.espalier.model.declare.Declare.list;
import static dev.espalier.model.declare.Declare.object;
import static dev.espalier.model.declare.Declare.required;
import static dev.espalier.model.declare.Declare.string;
import static dev.espalier.model.match.Trees.told;
import static dev.espalier.model.match.Trees.tree;
import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.model.edit.Edit;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.schema.Schema;
import dev.espalier.model.schema.rule.CoreRules;
import dev.espalier.model.schema.value.Constraint;
import dev.espalier.model.schema.value.Selector;
import dev.espalier.model.schema.value.ValueSchema;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An edit corrects how a value is spelled, never what it says of the data. */
class ValueEditsTest {
  private static Match matched(ValueSchema schema, JsonValue value) {
    return tree().attribute("/", "it", value).against(group().attribute("it", schema));
  }

  private static List<String> edits(Match match) {
    return match.findings().stream()
        .flatMap(finding -> finding.edits().stream())
        .map(Edit::describe)
        .toList();
  }

  @Test
  void theOnlyAllowedUnitIsNotPutOverAnotherOne() {
    Match match = matched(string().oneOf("m"), JsonValue.of("cm"));
    assertThat(told(match)).containsExactly("attribute.value at /: \"it\" is \"cm\", not \"m\"");
    assertThat(match.findings().get(0).fix()).contains("write \"m\"");
    assertThat(edits(match)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "m, M",
    "hPa, kPa",
    "hPa, Pa",
    "mPa, MPa",
    "degC, degF",
    "2.0, 1.0",
    "float32, float64",
    "kelvin, celsius",
    "metre, micrometre"
  })
  void anotherMeaningIsNotMended(String allowed, String found) {
    assertThat(edits(matched(string().oneOf(allowed), JsonValue.of(found)))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "metre, Metre",
    "metre, meter",
    "metre, metres",
    "wind, WIND",
    "wind, wnid",
    "mean-sea-level, mean_sea_level",
    "csr_matrix, csr_matirx"
  })
  void anotherSpellingIsMended(String allowed, String found) {
    assertThat(edits(matched(string().oneOf(allowed), JsonValue.of(found))))
        .containsExactly("set attribute /it of / to \"" + allowed + "\"");
  }

  @Test
  void whereTwoValuesAreAsNearNeitherIsPutThere() {
    assertThat(edits(matched(string().oneOf("north", "south"), JsonValue.of("sorth")))).isEmpty();
  }

  @Test
  void anotherNumberIsNotMended() {
    Match match = matched(integer().with(oneOf(JsonValue.of(3))), JsonValue.of(4));
    assertThat(told(match)).containsExactly("attribute.value at /: \"it\" is 4, not 3");
    assertThat(edits(match)).isEmpty();
  }

  @Test
  void aNumberIsPutInQuotesWhereATextIsAskedFor() {
    assertThat(edits(matched(string(), JsonValue.of(3))))
        .containsExactly("set attribute /it of / to \"3\"");
    assertThat(edits(matched(string().namingDimension("n"), JsonValue.of(3)))).isEmpty();
  }

  @Test
  void aNumberThatStandsForANodeIsPutInQuotesOnlyIfThereIsSuchANode() {
    Schema referring =
        convention("test", "1")
            .root(group().attribute("it", string().referringTo("array")))
            .define("array", array())
            .build();
    Trees numbered = tree().array("/3", "int8", 1);
    assertThat(edits(numbered.attribute("/", "it", JsonValue.of(3)).against(referring)))
        .containsExactly("set attribute /it of / to \"3\"");
    Match none = numbered.attribute("/", "it", JsonValue.of(4)).against(referring);
    assertThat(told(none))
        .containsExactly("attribute.type at /: \"it\" is the number 4, not a string");
    assertThat(edits(none)).isEmpty();
  }

  private static Constraint oneOf(JsonValue value) {
    return new Constraint.OneOf(CoreRules.ATTRIBUTE_VALUE, List.of(value));
  }

  @Test
  void whatGoesWithoutSayingIsAdded() {
    assertThat(edits(tree().against(group().attribute("it", string().oneOf("m")))))
        .containsExactly("set attribute /it of / to \"m\"");
  }

  @Test
  void anElementOfAnotherShortSortIsNotMadeTheOneThatIsMissed() {
    ValueSchema axes =
        list(object(required("type", string())))
            .with(
                Constraint.count(CoreRules.ATTRIBUTE_COUNT, Selector.where("type", "degC"), 1, 1));
    Match match = matched(axes, JsonArray.of(JsonObject.of("type", JsonValue.of("degF"))));
    assertThat(told(match))
        .containsExactly("attribute.count at /: \"it\" has 0 elements of type \"degC\", not 1");
    assertThat(edits(match)).isEmpty();
  }
}
