package dev.espalier.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.InvalidHierarchyException;
import dev.espalier.model.finding.Finding;
import dev.espalier.model.schema.NodeSchema;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Schemas that are written by hand, right and wrong. */
class SchemaTextTest {
  private static final JsonSchemaChecker FORM = JsonSchemaChecker.of(SchemaText.jsonSchema());

  private static String document(String root, String more) {
    return """
    {"espalier": 1, "name": "test", "version": "1", "root": %s%s}
    """
        .formatted(root, more);
  }

  private static String group(String inside) {
    return document("{\"group\": {" + inside + "}}", "");
  }

  /** What the reader says of a text, a line for each mistake. */
  private static List<String> mistakes(String text) {
    try {
      return List.of("read: " + SchemaText.parse(text));
    } catch (InvalidHierarchyException e) {
      return String.valueOf(e.getMessage()).lines().skip(1).map(String::strip).toList();
    }
  }

  private static List<String> violations(String text) {
    return FORM.check(JsonReader.parse(text)).stream()
        .map(violation -> violation.pointer() + " " + violation.keyword())
        .toList();
  }

  @Test
  void numbersAndValuesAreKeptToTheLetter() {
    String text =
        group(
            """
            "attributes": {"a": {"type": "number", "min": 0.10, "above_all": 1}}\
            """);
    assertThat(mistakes(text))
        .containsExactly(
            "/root/group/attributes/a/above_all is no name that the form has there; remove"
                + " \"above_all\"");
    String exact =
        group(
            """
            "attributes": {"a": {"type": "number", "one_of": [1.0, 1e2, 9007199254740993],
              "min": 0.10, "presence": "optional", "default": {"b": [1.50, null]}}}\
            """);
    assertThat(SchemaText.write(SchemaText.parse(exact)).replaceAll("\\s+", ""))
        .contains("\"one_of\":[1.0,1e2,9007199254740993],\"min\":0.10")
        .contains("\"default\":{\"b\":[1.50,null]}");
  }

  @Test
  void whatCanBeSaidInTwoWaysIsWrittenInTheShorter() {
    String text =
        document(
            """
            {"group": {
              "attributes": {
                "a": {"type": "string", "presence": "required", "text": ""},
                "b": {"type": "any", "words": ""},
                "c": {"type": "object", "fields": {}, "closed": false},
                "d": {"type": "string", "constraints": [{"one_of": ["x"]}]},
                "e": {"type": "string", "pattern": "x+", "meaning": "text that matches x+"}
              },
              "closed": false,
              "members": {
                "m": {"array": {"dimensions": ["...", "3", "rows + 1", {"name": "rows", "extent": "rows"}],
                  "types": [], "layout": {}, "elements": [], "rules": [],
                  "types_under": "array.data-type"}},
                "s{n}": {"group": {}, "min": 0}
              },
              "rules": [{"some_of": ["m", "@a"], "min": 1, "max": 2}]
            }}""",
            ", \"title\": \"\", \"aliases\": [], \"definitions\": {}");
    assertThat(SchemaText.write(SchemaText.parse(text)))
        .isEqualToIgnoringWhitespace(
            """
            {"espalier": 1, "name": "test", "version": "1", "root": {"group": {
              "attributes": {"a": "string", "b": "any", "c": "object",
                "d": {"type": "string", "one_of": ["x"]}, "e": {"type": "string", "pattern": "x+"}},
              "members": {
                "m": {"array": {"dimensions": ["...", 3, "rows+1", {"name": "rows"}]}},
                "s{n}": {"group": {}}
              },
              "rules": [{"some_of": ["m", "@a"]}]
            }}}""");
    assertThat(violations(text)).isEmpty();
  }

  @Test
  void misspeltNamesAreFoundByReaderAndJsonSchemaAlike() {
    String text =
        group(
            """
            "atributes": {"station": "string"},
            "members": {"m": {"array": {"dimension": ["x"]}, "presense": "optional"}}\
            """);
    assertThat(mistakes(text))
        .containsExactly(
            "/root/group/members/m/array/dimension is no name that the form has there; rename"
                + " \"dimension\" to \"dimensions\"",
            "/root/group/members/m/presense is no name that the form has there; rename"
                + " \"presense\" to \"presence\"",
            "/root/group/atributes is no name that the form has there; rename \"atributes\" to"
                + " \"attributes\"");
    assertThat(violations(text))
        .contains(
            "/root/group unevaluatedProperties",
            "/root/group/members/m/array unevaluatedProperties",
            "/root/group/members/m unevaluatedProperties");
  }

