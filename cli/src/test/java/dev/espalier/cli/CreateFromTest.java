package dev.espalier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is declared is filled with the elements of another hierarchy. */
class CreateFromTest {
  private static final String SPEC =
      """
      {"/image": {"node_type": "array", "shape": [3, 5, 517, 623], "data_type": "uint16",
                  "chunks": [1, 5, 100, 200], "codecs": [%s]},
       "/more": {"node_type": "array", "shape": [2], "data_type": "int8", "fill_value": 4}}
      """;

  @TempDir private Path directory;

  @Test
  void arraysAtTheSamePathFillWhatIsDeclared() throws IOException {
    Path spec = Files.writeString(directory.resolve("spec.json"), SPEC.formatted("\"bytes\""));
    Path target = directory.resolve("filled.zarr");
    Path refusing = directory.resolve("refusing.zarr");
    String source = Cli.sample() + "#/acquisition/run1";
    Cli.Outcome wrong = Cli.run("create", spec, refusing, "--from", source);
    assertThat(wrong.code()).as("bytes of more than one without their order").isEqualTo(1);

    Files.writeString(
        spec, SPEC.formatted("{\"name\": \"bytes\", \"configuration\": {\"endian\": \"big\"}}"));
    Cli.succeed("create", spec, target, "--from", source);

    String digest = digest(Cli.sample(), "/acquisition/run1/image");
    assertThat(digest(target, "/image")).isEqualTo(digest);
    assertThat(Cli.succeed("dump", target, "--array", "/more").out()).isEqualTo("4 4\n");
  }

  @Test
  void elementsOfAnotherTypeOrShapeAreRefused() throws IOException {
    Path spec =
        Files.writeString(
            directory.resolve("spec.json"),
            "{\"/focus_score\": {\"node_type\": \"array\", \"shape\": [2], \"data_type\": \"int8\"}}");
    Path target = directory.resolve("refused.zarr");

    Cli.Outcome outcome =
        Cli.run("create", spec, target, "--from", Cli.sample() + "#/acquisition/run1");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err())
        .isEqualTo(
            "espalier: /focus_score: the array is planned as int8 [2], but its source is float32"
                + " []\n");
    assertThat(target).doesNotExist();
  }

  private static String digest(Path location, String path) {
    return Cli.succeed("digest", location, "--json").documents().stream()
        .filter(line -> line.get("path").orElseThrow().toString().equals("\"" + path + "\""))
        .findFirst()
        .orElseThrow()
        .get("sha256")
        .orElseThrow()
        .toString();
  }
}
