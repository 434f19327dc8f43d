package dev.espalier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.json.JsonReader;
import dev.espalier.json.JsonSchemaChecker;
import dev.espalier.json.SchemaText;
import dev.espalier.model.form.SchemaForm;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.schema.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SchemaFormReferenceTest {
  private static final Pattern BLOCK = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);

  @Test
  void everyDocumentOfTheReferenceIsASchemaThatSurvivesItsForm() throws IOException {
    List<String> documents =
        BLOCK
            .matcher(Files.readString(page()))
            .results()
            .map(SchemaFormReferenceTest::text)
            .toList();

    assertThat(documents).hasSize(4);
    JsonSchemaChecker form = JsonSchemaChecker.of(SchemaText.jsonSchema());
    for (String document : documents) {
      Schema schema = SchemaText.parse(document);
      assertThat(SchemaForm.read(SchemaForm.write(schema))).isEqualTo(schema);
      assertThat(form.check(JsonReader.parse(document))).isEmpty();
    }
  }

  @Test
  void everyNameThatTheJsonSchemaOfTheFormHasStandsOnThePage() throws IOException {
    String page = Files.readString(page());
    Set<String> names = new TreeSet<>();
    collect(SchemaText.jsonSchema(), names);
    assertThat(names).hasSizeGreaterThan(70).contains("fill_value", "attribute_constraints");
    assertThat(names).allSatisfy(name -> assertThat(page).containsAnyOf(spelled(name)));
  }

  private static String[] spelled(String name) {
    return new String[] {"`" + name + "`", "\"" + name + "\":"};
  }

  private static void collect(JsonValue schema, Set<String> names) {
    if (schema instanceof JsonArray array) {
      array.elements().forEach(element -> collect(element, names));
    } else if (schema instanceof JsonObject object) {
      object
          .members()
          .forEach(
              (keyword, value) -> {
                if (keyword.equals("properties") && value instanceof JsonObject properties) {
                  names.addAll(properties.members().keySet());
                  properties.members().values().forEach(one -> collect(one, names));
                } else {
                  collect(value, names);
                }
              });
    }
  }

  private static Path page() {
    return Path.of(System.getProperty("espalier.root", ".."))
        .resolve("docs/reference/schema-form.md");
  }

  private static String text(MatchResult block) {
    return block.group(1);
  }
}