  @Test
  void wordsThatAreNearlyRightArePointedOut() {
    String text =
        group(
            """
            "attributes": {
              "a": "strng",
              "b": {"type": "lst", "elements": "number"},
              "c": {"type": "string", "presence": "optinal"},
              "d": 7
            },
            "members": {"m": {"array": {"elements": [{"rising": "slowly"}, {}]}}}\
            """);
    assertThat(mistakes(text))
        .containsExactly(
            "/root/group/attributes/a is \"strng\", not string, number, integer, boolean, any or"
                + " object, or an object with a type; write \"string\"",
            "/root/group/attributes/b/type is \"lst\", not one of string, number, integer, boolean,"
                + " any, object, list, tuple, map, union, cases; write \"list\"",
            "/root/group/attributes/c/presence is \"optinal\", not required, recommended, optional"
                + " or an object with a rule; write \"optional\"",
            "/root/group/attributes/d is 7, not a type, or an object with a type; write a type, or"
                + " an object with a type",
            "/root/group/members/m/array/elements/0/rising is \"slowly\", not strictly or weakly;"
                + " write strictly or weakly",
            "/root/group/members/m/array/elements/1 is an empty object, not an object with rising,"
                + " first, last, sum, within or finite; write an object with rising, first, last,"
                + " sum, within or finite");
    assertThat(violations(text))
        .contains(
            "/root/group/attributes/a enum",
            "/root/group/attributes/b/type enum",
            "/root/group/attributes/c/presence enum",
            "/root/group/attributes/d type");
  }

  @Test
  void whatIsReferredToHasToBeDeclared() {
    String text =
        document(
            """
            {"group": {
              "dimensions": ["time"],
              "attributes": {"to": {"type": "string", "refers_to": "leafs"}},
              "members": {"a": {"reference": "nothing"}},
              "rules": [{"given": "b", "needs": ["@two"]}, {"code": ["my.rul"], "under": "x"}]
            }}""",
            """
            , "definitions": {"leaf": {"array": {}}},
            "rules": {"my.rule": {"level": "SHOULD"}}""");
    assertThat(mistakes(text))
        .containsExactly(
            "/root/group/rules/0/given: the group does not declare \"b\"; name a member as it is"
                + " declared, or an attribute as @name",
            "/root/group/rules/0/needs/0: the group does not declare \"@two\"; write \"@to\"",
            "/root/group/rules/1/code/0: no rule is called \"my.rul\"; write \"my.rule\"",
            "/root/group/rules/1/under is no name that the form has there; remove \"under\"",
            "/root/group/attributes/to/refers_to: no definition is called \"leafs\"; write"
                + " \"leaf\"",
            "/root/group/members/a/reference: no definition is called \"nothing\"; add \"nothing\""
                + " to \"definitions\"");
  }

  @Test
  void aRuleThatNothingIsUnderWouldNeverBeFoundBroken() {
    assertThat(mistakes(document("{\"array\": {}}", ", \"rules\": {\"lonely\": {}}")))
        .containsExactly(
            "/rules/lonely: nothing is under the rule \"lonely\"; name it where it is checked");
  }

  @Test
  void aSymbolThatNothingGivesAValueIsToldWhereItIsUsed() {
    assertThat(
            mistakes(
                group(
                    """
                    "members": {"m": {"array": {"dimensions": ["x", "ceil(y/2)"]}}}\
                    """)))
        .containsExactly(
            "/root/group/members/m/array/dimensions/1: the dimension \"y\" is used, but no array"
                + " and no attribute says how long it is; correct it");
  }

