package dev.espalier.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonBoolean;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import dev.espalier.testkit.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The schemas and cases that the authors of OME-NGFF 0.5 publish. */
class PublishedSchemasTest {
  /** Only the prose forbids it; the authors' own runner expects their schema to let it pass. */
  private static final String BEYOND_THE_SCHEMA = "plate/well_path_has_column_before_row";

  @TestFactory
  List<DynamicTest> everyPublishedCaseIsJudgedAsItsAuthorsSay() throws IOException {
    List<JsonObject> schemas = new ArrayList<>();
    for (Path file : files("ngff/0.5/schemas")) {
      schemas.add(read(file));
    }
    List<DynamicTest> cases = new ArrayList<>();
    for (Path file : files("ngff/0.5/tests")) {
      JsonObject suite = read(file);
      String name = ((JsonString) member((JsonObject) member(suite, "schema"), "id")).value();
      JsonObject reference =
          JsonObject.of("$ref", JsonValue.of("https://ngff.openmicroscopy.org/0.5/" + name));
      JsonSchemaChecker checker = JsonSchemaChecker.of(reference, schemas);
      for (JsonValue element : ((JsonArray) member(suite, "tests")).elements()) {
        JsonObject test = (JsonObject) element;
        String origin = ((JsonString) member(test, "formerly")).value();
        boolean valid =
            member(test, "valid") == JsonBoolean.TRUE || origin.equals(BEYOND_THE_SCHEMA);
        cases.add(
            DynamicTest.dynamicTest(
                file.getFileName() + " " + origin,
                () -> assertThat(checker.check(member(test, "data")).isEmpty()).isEqualTo(valid)));
      }
    }
    assertThat(cases).hasSizeGreaterThan(80);
    return cases;
  }

  private static List<Path> files(String folder) throws IOException {
    try (Stream<Path> files = Files.list(SharedData.require(folder))) {
      return files.sorted().toList();
    }
  }

  private static JsonObject read(Path file) throws IOException {
    return (JsonObject) JsonReader.parse(Files.readAllBytes(file));
  }

  private static JsonValue member(JsonObject object, String name) {
    return object.get(name).orElseThrow();
  }
}
