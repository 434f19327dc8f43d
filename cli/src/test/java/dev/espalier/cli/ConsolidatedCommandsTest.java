package dev.espalier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.model.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsolidatedCommandsTest {
  private static final String SPEC =
      """
      {"/": {"node_type": "group"}, "/g": {"node_type": "group"},
       "/g/a": {"node_type": "array", "shape": [2], "data_type": "int16", "fill_value": -7}}
      """;

  @TempDir private Path directory;

  @Test
  void whatIsCreatedConvertedAndConsolidatedRepeatsItsMetadata() throws IOException {
    Path created = created("--consolidate");
    Path converted = directory.resolve("converted.zarr");
    Cli.succeed("convert", created, converted, "--consolidate");

    assertThat(required(created)).isEqualTo(required(converted)).contains("\"/g/a\"");
    Path later = directory.resolve("later.zarr");
    Cli.succeed("convert", created, later);
    assertThat(Cli.run("inspect", later, "--consolidated", "require").code()).isEqualTo(3);
    assertThat(Cli.succeed("consolidate", later).out())
        .isEqualTo(later + ": consolidated the metadata of 2 nodes\n");
    assertThat(Cli.succeed("consolidate", later, "--json").document().get("consolidated"))
        .hasToString("Optional[2]");
    assertThat(required(later)).isEqualTo(required(created));
  }

  @Test
  void copiesThatAreOutOfDateAreFoundAndNotBelieved() throws IOException {
    Path root = created("--consolidate");
    Path document = root.resolve("g/a/zarr.json");
    Files.writeString(document, Files.readString(document).replace("-7", "-8"));

    Cli.Outcome outcome = Cli.run("validate", root, "--json");
    assertThat(outcome.out())
        .contains("hierarchy.consolidated.fresh")
        .contains(
            "the consolidated metadata is out of date, and who trusts it sees another hierarchy:"
                + " \\\"g/a\\\" has a document that says otherwise");
    assertThat(Cli.succeed("dump", root, "--array", "/g/a").out()).isEqualTo("-8 -8\n");
    assertThat(Cli.succeed("dump", root, "--array", "/g/a", "--consolidated", "require").out())
        .isEqualTo("-7 -7\n");
    Cli.succeed("consolidate", root);
    assertThat(Cli.run("validate", root).out()).doesNotContain("out of date");
  }

  @Test
  void aMergeLeavesNoStaleCopies() throws IOException {
    Path root = created("--consolidate");
    Path more = directory.resolve("more.json");
    Files.writeString(more, "{\"/g/b\": {\"node_type\": \"group\"}}");
    Cli.succeed("create", more, root, "--policy", "merge");

    assertThat(Cli.run("inspect", root, "--consolidated", "require").err())
        .contains("the root has no consolidated metadata, which is required");
    Cli.succeed("create", more, root, "--policy", "merge", "--consolidate");
    assertThat(required(root)).contains("\"/g/b\"");
  }

  @Test
  void anOtherWordAndAnotherFormatAreRefused() throws IOException {
    Path root = created();
    Cli.Outcome word = Cli.run("inspect", root, "--consolidated", "always");
    assertThat(word.code()).isEqualTo(2);
    assertThat(word.err())
        .isEqualTo("espalier: --consolidated always: expected auto, require or ignore\n");
    Cli.Outcome format = Cli.run("inspect", Cli.sample(), "--consolidated", "require");
    assertThat(format.code()).isEqualTo(3);
    assertThat(format.err()).contains("the format hdf5 has no consolidated metadata to require");
    assertThat(Cli.run("consolidate", Cli.sample()).code()).isEqualTo(3);
  }

  private Path created(Object... options) throws IOException {
    Path spec = directory.resolve("spec.json");
    Files.writeString(spec, SPEC);
    Path target = directory.resolve("created.zarr");
    Object[] words = new Object[options.length + 3];
    System.arraycopy(new Object[] {"create", spec, target}, 0, words, 0, 3);
    System.arraycopy(options, 0, words, 3, options.length);
    Cli.succeed(words);
    return target;
  }

  private static String required(Path root) {
    JsonObject document =
        Cli.succeed("inspect", root, "--json", "--consolidated", "require").document();
    return document.get("nodes").orElseThrow().toString().replaceAll(",\"extras\":.*?}}", "");
  }
}
