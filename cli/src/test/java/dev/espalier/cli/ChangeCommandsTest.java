package dev.espalier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that tell and change what is stored of an array. */
class ChangeCommandsTest {
  private static final String SPEC =
      """
      {"/": {"node_type": "group"},
       "/a": {"node_type": "array", "shape": [3, 4], "data_type": "int16", "fill_value": 7,
              "chunks": [2, 2],
              "codecs": [{"name": "bytes", "configuration": {"endian": "little"}}]},
       "/s": {"node_type": "array", "shape": [4], "data_type": "uint8", "chunks": [2],
              "shards": [4], "codecs": ["bytes"]}}
      """;

  @TempDir private Path directory;
  private Path root = Path.of("");

  @BeforeEach
  void create() throws IOException {
    Path spec = directory.resolve("spec.json");
    Files.writeString(spec, SPEC);
    root = directory.resolve("a.zarr");
    Cli.succeed("create", spec, root);
  }

  private void store(String key, int... bytes) throws IOException {
    Path file = root.resolve(key);
    Files.createDirectories(file.getParent());
    byte[] value = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      value[i] = (byte) bytes[i];
    }
    Files.write(file, value);
  }

  @Test
  void chunksThatAreStoredAreListed() throws IOException {
    assertThat(Cli.succeed("chunks", root, "--array", "/a").out()).isEmpty();

    store("a/c/1/1", 1, 0, 2, 0, 3, 0, 4, 0);
    assertThat(Cli.succeed("chunks", root, "--array", "/a").out())
        .isEqualTo("[1, 1]  2:3,2:4  8 bytes\n");
    assertThat(Cli.succeed("chunks", root, "--array", "/a", "--json").document())
        .isEqualTo(
            JsonReader.parse("{\"place\": [1, 1], \"region\": [[2, 3], [2, 4]], \"bytes\": 8}"));
  }

  @Test
  void whatIsNotThereOrCannotBeListedSaysSo() {
    assertThat(Cli.run("chunks", root, "--array", "/none").code()).isEqualTo(3);
    assertThat(Cli.run("chunks", root, "--array", "a//b").code()).isEqualTo(2);
    assertThat(Cli.run("chunks", directory.resolve("none.zarr")).code()).isEqualTo(3);
    Cli.Outcome hdf5 = Cli.run("chunks", Cli.sample(), "--array", "/acquisition/run1/image");
    assertThat(hdf5.code()).isEqualTo(3);
    assertThat(hdf5.err()).contains("listing the chunks of this format is not supported");
  }

  @Test
  void anArrayGetsAnotherShape() throws IOException {
    store("a/c/0/0", 1, 0, 2, 0, 3, 0, 4, 0);

    assertThat(Cli.succeed("resize", root, "--array", "/a", "--shape", "1,5").out())
        .isEqualTo(root + ": /a: shape [3, 4] became [1, 5]\n");
    assertThat(Cli.succeed("dump", root, "--array", "/a").out()).isEqualTo("1 2 7 7 7\n");
    assertThat(Cli.succeed("resize", root, "--array", "/a", "--shape", "2,2", "--json").document())
        .isEqualTo(
            JsonReader.parse(
                "{\"location\": \""
                    + root
                    + "\", \"path\": \"/a\", \"before\": [1, 5], \"after\": [2, 2]}"));
    assertThat(Cli.succeed("dump", root, "--array", "/a").out()).isEqualTo("1 2\n7 7\n");
  }

  @Test
  void whatCannotBeResizedIsRefused() {
    Cli.Outcome rank = Cli.run("resize", root, "--array", "/a", "--shape", "5");
    assertThat(rank.code()).isEqualTo(2);
    assertThat(rank.err())
        .isEqualTo("espalier: " + root + ": /a: the shape is [3, 4]; it cannot become [5]\n");
    Cli.Outcome words = Cli.run("resize", root, "--array", "/a", "--shape", "5,-1");
    assertThat(words.code()).isEqualTo(2);
    assertThat(words.err())
        .isEqualTo(
            "espalier: --shape 5,-1: expected an extent of at least 0 for each dimension, as in"
                + " 1,256,256\n");
    assertThat(Cli.run("resize", root, "--array", "/a").code()).isEqualTo(2);
    assertThat(Cli.run("resize", root, "--array", "/none", "--shape", "5").code()).isEqualTo(3);
    Cli.Outcome hdf5 = Cli.run("resize", Cli.sample(), "--array", "/a", "--shape", "5");
    assertThat(hdf5.code()).isEqualTo(3);
    assertThat(hdf5.err())
        .contains(
            "arrays of the format hdf5 cannot be changed in place; convert it to another one, and"
                + " change that");
  }

  @Test
  void chunksOfFillValueAreStoredForTheAsking() {
    Path omitted = directory.resolve("omitted.zarr");
    Path stored = directory.resolve("stored.zarr");
    Path created = directory.resolve("created.zarr");

    Cli.succeed("convert", root, omitted);
    Cli.succeed("convert", root, stored, "--store-fill-chunks");
    Path spec = directory.resolve("spec.json");
    Cli.succeed("create", spec, created, "--from", root, "--store-fill-chunks");

    assertThat(Cli.succeed("chunks", omitted, "--array", "/a").out()).isEmpty();
    for (Path full : new Path[] {stored, created}) {
      assertThat(Cli.succeed("chunks", full, "--array", "/a").out().lines()).hasSize(4);
      assertThat(Cli.succeed("chunks", full, "--array", "/s").out())
          .isEqualTo("[0]  0:2  2 bytes\n[0]  2:4  2 bytes\n");
    }
  }
}
