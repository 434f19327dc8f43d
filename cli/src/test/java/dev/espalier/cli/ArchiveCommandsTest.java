package dev.espalier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands take archives wherever they take directories, but for changing them. */
class ArchiveCommandsTest {
  private static final String SPEC =
      """
      {"/": {"node_type": "group"}, "/g": {"node_type": "group"},
       "/g/a": {"node_type": "array", "shape": [2], "data_type": "int16", "fill_value": -7}}
      """;

  @TempDir private Path directory;

  @SuppressWarnings("NullAway.Init") // written before each test
  private Path spec;

  @BeforeEach
  void writeSpec() throws IOException {
    spec = Files.writeString(directory.resolve("spec.json"), SPEC);
  }

  @Test
  void whatIsInAnArchiveIsWhatIsInADirectory() {
    Path archive = directory.resolve("a.ozx");
    Path unpacked = directory.resolve("a.zarr");
    Cli.succeed("create", spec, archive);
    Cli.succeed("convert", archive, unpacked);

    assertThat(archive).isRegularFile();
    for (String command : new String[] {"inspect", "digest", "validate"}) {
      Cli.Outcome found = Cli.run(command, archive);
      Cli.Outcome expected = Cli.run(command, unpacked);
      assertThat(found.out().replace("a.ozx", "a.zarr")).isEqualTo(expected.out()).isNotEmpty();
      assertThat(found.code()).isEqualTo(expected.code());
    }
    assertThat(Cli.run("diff", archive, unpacked).code()).isZero();
  }

  @Test
  void anArchiveIsKnownByItsFirstBytes() throws IOException {
    Path archive = directory.resolve("a.zip");
    Cli.succeed("create", spec, archive);
    Path nameless = Files.move(archive, directory.resolve("nameless"));

    assertThat(Cli.succeed("inspect", nameless).out()).contains("int16 [2]");
    assertThat(Cli.succeed("inspect", directory).out()).contains("nameless (zarr)");
  }

  @Test
  void whatWouldChangeAnArchiveInPlaceIsRefusedBeforeAnythingIsWritten() {
    Path archive = directory.resolve("a.zip");
    Cli.Outcome refused = Cli.run("create", spec, archive, "--consolidate");

    assertThat(refused.code()).isEqualTo(3);
    assertThat(refused.err())
        .isEqualTo(
            "espalier: unsupported: "
                + archive
                + ": --consolidate changes what was written, which cannot be done in stores of this"
                + " kind; leave it out, or write to a directory\n");
    assertThat(archive).doesNotExist();

    Cli.succeed("create", spec, archive);
    assertThat(Cli.run("convert", archive, directory.resolve("b.zip"), "--consolidate").code())
        .isEqualTo(3);
    assertThat(directory.resolve("b.zip")).doesNotExist();
    assertThat(Cli.run("consolidate", archive).err()).contains("cannot be changed in parts");
  }
}
