package dev.espalier.model.form;

import static dev.espalier.model.declare.Declare.array;
import static dev.espalier.model.declare.Declare.convention;
import static dev.espalier.model.declare.Declare.group;
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
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.schema.NodeInspection;
import dev.espalier.model.schema.Schema;
import dev.espalier.model.schema.value.Inspection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
  void everySchemaSurvivesItsForm() {
    for (long seed = 0; seed < 500; seed++) {
      Schema schema = RandomSchemas.of(seed);
      JsonObject form = SchemaForm.write(schema);
      Schema read = SchemaForm.read(form);
      assertThat(read).as("seed %d", seed).isEqualTo(schema);
      assertThat(SchemaForm.write(read)).as("seed %d", seed).hasToString(form.toString());
    }
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
               has no "version"; rename "vresion" to "version"
              /root/group/attributes/a is "text", not string, number, integer or boolean, or an\
             object with a type; write string, number, integer or boolean, or an object with a type
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

  @Test
  void aCircleOfReferencesIsRefused() {
    JsonObject circle =
        JsonObject.builder()
            .put("espalier", 1)
            .put("name", "x")
            .put("version", "1")
            .put("root", JsonObject.of("reference", JsonValue.of("a")))
            .put(
                "definitions",
                JsonObject.builder()
                    .put("a", JsonObject.of("reference", JsonValue.of("b")))
                    .put("b", JsonObject.of("reference", JsonValue.of("a")))
                    .build())
            .build();
    assertThatThrownBy(() -> SchemaForm.read(circle))
        .isInstanceOf(InvalidHierarchyException.class)
        .hasMessageContaining("a needs b needs a; make a member on the way optional");
  }

  @ParameterizedTest
  @ValueSource(ints = {10_000})
  @Timeout(60)
  void manyMembersAreFine(int count) {
    JsonObject.Builder members = JsonObject.builder();
    JsonObject.Builder attributes = JsonObject.builder();
    for (int i = 0; i < count; i++) {
      members.put("member_" + i, JsonObject.of("array", JsonObject.empty()));
      attributes.put("attribute_" + i, "string");
    }
    JsonObject form =
        JsonObject.builder()
            .put("espalier", 1)
            .put("name", "x")
            .put("version", "1")
            .put(
                "root",
                JsonObject.of(
                    "group",
                    JsonObject.builder()
                        .put("attributes", attributes.build())
                        .put("members", members.build())
                        .build()))
            .build();
    Schema schema = SchemaForm.read(form);
    assertThat(Matcher.of(schema).match(GroupSpec.empty(), NodePath.root()).findings())
        .hasSize(2 * count);
  }

  @Test
  void deepNestingEndsWithAMistake() {
    JsonValue value = JsonValue.of("string");
    for (int i = 0; i < 400; i++) {
      value = JsonObject.builder().put("type", "list").put("elements", value).build();
    }
    JsonObject form =
        JsonObject.builder()
            .put("espalier", 1)
            .put("name", "x")
            .put("version", "1")
            .put(
                "root",
                JsonObject.of("group", JsonObject.of("attributes", JsonObject.of("deep", value))))
            .build();
    assertThatThrownBy(() -> SchemaForm.read(form))
        .isInstanceOf(InvalidHierarchyException.class)
        .hasMessageContaining("values are nested more than 200 deep");
  }
}
