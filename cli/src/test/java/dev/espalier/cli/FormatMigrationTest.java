package dev.espalier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Zarr v2 is written, and becomes Zarr v3. */
class FormatMigrationTest {
  @TempDir Path directory;

  private Path old = Path.of("");
  private Path young = Path.of("");

  @BeforeEach
  void writeZarr2() throws IOException {
    old = directory.resolve("old.zarr");
    young = directory.resolve("young.zarr");
    Path spec = directory.resolve("spec.json");
    Files.writeString(
        spec,
        """
        {"/": {"node_type": "group", "attributes": {"n": 1.0}},
         "/g/a": {"node_type": "array", "shape": [4], "data_type": "int16", "fill_value": 7,
                  "chunks": [2], "dimension_names": ["x"], "codecs": [
                    {"name": "bytes", "configuration": {"endian": "little"}},
                    {"name": "zstd", "configuration": {"level": 3}}]}}
        """);
    Cli.succeed("create", spec, old, "--format", "zarr2");
    Files.write(old.resolve("g/a/0"), zstdOf());
  }

  /** A frame with two raw numbers, 1 and 2. */
  private static byte[] zstdOf() {
    return new byte[] {
      0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 0x20, 0x04, 0x21, 0x00, 0x00, 1, 0, 2, 0
    };
  }

  @Test
  void zarr2IsWrittenAndReadAgain() throws IOException {
    assertThat(files(old))
        .containsExactly(".zattrs", ".zgroup", "g/.zgroup", "g/a/.zarray", "g/a/.zattrs", "g/a/0");
    JsonObject nodes = Cli.succeed("inspect", "--json", old).document();
    assertThat(nodes.get("format")).contains(JsonValue.of("zarr2"));
    assertThat(Cli.succeed("dump", "--json", old, "--array", "/g/a").document().get("values"))
        .hasToString("Optional[[1,2,7,7]]");
  }

  @Test
  void aDryRunSaysWhatBecomesOfEachNodeAndWritesNothing() {
    assertThat(Cli.succeed("migrate", old, young, "--to", "zarr3", "--dry-run").out())
        .isEqualTo(
            young
                + """
                 as Zarr v3: 1 array by metadata alone, 0 encoded anew, 0 unsupported; would be written
                  metadata  /  group
                  metadata  /g  group
                  metadata  /g/a  array
                """);
    JsonObject document =
        Cli.succeed("migrate", old, "--to", "zarr3", "--dry-run", "--in-place", "--json")
            .document();
    assertThat(document.members().keySet())
        .containsExactly("source", "target", "format", "written", "nodes", "plan");
    assertThat(Cli.at(document, "written")).isEqualTo(JsonValue.of(false));
    assertThat(Cli.at(document, "nodes", "2"))
        .hasToString("{\"path\":\"/g/a\",\"kind\":\"array\",\"way\":\"metadata\",\"reason\":\"\"}");
    assertThat(young).doesNotExist();
    assertThat(old.resolve("zarr.json")).doesNotExist();
  }

  @Test
  void aCopyHasTheSameChunks() throws IOException {
    Cli.succeed("migrate", old, young, "--to", "zarr3");

    assertThat(files(young)).containsExactly("g/a/0", "g/a/zarr.json", "g/zarr.json", "zarr.json");
    assertThat(young.resolve("g/a/0")).hasSameBinaryContentAs(old.resolve("g/a/0"));
    assertThat(Cli.succeed("digest", young).out().replace("young", "old"))
        .isEqualTo(Cli.succeed("digest", old).out());
    assertThat(Cli.succeed("diff", old, young, "--ignore", "fill_value").out()).isEmpty();
  }

  @Test
  void inPlaceTheOldDocumentsStayUnlessTheyAreToGo() throws IOException {
    Cli.succeed("migrate", old, "--to", "zarr3", "--in-place", "--consolidate");
    assertThat(files(old)).contains("zarr.json", ".zgroup", "g/a/.zarray");
    assertThat(old.resolve("zarr.json")).content().contains("consolidated_metadata");

    Cli.Outcome again = Cli.run("migrate", old, "--to", "zarr3", "--in-place");
    assertThat(again.code()).isEqualTo(2);
    assertThat(again.err()).contains(old + ": is Zarr v3 already");
  }

  @Test
  void whichCopiesOfMetadataCountIsNoQuestionHere() {
    Cli.Outcome asked =
        Cli.run(
            "migrate", old, "--to", "zarr3", "--in-place", "--dry-run", "--consolidated", "ignore");

    assertThat(asked.code()).isEqualTo(2);
    assertThat(asked.err())
        .contains(
            "--consolidated is about conventions; --to zarr3 always reads the documents themselves");
  }

