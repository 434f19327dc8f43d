package dev.espalier.model.evolve;

import static dev.espalier.model.declare.Declare.anyOf;
import static dev.espalier.model.declare.Declare.anything;
import static dev.espalier.model.declare.Declare.array;
import static dev.espalier.model.declare.Declare.choice;
import static dev.espalier.model.declare.Declare.convention;
import static dev.espalier.model.declare.Declare.dependingOn;
import static dev.espalier.model.declare.Declare.everyOther;
import static dev.espalier.model.declare.Declare.group;
import static dev.espalier.model.declare.Declare.integer;
import static dev.espalier.model.declare.Declare.list;
import static dev.espalier.model.declare.Declare.mapOf;
import static dev.espalier.model.declare.Declare.must;
import static dev.espalier.model.declare.Declare.number;
import static dev.espalier.model.declare.Declare.object;
import static dev.espalier.model.declare.Declare.optional;
import static dev.espalier.model.declare.Declare.reference;
import static dev.espalier.model.declare.Declare.required;
import static dev.espalier.model.declare.Declare.should;
import static dev.espalier.model.declare.Declare.string;
import static dev.espalier.model.declare.Declare.template;
import static dev.espalier.model.declare.Declare.tuple;
import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.model.declare.ArrayDeclaration;
import dev.espalier.model.declare.ChoiceDeclaration;
import dev.espalier.model.declare.GroupDeclaration;
import dev.espalier.model.declare.NodeDeclaration;
import dev.espalier.model.fill.FillValue;
import dev.espalier.model.finding.Level;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.schema.Schema;
import dev.espalier.model.schema.array.Dimension;
import dev.espalier.model.schema.array.Dimensions;
import dev.espalier.model.schema.rule.CoreRules;
import dev.espalier.model.schema.value.ValueSchema;
import dev.espalier.model.type.CoreType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each kind of change, with all that is said about it in {@code changes.txt}. */
class SchemaDiffTest {
  private final Map<String, List<SchemaChange>> cases = new LinkedHashMap<>();

  @Test
  void everyKindOfChangeIsClassedAndExplained() throws IOException {
    nodes();
    members();
    values();
    arrays();
    rules();
    List<String> lines = new ArrayList<>();
    cases.forEach(
        (name, changes) -> {
          lines.add("# " + name);
          changes.forEach(change -> lines.add(change.toString()));
        });

    assertThat(lines).containsExactlyElementsOf(expected());
  }

