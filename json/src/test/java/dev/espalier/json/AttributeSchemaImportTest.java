package dev.espalier.json;

import static dev.espalier.model.declare.Declare.anyOf;
import static dev.espalier.model.declare.Declare.anything;
import static dev.espalier.model.declare.Declare.bool;
import static dev.espalier.model.declare.Declare.integer;
import static dev.espalier.model.declare.Declare.list;
import static dev.espalier.model.declare.Declare.mapOf;
import static dev.espalier.model.declare.Declare.number;
import static dev.espalier.model.declare.Declare.object;
import static dev.espalier.model.declare.Declare.optional;
import static dev.espalier.model.declare.Declare.required;
import static dev.espalier.model.declare.Declare.string;
import static dev.espalier.model.declare.Declare.tuple;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.model.finding.Finding;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.json.JsonValue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttributeSchemaImportTest {
  private static final String DRAFT_7 = "\"$schema\": \"http://json-schema.org/draft-07/schema#\"";

  @Test
  void whatHasACounterpartBecomesADeclaration() {
    ImportedSchema imported =
        imported(
            """
            {"type": "object",
             "properties": {
               "name": {"type": "string", "pattern": "^[a-z]+$", "description": "What it is."},
               "kind": {"enum": ["a", "b"]},
               "count": {"type": "integer", "minimum": 0, "default": 1},
               "share": {"type": "number", "exclusiveMinimum": 0, "maximum": 1},
               "sure": {"type": "boolean"},
               "path": {"type": "array", "items": {"type": "string"}, "minItems": 1,
                        "maxItems": 3, "uniqueItems": true},
               "pair": {"prefixItems": [{"type": "string"}, {"type": "integer"}],
                        "type": "array", "minItems": 2, "items": false},
               "labels": {"type": "object", "additionalProperties": {"type": "string"}},
               "inner": {"type": "object", "properties": {"x": {}}, "required": ["x", "y"]},
               "either": {"oneOf": [{"type": "string"}, {"$ref": "#/$defs/axis"}]}},
             "required": ["name"],
             "additionalProperties": false,
             "$defs": {"axis": {"type": "array", "items": {"type": "number"}}}}
            """);

    assertThat(imported.raw()).isEmpty();
    assertThat(imported.attributes())
        .isEqualTo(
            object(
                    required("name", string().matching("[a-z]+", "a text that matches ^[a-z]+$"))
                        .describedAs("What it is."),
                    optional(
                        "kind", anything("any value").oneOf(JsonValue.of("a"), JsonValue.of("b"))),
                    optional("count", integer().atLeast(0)).orElse(JsonValue.of(1)),
                    optional("share", number().atMost(1).above(0)),
                    optional("sure", bool()),
                    optional("path", list(string()).sized(1, 3).distinct()),
                    optional("pair", tuple(string(), integer()).sized(2)),
                    optional("labels", mapOf(string())),
                    optional(
                        "inner",
                        object(
                            required("x", anything("any value")),
                            required("y", anything("any value")))),
                    optional("either", anyOf(string(), list(number()))))
                .closed());
  }

  @Test
  void whatHasNoCounterpartStaysAndIsListed() {
    ImportedSchema imported =
        imported(
            """
            {"type": "object",
             "properties": {
               "steps": {"type": "array", "contains": {"const": 1}},
               "size": {"type": "integer", "multipleOf": 4},
               "when": {"pattern": "^x"}},
             "anyOf": [{"required": ["steps"]}, {"required": ["size"]}]}
            """);

    assertThat(imported.raw())
        .extracting(ImportedSchema.RawKeyword::toString)
        .containsExactly(
            "/properties/steps/contains: declarations have no word for it here",
            "/properties/size/multipleOf: declarations have no word for it here",
            "/properties/when/pattern: declarations have no word for it here",
            "/anyOf: declarations have no word for it here");
    assertThat(findings(imported, "{\"size\": 8}")).isEmpty();
    assertThat(findings(imported, "{\"when\": 5, \"steps\": [1]}")).isEmpty();
    assertThat(findings(imported, "{\"size\": 6}"))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.rule().id()).isEqualTo("attribute.json-schema");
              assertThat(finding.pointer()).isEqualTo(JsonPointer.of("attributes", "size"));
              assertThat(finding.message()).isEqualTo("must be multiple of 4");
              assertThat(finding.expected())
                  .contains("a value that fits \"multipleOf\" of the JSON Schema");
              assertThat(finding.found()).contains("6");
            });
    assertThat(findings(imported, "{\"steps\": [2]}")).hasSize(1);
    assertThat(findings(imported, "{\"when\": \"y\", \"size\": 4}")).hasSize(1);
    assertThat(findings(imported, "{}")).hasSize(1);
  }

  @Test
  void draft07IgnoresWhatStandsBesideAReference() {
    String schema =
        """
        {%s "$ref": "#/$defs/named", "required": ["other"],
         "$defs": {"named": {"type": "object", "required": ["name"]}}}
        """;
    ImportedSchema old = imported(schema.formatted(DRAFT_7 + ","));
    ImportedSchema today = imported(schema.formatted(""));

    assertThat(old.raw())
        .extracting(ImportedSchema.RawKeyword::toString)
        .containsExactly("/required: ignored, as draft-07 ignores what stands beside a reference");
    assertThat(findings(old, "{\"name\": 1}")).isEmpty();
    assertThat(today.raw())
        .extracting(ImportedSchema.RawKeyword::toString)
        .containsExactly("/required: it stands beside a reference");
    assertThat(findings(today, "{\"name\": 1}")).hasSize(1);
    assertThat(findings(today, "{\"name\": 1, \"other\": 2}")).isEmpty();
  }

  @Test
  void aSchemaThatRefersToItselfEndsAndStillHoldsAtAnyDepth() {
    ImportedSchema imported =
        imported(
            """
            {"type": "object", "properties": {"tree": {"$ref": "#/$defs/tree"}},
             "$defs": {"tree": {"type": "object", "properties": {
                 "children": {"type": "array", "items": {"$ref": "#/$defs/tree"}},
                 "size": {"type": "integer"}}}}}
            """);

    assertThat(imported.raw())
        .extracting(ImportedSchema.RawKeyword::toString)
        .containsExactly(
            "/$defs/tree/properties/children/items/$ref: the schema refers to itself through"
                + " #/$defs/tree");
    String deep = "{\"tree\": {\"children\": [{\"children\": [{\"size\": %s}]}]}}";
    assertThat(findings(imported, deep.formatted("3"))).isEmpty();
    assertThat(findings(imported, deep.formatted("\"3\"")))
        .extracting(finding -> finding.pointer().toString())
        .containsExactly("/attributes/tree/children/0/children/0/size");
  }

  @Test
  void aReferenceThatLeadsToItselfOnlyIsRefusedOrEnds() {
    ImportedSchema imported =
        imported("{\"type\": \"object\", \"properties\": {\"a\": {\"$ref\": \"#\"}}}");

    assertThat(imported.raw()).hasSize(1);
    assertThat(findings(imported, "{\"a\": {\"a\": {}}}")).isEmpty();
    assertThat(findings(imported, "{\"a\": {\"a\": 1}}")).hasSize(1);
  }

  @Test
  void referencesThatDoubleAtEachStepStayBounded() {
    StringBuilder definitions = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      String next = "{\"$ref\": \"#/$defs/d" + (i + 1) + "\"}";
      definitions.append(
          "\"d%d\": {\"type\": \"object\", \"properties\": {\"a\": %s, \"b\": %s}},"
              .formatted(i, next, next));
    }
    ImportedSchema imported =
        imported(
            "{\"type\": \"object\", \"properties\": {\"x\": {\"$ref\": \"#/$defs/d0\"}},"
                + "\"$defs\": {"
                + definitions
                + "\"d40\": {\"type\": \"string\"}}}");

    assertThat(imported.raw()).isNotEmpty();
    assertThat(findings(imported, "{\"x\": {\"a\": {\"b\": {}}}}")).isEmpty();
    assertThat(findings(imported, "{\"x\": {\"a\": {\"b\": 1}}}")).hasSize(1);
  }

  @Test
  void otherDocumentsAreRefusedByName() {
    assertThatThrownBy(
            () ->
                imported(
                    """
                    {"properties": {"a": {"$ref": "https://example.org/a.json"},
                                    "b": [{"$ref": "other.json#/x"}]}}
                    """))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the JSON Schema refers to https://example.org/a.json, other.json#/x; nothing is"
                + " fetched, and only references to parts of the schema itself can be followed");
  }

  @Test
  void otherDraftsAreRefusedByName() {
    assertThatThrownBy(() -> imported("{\"$schema\": \"http://json-schema.org/draft-04/schema#\"}"))
        .hasMessage(
            "the JSON Schema is of http://json-schema.org/draft-04/schema#; only draft-07 and"
                + " 2020-12 are understood");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\": \"objekt\"}",
        "{\"$ref\": \"#/$defs/absent\"}",
        "{\"properties\": {\"a\": {\"pattern\": \"(\"}}}"
      })
  void whatIsNoSchemaIsRefused(String schema) {
    assertThatThrownBy(() -> imported(schema)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theAttributesOfAMetadataDocumentAreTaken() {
    ImportedSchema imported =
        AttributeSchemaImport.ofMetadata(
            schema(
                """
                {"properties": {"zarr_format": {"const": 3},
                   "attributes": {"type": "object", "required": ["a"]}}}
                """));

    assertThat(imported.attributes()).isEqualTo(object(required("a", anything("any value"))));
    assertThatThrownBy(() -> AttributeSchemaImport.ofMetadata(schema("{\"type\": \"object\"}")))
        .hasMessage(
            "the JSON Schema says nothing about attributes: there is no /properties/attributes");
  }

  private static ImportedSchema imported(String text) {
    return AttributeSchemaImport.of(schema(text));
  }

  private static JsonObject schema(String text) {
    return (JsonObject) JsonReader.parse(text);
  }

  private static List<Finding> findings(ImportedSchema imported, String attributes) {
    return ImportedJudge.findings(imported.attributes(), schema(attributes));
  }
}