  @Test
  void theOldDocumentsGoIfTheyAreTo() throws IOException {
    Cli.succeed("migrate", old, "--to", "zarr3", "--in-place", "--remove-v2");

    assertThat(files(old)).containsExactly("g/a/0", "g/a/zarr.json", "g/zarr.json", "zarr.json");
  }

  @Test
  void whatCannotBeReadIsSaidAndMayBeLeftOut() throws IOException {
    Path array = old.resolve("g/a/.zarray");
    Files.writeString(array, Files.readString(array).replace("\"zstd\"", "\"nobody_knows\""));

    Cli.Outcome outcome = Cli.run("migrate", old, young, "--to", "zarr3");
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.out())
        .startsWith(
            young
                + " as Zarr v3: 0 arrays by metadata alone, 0 encoded anew, 1 unsupported;"
                + " not written\n")
        .contains(
            "  none      /g/a  array  no codec named \"numcodecs.nobody_knows\"; available: ");
    assertThat(young).doesNotExist();

    Cli.succeed("migrate", old, young, "--to", "zarr3", "--skip-unsupported");
    assertThat(files(young)).containsExactly("g/zarr.json", "zarr.json");
  }

  @Test
  void whatDoesNotGoTogetherIsWrongUsage() {
    refused("TARGET is missing: where is the result to be written?", old, "--to", "zarr3");
    refused(
        "--in-place writes where the hierarchy stands; leave out TARGET",
        old,
        young,
        "--to",
        "zarr3",
        "--in-place");
    refused(
        "--remove-v2 goes with --in-place: a copy has no documents of v2",
        old,
        young,
        "--to",
        "zarr3",
        "--remove-v2");
    refused(
        "--policy is about a TARGET, and --in-place has none",
        old,
        "--to",
        "zarr3",
        "--in-place",
        "--overwrite");
    refused(
        "--in-place, --remove-v2 and --skip-unsupported go with --to zarr3; another version of a"
            + " convention is written anew",
        old,
        "--to",
        "2.0",
        "--in-place");
    refused(
        "--as names a convention, and --to zarr3 is about the format",
        old,
        young,
        "--to",
        "zarr3",
        "--as",
        "a@1");
    refused(
        "#/g names a node; a hierarchy becomes Zarr v3 as a whole",
        old + "#/g",
        young,
        "--to",
        "zarr3");
    refused(
        Cli.sample() + ": not a hierarchy of Zarr v2; convert makes Zarr v3 of other formats",
        Cli.sample(),
        young,
        "--to",
        "zarr3");
    refused(
        young + ": a hierarchy in another version is written as a whole; fail or replace",
        old,
        young,
        "--to",
        "zarr3",
        "--policy",
        "merge");
  }

  private static void refused(String message, Object... words) {
    Object[] command = Stream.concat(Stream.of("migrate"), Stream.of(words)).toArray();
    Cli.Outcome outcome = Cli.run(command);
    assertThat(outcome.err()).contains(message);
    assertThat(outcome.code()).isEqualTo(2);
  }

  @Test
  void whatZarr2HasNoWordsForIsAFinding() throws IOException {
    Path spec = directory.resolve("spec3.json");
    Files.writeString(
        spec,
        """
        {"/a": {"node_type": "array", "shape": [4], "data_type": "int16", "chunks": [2],
                "shards": [4]},
         "/b": {"node_type": "array", "shape": [4, 4], "data_type": "int16",
                "dimension_names": ["x", null]}}
        """);

    Cli.Outcome outcome = Cli.run("create", spec, young, "--format", "zarr2");
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err())
        .isEqualTo(
            "espalier: invalid: "
                + young
                + """
                : the hierarchy cannot be written
                  error zarr.version.lacks at /a
                    Zarr v2 has no shards
                    expected: what Zarr v2 can say
                    found: int16 [4], which needs more
                    fix: change that, or write Zarr v3
                  error zarr.version.lacks at /b
                    in Zarr v2 either all dimensions have a name or none has
                    expected: what Zarr v2 can say
                    found: int16 [4, 4], which needs more
                    fix: change that, or write Zarr v3
                """);
    assertThat(young).doesNotExist();

    Cli.Outcome unknown = Cli.run("create", spec, young, "--format", "zarr1");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err()).contains("--format zarr1: expected zarr or zarr2");
  }

  @Test
  void zarr3IsConvertedToZarr2AndBack() throws IOException {
    Cli.succeed("migrate", old, young, "--to", "zarr3");
    Path back = directory.resolve("back.zarr");
    Cli.succeed("convert", young, back, "--format", "zarr2", "--verify");

    assertThat(files(back)).isEqualTo(files(old));
    assertThat(Cli.succeed("diff", old, back).out()).isEmpty();
  }

  private static List<String> files(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString())
          .sorted()
          .toList();
    }
  }
}