  @Test
  void patternsExtentsAndNamesAreReadWhereTheyStand() {
    String longer = "a".repeat(1_001);
    String text =
        group(
            """
            "attributes": {
              "a": {"type": "string", "pattern": "%s"},
              "b": {"type": "string", "pattern": "[a"}
            },
            "members": {
              "/(/": {"array": {}},
              "%s{n}": {"array": {}},
              "": {"array": {}},
              "c": {"array": {"dimensions": [-1, "2**x", "...", "..."]}},
              "d": {"array": {"layout": {"chunks": {"preferred": [0]}}}},
              "e": {"array": {"fill_value": {"data_type": "uint8", "value": 256}}}
            }\
            """
                .formatted(longer, longer));
    assertThat(mistakes(text))
        .extracting(mistake -> mistake.replace("a".repeat(120) + "…", "a..."))
        .satisfiesExactly(
            m ->
                assertThat(m)
                    .isEqualTo(
                        "/root/group/attributes/a/pattern: a pattern of 1001 characters; at most 1000 are allowed; correct it"),
            m ->
                assertThat(m)
                    .isEqualTo(
                        "/root/group/attributes/b/pattern: \"[a\" is no regular expression: Unclosed character class; correct it"),
            m ->
                assertThat(m)
                    .startsWith("/root/group/members/~1(~1: \"(\" is no regular expression: "),
            m -> assertThat(m).startsWith("/root/group/members/a...: a pattern of "),
            m -> assertThat(m).startsWith("/root/group/members/: node name"),
            m ->
                assertThat(m)
                    .startsWith(
                        "/root/group/members/c/array/dimensions/0: extent \"-1\": expected"),
            m ->
                assertThat(m)
                    .startsWith(
                        "/root/group/members/c/array/dimensions/1: extent \"2**x\": expected"),
            m ->
                assertThat(m)
                    .startsWith(
                        "/root/group/members/c/array/dimensions: dimensions [*, *, ..., ...] hold \"...\" more than once"),
            m ->
                assertThat(m)
                    .startsWith("/root/group/members/d/array/layout/chunks: chunk extent \"0\""),
            m -> assertThat(m).startsWith("/root/group/members/e/array/fill_value: "));
  }

  @Test
  void anArrayHasNoRulesAboutMembers() {
    String text = document("{\"array\": {\"rules\": [{\"dimension_names_agree\": true}]}}", "");
    assertThat(mistakes(text))
        .containsExactly(
            "/root/array/rules/0/dimension_names_agree is no name that the form has there; remove"
                + " \"dimension_names_agree\"");
    assertThat(violations(text)).isNotEmpty();
  }

  @Test
  void aTextThatIsNoObjectOrHasANameTwiceIsNoSchema() {
    assertThatThrownBy(() -> SchemaText.parse("[]"))
        .isInstanceOf(CorruptException.class)
        .hasMessage("a schema is a JSON object, not array");
    assertThatThrownBy(() -> SchemaText.parse("{\"root\": {}, \"root\": {}}"))
        .isInstanceOf(CorruptException.class)
        .hasMessageContaining("root");
  }

  @Test
  void everyMistakeIsAFindingWithAPlace() {
    assertThatThrownBy(() -> SchemaText.parse(group("\"closed\": 1")))
        .isInstanceOfSatisfying(
            InvalidHierarchyException.class,
            e -> {
              Finding finding = e.report().findings().get(0);
              assertThat(finding.rule().id()).isEqualTo("schema.form");
              assertThat(finding.pointer()).hasToString("/root/group/closed");
              assertThat(finding.expected()).contains("true or false");
              assertThat(finding.found()).contains("1");
              assertThat(finding.fix()).contains("write true or false");
            });
  }

  @Test
  void aPatternOfNamesMayBeAnythingThatADeclarationTakes() {
    NodeSchema.Group root =
        (NodeSchema.Group)
            SchemaText.parse(
                    group(
                        """
                        "members": {"./*": {"array": {}}, "./a{n}": {"array": {}},
                          "a{n}": {"array": {}}, "/b.*/": {"array": {}}, "*": {"array": {}}}\
                        """))
                .root();
    assertThat(root.members())
        .extracting(member -> member.name().getClass().getSimpleName() + " " + member.name())
        .containsExactly("Exact *", "Exact a{n}", "Template a{n}", "Matching /b.*/", "Anything *");
  }
}
