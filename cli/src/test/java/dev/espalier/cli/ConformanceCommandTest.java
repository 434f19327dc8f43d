package dev.espalier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.testkit.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConformanceCommandTest {
  @TempDir private Path directory;

  @Test
  void elementsAreOneALineInTheFormOfFillValues() throws IOException {
    Path spec = directory.resolve("spec.json");
    Files.writeString(
        spec,
        """
        {"/": {"node_type": "array", "shape": [1, 2], "data_type": "complex64",
               "fill_value": ["NaN", -0.5]}}
        """);
    Path array = directory.resolve("a.zarr");
    Cli.succeed("create", spec, array);

    Cli.Outcome outcome = Cli.succeed("conformance", "zarr", "--array_path=" + array);

    assertThat(outcome.out()).isEqualTo("[\"NaN\",-0.5]\n[\"NaN\",-0.5]\n");
    assertThat(outcome.err()).isEmpty();
    assertThat(Cli.succeed("conformance", "zarr", "--array_path", array).out())
        .isEqualTo(outcome.out());
  }

  @Test
  void anArrayOfOthersHasItsElementsInOrder() {
    Path array = SharedData.require("zarr/golden/v3_missing_nan_fill.zarr");

    List<String> lines =
        Cli.succeed("conformance", "zarr", "--array_path=" + array).out().lines().toList();

    assertThat(lines).isNotEmpty().contains("\"NaN\"");
  }

  @Test
  void whatCannotBeReadIsSaidOnStandardErrorAlone() {
    Path nothing = directory.resolve("nothing.zarr");

    Cli.Outcome missing = Cli.run("conformance", "zarr", "--array_path=" + nothing);
    assertThat(missing.code()).isEqualTo(3);
    assertThat(missing.out()).isEmpty();
    assertThat(missing.err()).isEqualTo("espalier: not found: " + nothing + ": nothing is there\n");
    assertThat(Cli.run("conformance", "zarr").code()).isEqualTo(2);
    Cli.Outcome format = Cli.run("conformance", "hdf5", "--array_path=" + Cli.sample());
    assertThat(format.code()).isEqualTo(2);
    assertThat(format.err()).isEqualTo("espalier: conformance hdf5: expected zarr\n");
    assertThat(Cli.run("conformance", "zarr", "--array_path=" + Cli.sample()).err())
        .endsWith(": expected an array of the format zarr, found hdf5\n");
  }
}
