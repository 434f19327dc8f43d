package dev.espalier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.model.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is created has to follow a convention, be that compiled in or a file. */
class CreateAsTest {
  private static final String IMAGE =
      """
      {"/": {"node_type": "group", "attributes": {"ome": {"version": "0.5", "multiscales": [{
         "axes": [{"name": "y", "type": "space"}, {"name": "x", "type": "space"}],
         "datasets": [{"path": "0", "coordinateTransformations":
            [{"type": "scale", "scale": [1, 1]}]}]}]}}},
       "/0": {"node_type": "array", "shape": [20, 30], "data_type": "uint8",
              "dimension_names": ["y", "x"]}}
      """;
  private static final String TRACE =
      """
      {"espalier": 1, "name": "test:trace", "version": "1",
       "root": {"group": {
         "attributes": {"unit": {"type": "string"}},
         "members": {
           "time": {"array": {"types": ["int64"], "dimensions": [{"name": "time", "extent": "n"}],
             "elements": [{"rising": "strictly"}], "layout": {"chunks": {"preferred": [1024]}}}},
           "signal": {"array": {"dimensions": ["n"],
             "fill_value": {"data_type": "float32", "value": "NaN"}}}}}}}
      """;

  @TempDir private Path directory;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }

  private static Map<String, String> bytesBelow(Path root) throws IOException {
    Map<String, String> bytes = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path one : all.filter(Files::isRegularFile).toList()) {
        bytes.put(root.relativize(one).toString(), Files.readString(one));
      }
    }
    return bytes;
  }

  @Test
  void aSchemaInAFileCreatesTheSameBytesAsTheConventionThatIsCompiledIn() throws IOException {
    Path image = file("image.json", IMAGE);
    String form = Cli.succeed("schema", "ngff:image@0.5", "--form", "espalier").out();
    Path schema = file("schema.json", form);

    Cli.succeed("create", image, directory.resolve("a.zarr"), "--as", "ngff:image@0.5");
    Cli.succeed("create", image, directory.resolve("b.zarr"), "--as", schema);

    assertThat(bytesBelow(directory.resolve("b.zarr")))
        .isEqualTo(bytesBelow(directory.resolve("a.zarr")));
  }

  @Test
  void whatBreaksARuleIsRefusedByBothInTheSameWords() throws IOException {
    Path broken = file("image.json", IMAGE.replace("\"path\": \"0\"", "\"path\": 0"));
    String form = Cli.succeed("schema", "ngff:image@0.5", "--form", "espalier").out();
    Path schema = file("schema.json", form);
    Path target = directory.resolve("a.zarr");

    for (String command : new String[] {"plan", "create"}) {
      Cli.Outcome compiled = Cli.run(command, broken, target, "--as", "ngff:image@0.5");
      Cli.Outcome loaded = Cli.run(command, broken, target, "--as", schema);

      assertThat(compiled.code()).isEqualTo(1);
      assertThat(compiled.err()).contains("/attributes/ome/multiscales/0/datasets/0/path");
      assertThat(loaded.code()).isEqualTo(1);
      assertThat(errors(loaded)).isNotEmpty().isEqualTo(errors(compiled));
      assertThat(target).doesNotExist();
    }
  }

  /** Without what says that code is missing, which a file cannot have. */
  private static List<String> errors(Cli.Outcome outcome) {
    return outcome.err().lines().filter(line -> line.startsWith("  error ")).toList();
  }

  @Test
  void whatTheSchemaKnowsIsFilledInAndElementsAreStillToCome() throws IOException {
    Path schema = file("trace.json", TRACE);
    Path spec =
        file(
            "spec.json",
            """
            {"/": {"node_type": "group", "attributes": {"unit": "V"}},
             "/time": {"node_type": "array", "shape": [3], "data_type": "int64"},
             "/signal": {"node_type": "array", "shape": [3], "data_type": "float32"}}
            """);
    Path target = directory.resolve("trace.zarr");

    assertThat(Cli.succeed("plan", spec, target, "--as", schema).out()).contains("3 to create");
    Cli.succeed("create", spec, target, "--as", schema);

    JsonValue nodes = Cli.succeed("inspect", target, "--json").document();
    assertThat(nodes.toString()).contains("\"dimension_names\":[\"time\"]").contains("NaN");
    Cli.Outcome elements = Cli.run("validate", target, "--as", schema, "--data");
    assertThat(elements.out()).contains("error elements.order at /time");
  }

  @Test
  void aConventionThatIsNotKnownIsSaidBeforeAnythingIsWritten() throws IOException {
    Path image = file("image.json", IMAGE);

    Cli.Outcome outcome =
        Cli.run("create", image, directory.resolve("a.zarr"), "--as", "ngff:imag");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains("ngff:imag");
    assertThat(directory.resolve("a.zarr")).doesNotExist();
  }
}
