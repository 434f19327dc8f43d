package dev.espalier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A convention that comes as a file is used as one that is compiled in. */
class SchemaFileTest {
  @TempDir private static Path directory;
  private static Path schema = Path.of("");
  private static Path offsets = Path.of("");

  @BeforeAll
  static void makeFiles() throws IOException {
    schema = directory.resolve("ragged.json");
    Files.writeString(
        schema,
        """
        {"espalier": 1, "name": "test:ragged", "version": "1",
         "root": {"group": {"members": {
           "offsets": {"array": {"types": ["integer"], "dimensions": ["rows+1"],
             "elements": [{"rising": "weakly"}, {"first": 0}, {"last": "values"}]}},
           "values": {"array": {"dimensions": ["values"]}}}}}}
        """);
    offsets = directory.resolve("offsets.zarr");
    Path spec = directory.resolve("spec.json");
    Files.writeString(
        spec,
        """
        {"/": {"node_type": "group"},
         "/offsets": {"node_type": "array", "shape": [3], "data_type": "int64", "fill_value": 4},
         "/values": {"node_type": "array", "shape": [9], "data_type": "float32"}}
        """);
    Cli.succeed("create", spec, offsets);
  }

  @Test
  void metadataIsCheckedAndElementsOnlyWhereAskedFor() {
    Cli.Outcome metadata = Cli.run("validate", offsets, "--as", schema);
    assertThat(metadata.code()).isZero();

    Cli.Outcome data = Cli.run("validate", offsets, "--as", schema, "--data");
    assertThat(data.code()).isEqualTo(1);
    assertThat(data.out())
        .contains("error elements.first at /offsets")
        .contains("the first element of /offsets is 4, not 0")
        .contains("error elements.last at /offsets")
        .contains("the last element of /offsets is 4, not 9 (values)");
  }

  @Test
  void aSchemaIsPrintedAsItCanBeReadAgain() throws IOException {
    Path again = directory.resolve("again.json");
    Files.writeString(again, Cli.succeed("schema", schema, "--form", "espalier").out());
    assertThat(Cli.succeed("schema", again, "--form", "espalier").out())
        .isEqualTo(Files.readString(again));
    assertThat(Cli.succeed("docs", schema).out()).contains("test:ragged");
  }

  @Test
  void aFileThatIsNoSchemaSaysWhere() throws IOException {
    Path broken = directory.resolve("broken.json");
    Files.writeString(
        broken,
        """
        {"espalier": 1, "name": "x", "version": "1", "root": {"grup": {}}}
        """);
    Cli.Outcome outcome = Cli.run("validate", offsets, "--as", broken);
    assertThat(outcome.code()).isEqualTo(3);
    assertThat(outcome.err())
        .contains("broken.json: the document is no schema")
        .contains("/root/grup is no name that the form has there; rename \"grup\" to \"group\"");

    Cli.Outcome absent = Cli.run("validate", offsets, "--as", directory.resolve("no.json"));
    assertThat(absent.code()).isEqualTo(3);
    assertThat(absent.err()).contains("no.json: there is no such file");
  }
}
