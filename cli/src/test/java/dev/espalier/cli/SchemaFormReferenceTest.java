package dev.espalier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.json.JsonReader;
import dev.espalier.model.form.SchemaForm;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.schema.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SchemaFormReferenceTest {
  private static final Pattern BLOCK = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);

  @Test
  void everyDocumentOfTheReferenceIsASchemaThatSurvivesItsForm() throws IOException {
    Path page =
        Path.of(System.getProperty("espalier.root", "..")).resolve("docs/reference/schema-form.md");
    List<String> documents =
        BLOCK.matcher(Files.readString(page)).results().map(SchemaFormReferenceTest::text).toList();

    assertThat(documents).hasSize(4);
    for (String document : documents) {
      Schema schema = SchemaForm.read((JsonObject) JsonReader.parse(document));
      assertThat(SchemaForm.read(SchemaForm.write(schema))).isEqualTo(schema);
    }
  }

  private static String text(MatchResult block) {
    return block.group(1);
  }
}