  private static List<String> expected() throws IOException {
    try (InputStream in = SchemaDiffTest.class.getResourceAsStream("changes.txt")) {
      assertThat(in).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private void nodes() {
    nodes("a group became an array", group(), array());
    nodes(
        "an alternative was added", oneOf("a", "float32"), oneOf("a", "float32").or("b", group()));
    nodes(
        "an alternative was removed",
        oneOf("a", "float32").or("b", group()),
        oneOf("a", "float32"));
    nodes("an alternative was renamed", oneOf("a", "float32"), oneOf("b", "float32"));
    nodes("a node became a choice", array(), choice().or("a", array()).or("b", group()));
    nodes("a choice became a node", choice().or("a", array()).or("b", group()), group());
    nodes("a group was closed", group(), group().closed());
    nodes("a group was opened", group().closed(), group());
    nodes("words changed", group().text("Old."), group().text("New."));
    nodes(
        "recursion ends",
        reference("self"),
        reference("self"),
        group().optionalMember("deeper", reference("self")),
        group().member("n", array()).optionalMember("deeper", reference("self")));
    cases.put(
        "signs and names changed",
        SchemaDiff.between(
            convention("a", "1").probe("/v", "1").root(group()).build(),
            convention("b", "2").probe("/v", "2").root(group()).build()));
    cases.put(
        "nothing but the version changed",
        SchemaDiff.between(
            convention("a", "1").root(group()).build(),
            convention("a", "2").root(group()).build()));
  }

  private static ChoiceDeclaration oneOf(String name, String type) {
    return choice().or(name, array().types(type));
  }

  private void members() {
    nodes("a required member was added", group(), group().member("m", array()));
    nodes("an optional member was added", group(), group().optionalMember("m", array()));
    nodes(
        "an optional member was added to a closed group",
        group().closed(),
        group().closed().optionalMember("m", array()));
    nodes("a required member was removed", group().member("m", array()), group());
    nodes("an optional member was removed", group().optionalMember("m", array()), group());
    nodes(
        "a member was removed from a closed group",
        group().closed().optionalMember("m", array()),
        group().closed());
    nodes(
        "a member became optional",
        group().member("m", array()),
        group().optionalMember("m", array()));
    nodes(
        "a member became required",
        group().recommendedMember("m", array()),
        group().member("m", array()));
    nodes(
        "a member became recommended",
        group().optionalMember("m", array()),
        group().recommendedMember("m", array()));
    nodes("all members were declared", group(), group().members(everyOther(), array()));
    nodes(
        "more members are demanded",
        group().members(1, template("s{n}"), array()),
        group().members(2, template("s{n}"), array()));
    nodes(
        "fewer members are demanded",
        group().members(2, template("s{n}"), array()),
        group().members(template("s{n}"), array()));
    nodes(
        "a member was taken from a pattern",
        group().members(template("s{n}"), array()),
        group().member("s0", array().types("int8")).members(template("s{n}"), array()));
    nodes(
        "a member fell to a pattern",
        group().member("s0", array().types("int8")).members(template("s{n}"), array()),
        group().members(template("s{n}"), array()));
    nodes(
        "patterns changed their order",
        group().members(template("s{n}"), array()).members(template("s{x}"), group()),
        group().members(template("s{x}"), group()).members(template("s{n}"), array()));
  }

  private void values() {
    values("the same value", string(), string());
    values("a string became an integer", string(), integer());
    values("an integer became a number", integer(), number());
    values("a number became an integer", number(), integer());
    values("any value became a string", anything("x"), string());
    values("a string became any value", string(), anything("x"));
    values("a value more", string().oneOf("a"), string().oneOf("a", "b"));
    values("a value less", string().oneOf("a", "b"), string().oneOf("a"));
    values("values were named", string(), string().oneOf("a"));
    values("a range was narrowed", number().between(0, 9), number().between(0, 8));
    values("a range was widened", number().between(0, 9), number().atLeast(0));
    values("a bound became exclusive", number().atLeast(0), number().above(0));
    values("a pattern changed", string().matching("a+", "a"), string().matching("b+", "b"));
    values("a pattern was removed", string().matching("a+", "a"), string());
    values("a list became shorter", list(string()).sized(1, 5), list(string()).sized(1, 4));
    values("a list became longer", list(string()).sized(1, 5), list(string()).sized(1));
    values("elements changed", list(integer()), list(number()));
    values("elements have to differ", list(integer()), list(integer()).distinct());
    values("a tuple became a list", tuple(integer(), number()), list(number()));
    values("a list became a tuple", list(number()), tuple(number(), number()));
    values("values of a map changed", mapOf(number()), mapOf(integer()));
    values("an object became a map", object(optional("a", integer())).closed(), mapOf(integer()));
    values("an open object became a map", object(optional("a", integer())), mapOf(integer()));
    values("a map became an object", mapOf(integer()), object(optional("a", number())));
    values("an alternative more", anyOf(integer(), string()), anyOf(string(), integer(), object()));
    values("an alternative less", anyOf(integer(), string()), anyOf(string()));
    values("a value became one of several", integer(), anyOf(string(), number()));
    values(
        "a case more",
        dependingOn("type").when("a", object()),
        dependingOn("type").when("a", object()).when("b", object()));
    values(
        "a case less",
        dependingOn("type").when("a", object()).when("b", object()),
        dependingOn("type").when("a", object()));
    values(
        "a case of its own",
        dependingOn("type").otherwise(object()),
        dependingOn("type").otherwise(object()).when("a", object(required("x", string()))));
    nodes("a required attribute", group(), group().attribute("a", string()));
    nodes("an optional attribute", group(), group().optional("a", string()));
    nodes("a lost attribute", group().attribute("a", string()), group());
    nodes("attributes were closed", group(), group().closedAttributes());
    nodes(
        "absence means something else",
        group().attribute(optional("a", integer()).orElse(JsonValue.of(1))),
        group().attribute(optional("a", integer()).orElse(JsonValue.of(2))));
  }

  private static Dimensions advised(String extent) {
    return new Dimensions(
        List.of(Dimension.of(extent)),
        new Rule("lab.rank", Level.SHOULD, Rule.Origin.TEXT, "One axis."),
        CoreRules.ARRAY_EXTENT,
        CoreRules.ARRAY_DIMENSION_NAMES);
  }

  private void arrays() {
    nodes("a type more", array().types("int8"), array().types("int8", "int16"));
    nodes("a type less", array().types("int8", "int16"), array().types("int8"));
    nodes("a word for types", array().types("int8", "uint8"), array().types("integer"));
    nodes("types in another order", array().types("int8", "r16"), array().types("r16", "int8"));
    nodes("any type became raw", array(), array().types("raw"));
    nodes("another rank", array().dimensions("*"), array().dimensions("*", "*"));
    nodes("any leading dimensions", array().dimensions("*", "3"), array().dimensions("...", "3"));
    nodes(
        "a rank became advice and an extent a rule",
        array().dimensions("...", "3"),
        array().dimensions(advised("4")));
    nodes("an extent was fixed", array().dimensions("*"), array().dimensions("3"));
    nodes("an extent was freed", array().dimensions("3"), array().dimensions("*"));
    nodes("dimensions were named", array().dimensions("x"), array().namedDimensions("x"));
    nodes("names were freed", array().namedDimensions("x"), array().dimensions("x"));
    nodes("a symbol was renamed", two("n", "n+1"), two("m", "m+1"));
    nodes("a symbol was parted", two("n", "n"), two("n", "m"));
    nodes("symbols were joined", two("n", "m"), two("n", "n"));
    nodes("an expression changed", two("n", "n+1"), two("n", "n+2"));
    nodes("a symbol is shared further up", runs(), runs().dimensions("n"));
    nodes("a symbol is shared further down", runs().dimensions("n"), runs());
    nodes("a fill value is demanded", array(), array().fillValue(FillValue.zero(CoreType.INT8)));
    nodes("a fill value is free", array().fillValue(FillValue.zero(CoreType.INT8)), array());
    nodes("chunks are demanded", array(), array().chunks("8"));
    nodes("chunks are demanded no more", array().chunks("8"), array().preferChunks("8"));
    nodes("chunks are wished for", array(), array().preferChunks("8"));
    nodes("elements have to rise", array(), array().rising());
    nodes("elements need not rise", array().rising(), array());
    nodes("elements begin elsewhere", array().first("0"), array().first("1"));
  }

  private static GroupDeclaration two(String a, String b) {
    return group().member("a", array().dimensions(a)).member("b", array().dimensions(b));
  }

  private static GroupDeclaration runs() {
    ArrayDeclaration line = array().dimensions("n");
    return group().members(template("run{n}"), group().member("a", line).member("b", line));
  }

  private void rules() {
    nodes("one data type", ab(), ab().sameDataType("a", "b"));
    nodes("several data types", ab().sameDataType("a", "b"), ab());
    nodes("one of two became at least one", ab().exactlyOne("a", "b"), ab().atLeastOne("b", "a"));
    nodes("at least one became one of two", ab().atLeastOne("a", "b"), ab().exactlyOne("a", "b"));
    nodes("one asks for another", ab(), ab().requires("a", "b"));
    nodes("a recommendation more", ab(), ab().check(should("lab.r", "R."), subject -> {}));
    nodes("a requirement more", ab(), ab().check(must("lab.r", "R."), subject -> {}));
    nodes(
        "a recommendation became a requirement",
        ab().check(should("lab.r", "R."), subject -> {}),
        ab().check(must("lab.r", "R."), subject -> {}));
    nodes(
        "a requirement became a recommendation",
        ab().check(must("lab.r", "R."), subject -> {}),
        ab().check(should("lab.r", "R."), subject -> {}));
    nodes("another rule", group().under(must("lab.g", "A group.")), group());
    nodes("names that agree", ab(), ab().dimensionNamesAgree());
  }

  private static GroupDeclaration ab() {
    return group().optionalMember("a", array()).optionalMember("b", array());
  }

  private void values(String name, ValueSchema older, ValueSchema newer) {
    nodes(name, group().optional("v", older), group().optional("v", newer));
  }

  private void nodes(String name, NodeDeclaration older, NodeDeclaration newer) {
    nodes(name, older, newer, group(), group());
  }

  private void nodes(
      String name,
      NodeDeclaration older,
      NodeDeclaration newer,
      NodeDeclaration self,
      NodeDeclaration selfNow) {
    Schema before = convention("lab:x", "1").root(older).define("self", self).build();
    Schema after = convention("lab:x", "2").root(newer).define("self", selfNow).build();
    cases.put(name, SchemaDiff.between(before, after));
  }
}
