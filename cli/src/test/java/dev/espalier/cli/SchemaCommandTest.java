package dev.espalier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.json.JsonReader;
import dev.espalier.json.JsonSchemaChecker;
import dev.espalier.json.JsonWriter;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the schemas and the documentation page of a convention are good for. */
class SchemaCommandTest {
  @TempDir private static Path directory;
  private static Path image = Path.of("");

  @BeforeAll
  static void convertTheSample() {
    image = Cli.convertedSample(directory);
  }

  @Test
  void theDocumentsOfAValidHierarchyFitAllForms() throws IOException {
    JsonObject inspected = Cli.succeed("inspect", "--json", image).document();
    JsonObject document =
        (JsonObject) JsonReader.parse(Files.readAllBytes(image.resolve("zarr.json")));

    assertFits("json-schema", document);
    assertFits("attributes", Cli.at(document, "attributes"));
    assertFits("json-schema-tree", Cli.at(inspected, "nodes"));
  }

  @Test
  void aDocumentThatBreaksARuleDoesNotFit() throws IOException {
    JsonObject document =
        (JsonObject) JsonReader.parse(Files.readAllBytes(image.resolve("zarr.json")));
    JsonObject broken =
        document.with(
            "attributes",
            JsonReader.parse(
                JsonWriter.compact(Cli.at(document, "attributes")).replace("\"0.5\"", "\"0.9\"")));

    assertThat(checker("json-schema").check(broken)).isNotEmpty();
    assertThat(checker("attributes").check(Cli.at(broken, "attributes"))).isNotEmpty();
    assertThat(checker("json-schema-tree").check(JsonObject.of("/", broken))).isNotEmpty();
  }

  @Test
  void theDefaultFormIsThatOfADocument() {
    assertThat(Cli.succeed("schema", "ngff:image").out())
        .isEqualTo(Cli.succeed("schema", "ngff:image", "--form", "json-schema").out());
  }

  @Test
  void anUnknownFormIsRefused() {
    Cli.Outcome outcome = Cli.run("schema", "ngff:image", "--form", "xsd");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err())
        .contains("--form xsd: expected one of json-schema, json-schema-tree, attributes");
  }

  @Test
  void docsPrintsAPage() {
    String page = Cli.succeed("docs", "ngff:image@0.5").out();

    assertThat(page)
        .startsWith("# OME-NGFF image: a multiscale pyramid")
        .contains("* `/ome/multiscales` is there\n")
        .contains("| `ome.multiscales[].axes` | a list of objects, 2 to 5 elements")
        .contains("## Rules\n");
    assertThat(Cli.succeed("docs", "--json", "ngff:image@0.5").document())
        .isEqualTo(
            JsonObject.builder().put("convention", "ngff:image@0.5").put("markdown", page).build());
    assertThat(Cli.run("docs", "ngff:video").code()).isEqualTo(2);
  }

  private static void assertFits(String form, JsonValue document) {
    assertThat(checker(form).check(document)).as(form).isEmpty();
  }

  private static JsonSchemaChecker checker(String form) {
    return JsonSchemaChecker.of(
        Cli.succeed("schema", "--json", "ngff:image@0.5", "--form", form).document());
  }
}
