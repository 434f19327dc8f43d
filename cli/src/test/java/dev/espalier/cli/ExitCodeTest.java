package dev.espalier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Bad input: the exit code, the words, and nothing left behind. */
class ExitCodeTest {
  private static final List<String> AS_IMAGE = List.of("--as", "ngff:image@0.5");

  @TempDir private Path directory;

  private Cli.Outcome convert(Object source, String... options) {
    Object[] words =
        Stream.concat(
                Stream.of("convert", source, directory.resolve("out.zarr")), Arrays.stream(options))
            .toArray();
    return Cli.run(words);
  }

  private void assertRefused(Cli.Outcome outcome, int code, String... words) throws IOException {
    assertThat(outcome.err()).contains(words).doesNotContain("\tat ");
    assertThat(outcome.code()).isEqualTo(code);
    assertThat(outcome.out()).isEmpty();
    try (Stream<Path> left = Files.list(directory)) {
      assertThat(left.map(path -> path.getFileName().toString()).filter(n -> n.contains("out")))
          .as("what is left behind")
          .isEmpty();
    }
  }

  @Test
  void aSourceThatIsNotThere() throws IOException {
    Path source = directory.resolve("none.h5");
    assertRefused(convert(source), 3, "not found: " + source + ": nothing is there");
  }

  @Test
  void aTruncatedFile() throws IOException {
    byte[] bytes = Files.readAllBytes(Cli.sample());
    for (int length : new int[] {bytes.length - 1, bytes.length / 2, 3000, 100}) {
      Path source = directory.resolve("truncated.h5");
      Files.write(source, Arrays.copyOf(bytes, length));
      assertRefused(convert(source), 3, "corrupt: " + source, "truncated");
    }
  }

  @Test
  void aTextNamedLikeAnHdf5File() throws IOException {
    Path source = directory.resolve("text.h5");
    Files.writeString(source, "this is no HDF5 file\n");
    assertRefused(
        convert(source), 3, "corrupt: " + source + ": not an HDF5 file, whatever its name says");

    Path other = directory.resolve("text.txt");
    Files.writeString(other, "this is nothing\n");
    assertRefused(
        convert(other),
        3,
        "unsupported: " + other + ": not a hierarchy of a known format (hdf5, zarr, zarr2)");
  }

  @Test
  void aNodeThatIsNotInTheSource() throws IOException {
    assertRefused(
        convert(Cli.sample() + "#/acquisition/run2"),
        3,
        "not found: " + Cli.sample() + ": no node /acquisition/run2; /acquisition holds run1;",
        "/acquisition/run1/image");
    for (String[] options : new String[][] {{}, {"--as", "ngff:image@0.5", "--axes", "czyx"}}) {
      assertRefused(
          convert(Cli.sample() + "#/acquisition/run1/image/nope", options),
          3,
          "no node /acquisition/run1/image/nope; /acquisition/run1/image is an array;");
      assertRefused(
          convert(Cli.sample() + "#/acquisition/run1/nope", options),
          3,
          "no node /acquisition/run1/nope; /acquisition/run1 holds channel_table, focus_score,");
    }
  }

  @Test
  void aSubjectThatCannotBeRead() throws IOException {
    Path source = directory.resolve("source.zarr");
    Path spec = directory.resolve("spec.json");
    Files.writeString(
        spec, "{\"/a\": {\"node_type\": \"array\", \"shape\": [4, 5], \"data_type\": \"int8\"}}");
    Cli.succeed("create", spec, source);
    Files.writeString(source.resolve("a/zarr.json"), "{");

    assertRefused(
        convert(source + "#/a", "--as", "ngff:image@0.5", "--axes", "yx"),
        3,
        "corrupt: " + source + ": /a: a/zarr.json: not JSON");
  }

