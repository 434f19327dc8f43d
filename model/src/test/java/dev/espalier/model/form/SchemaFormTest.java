package dev.espalier.model.form;

import static dev.espalier.model.declare.Declare.array;
import static dev.espalier.model.declare.Declare.convention;
import static dev.espalier.model.declare.Declare.everyOther;
import static dev.espalier.model.declare.Declare.group;
import static dev.espalier.model.declare.Declare.list;
import static dev.espalier.model.declare.Declare.matching;
import static dev.espalier.model.declare.Declare.must;
import static dev.espalier.model.declare.Declare.number;
import static dev.espalier.model.declare.Declare.reference;
import static dev.espalier.model.declare.Declare.string;
import static dev.espalier.model.declare.Declare.template;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.model.error.InvalidHierarchyException;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.match.Matcher;
import dev.espalier.model.node.Attributes;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.schema.NodeInspection;
import dev.espalier.model.schema.Schema;
import dev.espalier.model.schema.value.Constraint;
import dev.espalier.model.schema.value.Inspection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SchemaFormTest {
  private static final Rule TITLE = must("test.title", "A title ends in a period.");

  private static Schema gauge() {
    return convention("example:gauge", "1.0")
        .title("A gauge")
        .probe("/gauge/version", "1.0")
        .root(
            group()
                .attribute("station", string())
                .recommended("latitude", number().between(-90, 90))
                .member("time", array().types("int64").namedDimensions("time").strictlyRising())
                .optionalMember("level", array().types("float").dimensions("time"))
                .members(template("run_{n}"), reference("run"))
                .check(TITLE, subject -> {}))
        .define("run", group().member("level", array().dimensions("sample")))
        .build();
  }

  @Test
  void aSchemaIsSpelledOnceAndWithoutWhatGoesWithoutSaying() {
    assertThat(SchemaForm.write(gauge()))
        .hasToString(
            """
            {"espalier":1,"name":"example:gauge","version":"1.0","title":"A gauge",\
            "probes":[{"at":"/gauge/version","value":"1.0"}],\
            "rules":{"test.title":{"level":"MUST","origin":"TEXT",\
            "text":"A title ends in a period."}},\
            "root":{"group":{"attributes":{"station":"string",\
            "latitude":{"type":"number","min":-90,"max":90,"presence":"recommended"}},\
            "members":{"time":{"array":{"types":["int64"],"dimensions":[{"name":"time"}],\
            "elements":[{"rising":"strictly"}]}},\
            "level":{"array":{"types":["float"],"dimensions":["time"]},"presence":"optional"},\
            "run_{n}":{"reference":"run"}},\
            "rules":[{"code":["test.title"]}]}},\
            "definitions":{"run":{"group":{"members":{"level":{"array":{\
            "dimensions":["sample"]}}}}}}}""");
  }

  @Test
  void codeThatIsNotHereIsSaidToBeMissing() {
    Schema loaded = SchemaForm.read(SchemaForm.write(gauge()));
    assertThat(Matcher.of(loaded).match(GroupSpec.empty(), NodePath.root()).findings())
        .extracting(finding -> finding.rule().id() + ": " + finding.message())
        .contains(
            "rule.checked: the code that checks test.title is not here, so it was not checked");
  }

  @Test
  void codeThatIsNotHereIsMissedOncePerNodeHoweverManyValuesItIsAbout() {
    Rule even = must("test.even", "Numbers are even.");
    Schema checked =
        convention("test", "1")
            .root(
                group()
                    .attribute(
                        "numbers",
                        list(number().with(new Constraint.Coded(List.of(even), part -> {})))))
            .build();
    GroupSpec many =
        GroupSpec.builder()
            .attributes(Attributes.of(JsonObject.of("numbers", JsonArray.ofLongs(1, 2, 3, 4, 5))))
            .build();
    assertThat(
            Matcher.of(SchemaForm.read(SchemaForm.write(checked)))
                .match(many, NodePath.root())
                .findings())
        .extracting(finding -> finding.pointer() + ": " + finding.message())
        .containsExactly(
            "/attributes/numbers/0: the code that checks test.even is not here, so it was not"
                + " checked");
  }

  @Test
  void namesThatLookLikePatternsAreSpelledWithADotAndASlash() {
    Schema odd =
        convention("test", "1")
            .root(
                group()
                    .member("*", array())
                    .member("s{n}", array())
                    .member(".hidden", array())
                    .members(template("*{n}"), array())
                    .members(matching("a|b"), array())
                    .members(everyOther(), array()))
            .build();
    assertThat(((JsonObject) at(SchemaForm.write(odd), "root", "group", "members")).members())
        .containsOnlyKeys("./*", "./s{n}", ".hidden", "*{n}", "/a|b/", "*");
  }

  private static JsonValue at(JsonValue value, String... names) {
    JsonValue here = value;
    for (String name : names) {
      here = ((JsonObject) here).get(name).orElseThrow();
    }
    return here;
  }

  @Test
  void codeCanBeHandedIn() {
    CodeBinding code =
        new CodeBinding() {
          @Override
          public Optional<Inspection> ofValue(List<Rule> rules) {
            return Optional.empty();
          }

          @Override
          public Optional<NodeInspection> ofNode(List<Rule> rules) {
            return Optional.of(
                subject -> subject.report(TITLE, finding -> finding.message("no period")));
          }
        };
    Schema loaded = SchemaForm.read(SchemaForm.write(gauge()), code);
    assertThat(Matcher.of(loaded).match(GroupSpec.empty(), NodePath.root()).findings())
        .extracting(finding -> finding.message())
        .contains("no period");
  }

  @Test
  void allMistakesAreToldAtOnceEachWithItsPlace() {
    JsonObject broken =
        SchemaForm.write(gauge())
            .with("vresion", JsonValue.of("1.0"))
            .without("version")
            .with(
                "root",
                JsonObject.of(
                    "group",
                    JsonObject.builder()
                        .put(
                            "attributes",
                            JsonObject.builder()
                                .put("a", "text")
                                .put(
                                    "b",
                                    JsonObject.builder()
                                        .put("type", "string")
                                        .put("patern", "x")
                                        .put("presence", "sometimes")
                                        .build())
                                .put(
                                    "c",
                                    JsonObject.builder()
                                        .put("type", "string")
                                        .put("pattern", "(")
                                        .build())
                                .build())
                        .put(
                            "members",
                            JsonObject.builder()
                                .put(
                                    "x",
                                    JsonObject.of(
                                        "array",
                                        JsonObject.of(
                                            "dimensions", JsonArray.of(JsonValue.of("y+")))))
                                .put("a/b", JsonObject.of("reference", JsonValue.of("run")))
                                .put("n", JsonObject.of("grup", JsonObject.empty()))
                                .build())
                        .put("rules", JsonArray.of(JsonObject.of("some", JsonArray.of())))
                        .build()));
    assertThatThrownBy(() -> SchemaForm.read(broken))
        .isInstanceOf(InvalidHierarchyException.class)
        .hasMessage(
            """
            the document is no schema
              the document has no "version"; rename "vresion" to "version"
              /root/group/attributes/a is "text", not string, number, integer, boolean, any or\
             object, or an object with a type; write string, number, integer, boolean, any or object,\
             or an object with a type
              /root/group/attributes/b/presence is "sometimes", not required, recommended, optional\
             or an object with a rule; write required, recommended, optional or an object with a rule
              /root/group/attributes/b/patern is no name that the form has there; rename "patern" to\
             "pattern"
              /root/group/attributes/c/pattern: "(" is no regular expression: Unclosed group; correct\
             it
              /root/group/members/x/array/dimensions/0: extent "y+": expected a symbol or a number at\
             character 3; write a number, a symbol, rows+1, 2*n, ceil(y/2), * or ...; correct it
              /root/group/members/a~1b: node name "a/b" contains "/", which separates names in a path;\
             correct it
              /root/group/members/n/grup is no name that the form has there; rename "grup" to "group"
              /root/group/rules/0/some is no name that the form has there; remove "some\"""");
  }
}
