package dev.espalier.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.json.JsonValue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonSchemaCheckerTest {
  private static final JsonObject AXES =
      schema(
          """
          {"$schema": "https://json-schema.org/draft/2020-12/schema",
           "type": "object",
           "properties": {"axes/all": {"type": "array", "minItems": 2,
               "items": {"$ref": "#/$defs/axis"}}},
           "required": ["axes/all"],
           "$defs": {"axis": {"type": "object", "required": ["name"],
               "properties": {"name": {"type": "string"}, "size": {"type": "integer"}},
               "unevaluatedProperties": false}}}
          """);

  @Test
  void aDocumentOfTheRightFormHasNoViolation() {
    assertThat(check(AXES, "{\"axes/all\": [{\"name\": \"y\"}, {\"name\": \"x\", \"size\": 3}]}"))
        .isEmpty();
  }

  @Test
  void everyViolationIsGivenWithItsPlace() {
    List<SchemaViolation> violations =
        check(AXES, "{\"axes/all\": [{\"name\": 1}, {\"name\": \"x\", \"size\": 1.5, \"q\": 0}]}");

    assertThat(violations)
        .containsExactlyInAnyOrder(
            new SchemaViolation(
                JsonPointer.of("axes/all", "0", "name"), "type", "integer found, string expected"),
            new SchemaViolation(
                JsonPointer.of("axes/all", "1", "size"), "type", "number found, integer expected"),
            new SchemaViolation(
                JsonPointer.of("axes/all", "1"),
                "unevaluatedProperties",
                "property 'q' is not evaluated and the schema does not allow unevaluated"
                    + " properties"));
  }

  @Test
  void aMissingMemberIsReportedAtItsObject() {
    assertThat(check(AXES, "{}"))
        .containsExactly(
            new SchemaViolation(
                JsonPointer.root(), "required", "required property 'axes/all' not found"));
  }

  @Test
  void messagesDoNotDependOnTheMachine() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMAN);
      assertThat(check(AXES, "{}").get(0).message())
          .isEqualTo("required property 'axes/all' not found");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void aSchemaWithoutADialectIsOfDraft202012() {
    JsonObject schema = schema("{\"prefixItems\": [{\"type\": \"string\"}], \"items\": false}");

    assertThat(check(schema, "[\"a\"]")).isEmpty();
    assertThat(check(schema, "[1]")).hasSize(1);
    assertThat(check(schema, "[\"a\", \"b\"]")).hasSize(1);
  }

  @Test
  void numbersAreComparedExactly() {
    JsonObject schema = schema("{\"maximum\": 9007199254740993}");

    assertThat(check(schema, "9007199254740993")).isEmpty();
    assertThat(check(schema, "9007199254740994")).hasSize(1);
    assertThat(check(schema("{\"type\": \"integer\"}"), "1.0")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e999999999",
        "-1e999999999",
        "1e-999999999",
        "1e2147483647",
        "1e99999999999",
        "0e99999999999"
      })
  @Timeout(value = 20, unit = TimeUnit.SECONDS)
  void shortNumbersWithHugeExponentsCostNothing(String number) {
    JsonObject schema = schema("{\"multipleOf\": 0.01, \"minimum\": 0, \"type\": \"number\"}");

    assertThat(check(schema, number)).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void companionsAreFoundByTheirIdentity() {
    JsonObject companion =
        schema("{\"$id\": \"https://example.org/version.schema\", \"enum\": [\"0.5\"]}");
    JsonObject schema =
        schema(
            """
            {"$id": "https://example.org/image.schema",
             "properties": {"version": {"$ref": "version.schema"}}}
            """);
    JsonSchemaChecker checker = JsonSchemaChecker.of(schema, List.of(companion));

    assertThat(checker.check(JsonReader.parse("{\"version\": \"0.5\"}"))).isEmpty();
    assertThat(checker.check(JsonReader.parse("{\"version\": \"0.4\"}")))
        .extracting(SchemaViolation::pointer)
        .containsExactly(JsonPointer.of("version"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.org/elsewhere.schema",
        "https://json-schema.org/draft/none",
        "classpath:elsewhere.schema",
        "#/$defs/absent"
      })
  void nothingIsFetched(String reference) {
    JsonObject schema = JsonObject.of("$ref", JsonValue.of(reference));

    assertThatThrownBy(() -> JsonSchemaChecker.of(schema))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("cannot use the JSON Schema: ");
  }

  @Test
  void noFileIsRead(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("true.schema");
    Files.writeString(file, "true");
    JsonObject schema = JsonObject.of("$ref", JsonValue.of(file.toUri().toString()));

    assertThatThrownBy(() -> JsonSchemaChecker.of(schema))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aCompanionNeedsAnIdentity() {
    assertThatThrownBy(() -> JsonSchemaChecker.of(JsonObject.empty(), List.of(JsonObject.empty())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a companion schema has no \"$id\" to be found by");
  }

  @Test
  void schemasThemselvesCanBeChecked() {
    JsonSchemaChecker checker = JsonSchemaChecker.ofSchemas();

    assertThat(checker.check(AXES)).isEmpty();
    assertThat(checker.check(schema("{\"type\": \"integre\", \"minItems\": -1}")))
        .extracting(violation -> violation.pointer().toString())
        .contains("/type", "/minItems");
  }

  private static List<SchemaViolation> check(JsonObject schema, String document) {
    return JsonSchemaChecker.of(schema).check(JsonReader.parse(document));
  }

  private static JsonObject schema(String text) {
    return (JsonObject) JsonReader.parse(text);
  }
}