  @Test
  void aTargetThatExistsIsLeftAsItIs() throws IOException {
    Path target = directory.resolve("kept.zarr");
    Files.createDirectories(target);
    Files.writeString(target.resolve("precious.txt"), "do not touch");

    assertRefused(Cli.run("convert", Cli.sample(), target), 4, "target exists: " + target);
    assertThat(target.resolve("precious.txt")).hasContent("do not touch");
  }

  @Test
  void aTargetThatHoldsItsSourceIsNotReplaced() throws IOException {
    Path kept = directory.resolve("kept.zarr");
    Cli.succeed("convert", Cli.sample(), kept);
    Path inside = Files.copy(Cli.sample(), kept.resolve("inside.h5"));
    Path link = Files.createSymbolicLink(directory.resolve("link.zarr"), kept);

    for (Object source : List.of(inside, kept, kept + "#/acquisition", link)) {
      assertRefused(
          Cli.run("convert", source, kept, "--overwrite"),
          2,
          kept + ": replacing it would delete what is read");
    }
    assertRefused(
        Cli.run("convert", kept, kept.resolve("acquisition"), "--overwrite"),
        2,
        "acquisition: replacing it would delete what is read");

    assertThat(inside).hasSameBinaryContentAs(Cli.sample());
    assertThat(Cli.run("digest", kept).out()).isNotEmpty();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aTargetBelowProc() throws IOException {
    assertRefused(Cli.run("convert", Cli.sample(), "/proc/out.zarr"), 5, "/proc/out.zarr");
    assertRefused(Cli.run("convert", Cli.sample(), "/proc/self/a/out.zarr"), 5, "/proc/self/a");
  }

  @Test
  void aTargetBelowAFile() throws IOException {
    Path file = directory.resolve("file.txt");
    Files.writeString(file, "a file");
    assertRefused(Cli.run("convert", Cli.sample(), file.resolve("x.zarr")), 5, file.toString());
  }

  @Test
  void aTargetThatIsNoFile() throws IOException {
    assertRefused(Cli.run("convert", Cli.sample(), "s3://bucket/x.zarr"), 2, "\"s3\"");
  }

  @Test
  void wordsThatAreNotUnderstood() throws IOException {
    assertRefused(Cli.run(), 2, "a command is missing", "espalier --help");
    assertRefused(Cli.run("frobnicate"), 2, "'frobnicate'");
    assertRefused(Cli.run("convert", Cli.sample()), 2, "'TARGET'", "espalier convert --help");
    assertRefused(Cli.run("digest", Cli.sample(), "--fast"), 2, "'--fast'");
    assertRefused(convert(Cli.sample(), "--chunks", "0,1"), 2, "--chunks 0,1: expected an extent");
    assertRefused(convert(Cli.sample(), "--chunks", "1,1,1,1,1"), 2, "5 dimensions", "no array");
    assertRefused(convert(Cli.sample(), "--codec", "zip"), 2, "no codec is named \"zip\"");
    assertRefused(convert(Cli.sample(), "--codec", "gzip:99"), 2, "99", "0 to 9");
    assertRefused(convert(Cli.sample(), "--dry-run", "--verify"), 2, "--dry-run");
    assertRefused(
        convert(Cli.sample(), "--chunks", "1,2,64,64", "--shards", "1,2,100,100"),
        2,
        "[1, 2, 100, 100]",
        "[1, 2, 64, 64]");
  }

  @Test
  void aConventionThatIsNotKnown() throws IOException {
    assertRefused(
        convert(Cli.sample(), "--as", "ngff:image@9"),
        2,
        "no convention is called \"ngff:image@9\"; known: ngff:image@0.5");
  }

  @Test
  void declarationsThatCannotBeMade() throws IOException {
    Path spec = directory.resolve("spec.json");
    Path target = directory.resolve("out.zarr");
    String array = "{\"/a\": {\"node_type\": \"array\", \"shape\": [3], \"data_type\": \"int8\"";

    assertRefused(Cli.run("create", spec, target), 3, "not found: " + spec);
    Files.writeString(spec, array);
    assertRefused(Cli.run("create", spec, target), 3, "corrupt: " + spec + ": not JSON");
    Files.writeString(spec, array + ", \"chunks\": [0]}}");
    assertRefused(
        Cli.run("create", spec, target),
        1,
        "error create.document at /a (/~1a/chunks)",
        "found: [0]");
    Files.writeString(spec, array + ", \"codecs\": [\"bytes\", \"zip\"]}}");
    assertRefused(
        Cli.run("create", spec, target),
        1,
        "error zarr.codec.unknown at /a (/codecs/1/name)",
        "expected: one of bitround, ");
    Files.writeString(spec, array + "}}");
    assertRefused(Cli.run("create", spec, "s3://bucket/x.zarr"), 2, "\"s3\"");
    assertRefused(Cli.run("create", spec, spec.resolve("x.zarr")), 5, spec.toString());
    Cli.succeed("create", spec, directory.resolve("kept.zarr"));
    assertRefused(Cli.run("create", spec, directory.resolve("kept.zarr")), 4, "target exists");
    Cli.succeed("create", spec, directory.resolve("kept.zarr"), "--overwrite");
  }

  @Test
  void whatCannotBeDumpedOrCompared() throws IOException {
    assertRefused(Cli.run("dump", Cli.sample(), "--array", "/x"), 3, "/x");
    assertRefused(Cli.run("dump", Cli.sample(), "--array", "/sample"), 3, "/sample");
    assertRefused(
        Cli.run("dump", Cli.sample(), "--array", "/acquisition/run1/image", "--region", "0:1"),
        2,
        "--region 0:1 of an array of shape [3, 5, 517, 623]: expected 4 ranges");
    assertRefused(Cli.run("diff", Cli.sample(), directory.resolve("none")), 3, "not found");
    assertRefused(Cli.run("schema", "ngff:video"), 2, "no convention is called \"ngff:video\"");
  }

  @Test
  void severalArraysThatFit() throws IOException {
    Path twins = directory.resolve("twins.zarr");
    Path spec = directory.resolve("spec.json");
    String array = "{\"node_type\": \"array\", \"shape\": [4, 5], \"data_type\": \"int8\"}";
    Files.writeString(spec, "{\"/a\": " + array + ", \"/g/b\": " + array + "}");
    Cli.succeed("create", spec, twins);

    assertRefused(
        convert(twins, AS_IMAGE.get(0), AS_IMAGE.get(1), "--axes", "yx"),
        2,
        "2 arrays can become ngff:image@0.5",
        "/a, /g/b");
    assertThat(convert(twins + "#/g", AS_IMAGE.get(0), AS_IMAGE.get(1), "--axes", "yx").err())
        .contains("/g/b is the only array that fits");
  }

  @Test
  void noArrayThatFits() throws IOException {
    assertRefused(
        convert(Cli.sample(), AS_IMAGE.get(0), AS_IMAGE.get(1), "--axes", "tczyx"),
        2,
        "no array at or below / can become ngff:image@0.5",
        "/acquisition/run1/channel_table");
  }

  @Test
  void aTraceIsOnlyShownWhereAskedFor() {
    Path source = directory.resolve("none.h5");
    assertThat(Cli.run("inspect", source).err()).doesNotContain("\tat ");
    assertThat(Cli.run("inspect", source, "--debug").err()).contains("\tat dev.espalier");
  }

  @Test
  void oneBadLocationDoesNotHideTheOthers() {
    Cli.Outcome outcome = Cli.run("inspect", "--json", directory.resolve("none"), Cli.sample());

    assertThat(outcome.code()).isEqualTo(3);
    assertThat(outcome.documents()).hasSize(2);
    assertThat(outcome.documents().get(0).members().keySet()).containsExactly("location", "error");
  }

  @Test
  void aDirectoryWithoutHierarchies() throws IOException {
    assertRefused(Cli.run("inspect", directory), 3, "no hierarchy is in this directory");
  }
}
