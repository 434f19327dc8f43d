package dev.espalier.cli;

import static dev.espalier.model.declare.Declare.array;
import static dev.espalier.model.declare.Declare.convention;
import static dev.espalier.model.declare.Declare.group;
import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.json.JsonReader;
import dev.espalier.model.declare.GroupDeclaration;
import dev.espalier.model.form.SchemaForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaDiffCommandTest {
  @TempDir private Path directory;

  private Path file(String version, GroupDeclaration root) throws IOException {
    Path file = directory.resolve(version + ".json");
    Files.writeString(
        file, SchemaForm.write(convention("lab:x", version).root(root).build()).toString());
    return file;
  }

  @Test
  void aBreakingChangeIsPrintedAndEndsWithOne() throws IOException {
    Path older = file("1", group().member("a", array().types("int8")));
    Path newer = file("2", group().member("a", array().types("int8")).member("b", array()));

    Cli.Outcome outcome = Cli.run("schema-diff", older, newer);

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out())
        .isEqualTo("breaking: /b: a required member was added (old data do not have it)\n");
  }

  @Test
  void aWideningChangeIsADocumentAndEndsWithNought() throws IOException {
    Path older = file("1", group().member("a", array().types("int8")));
    Path newer = file("2", group().member("a", array().types("int8", "int16")));

    assertThat(Cli.succeed("schema-diff", older, newer, "--json").document())
        .isEqualTo(
            JsonReader.parse(
                """
                {"node": "/a", "attribute": "",
                 "change": "data types: int8 became int8 or int16", "compatibility": "widening",
                 "reason": "readers of the older version may meet what they never met before"}
                """));
  }

  @Test
  void nothingIsPrintedWhereNothingChanged() throws IOException {
    Path older = file("1", group().member("a", array().dimensions("n")));
    Path newer = file("2", group().member("a", array().dimensions("m")));

    assertThat(Cli.succeed("schema-diff", older, newer).out()).isEmpty();
    assertThat(Cli.succeed("schema-diff", "ngff:image@0.5", "ngff:image@0.5").out()).isEmpty();
  }

  @Test
  void whatIsNoSchemaOrNotThereIsSaid() throws IOException {
    Path older = file("1", group());
    Path broken = directory.resolve("broken.json");
    Files.writeString(broken, "{\"root\": 3");

    assertThat(Cli.run("schema-diff", older, broken).code()).isEqualTo(3);
    assertThat(Cli.run("schema-diff", older, directory.resolve("none.json")).code()).isEqualTo(3);
    assertThat(Cli.run("schema-diff", older).code()).isEqualTo(2);
  }
}
