package dev.espalier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.json.JsonReader;
import dev.espalier.model.data.ArrayData;
import dev.espalier.model.data.ArraySource;
import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.Block;
import dev.espalier.model.data.BoundHierarchy;
import dev.espalier.model.layout.Layout;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.plan.WritePolicy;
import dev.espalier.model.shape.EdgeLengths;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.spi.Location;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.work.Execution;
import dev.espalier.zarr.ZarrBackend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Chunks of varying extents, from a declaration or an option to what is shown of them. */
class VariableChunksTest {
  private static final String GRID =
      "{\"name\":\"rectilinear\",\"configuration\":{\"kind\":\"inline\","
          + "\"chunk_shapes\":[[[3,2],4],5]}}";

  @TempDir private Path directory;

  @Test
  void theyAreDeclaredCreatedAndShown() throws IOException {
    Path spec =
        Files.writeString(
            directory.resolve("spec.json"),
            "{\"/ragged\": {\"node_type\": \"array\", \"shape\": [10, 20], \"data_type\":"
                + " \"int16\", \"codecs\": "
                + BYTES
                + ", \"chunk_grid\": "
                + GRID
                + "}}");
    Path target = directory.resolve("t.zarr");

    assertThat(Cli.succeed("plan", spec, target).out())
        .endsWith("in at most 14 objects to write\n");
    Cli.succeed("create", spec, target);

    assertThat(Cli.succeed("inspect", target).out())
        .contains("ragged  int16 [10, 20]  chunks (3*2+4)×5  bytes\n");
    assertThat(Cli.at(Cli.succeed("inspect", "--json", target).document(), "nodes", "/ragged"))
        .satisfies(
            node -> assertThat(Cli.at(node, "chunk_grid")).isEqualTo(JsonReader.parse(GRID)));
    assertThat(Cli.succeed("plan", spec, target, "--policy", "fail-unless-alike").out())
        .endsWith("nothing to write\n");
  }

  private static final String BYTES =
      "[{\"name\": \"bytes\", \"configuration\": {\"endian\": \"little\"}}]";

  @Test
  void conversionsKeepThemAskForThemAndGiveThemUp() throws IOException {
    Path source = directory.resolve("source.zarr");
    write(source);
    Path kept = directory.resolve("kept.zarr");
    Path asked = directory.resolve("asked.zarr");
    Path regular = directory.resolve("regular.zarr");

    Cli.succeed("convert", source, kept, "--codec", "zstd", "--verify");
    Cli.succeed("convert", source, asked, "--chunks", "6+1*4,9", "--verify");
    Cli.succeed("convert", source, regular, "--chunks", "4,4", "--verify");

    assertThat(Cli.succeed("inspect", kept).out())
        .contains("a  int16 [10, 9]  chunks (3*2+4)×5  bytes + zstd 3\n")
        .contains("b  int16 [4]  chunks 4  bytes + zstd 3\n");
    assertThat(Cli.succeed("inspect", asked).out())
        .contains("a  int16 [10, 9]  chunks (6+1*4)×9  bytes + blosc zstd 2 shuffle\n");
    assertThat(Cli.succeed("inspect", regular).out()).contains("chunks 4×4");
    for (Path copy : new Path[] {kept, asked, regular}) {
      for (String part : new String[] {"", "--region", "2:9,4:6"}) {
        assertThat(dump(copy, part)).isEqualTo(dump(source, part));
      }
      assertThat(digest(copy)).isEqualTo(digest(source));
    }
    assertThat(Cli.run("diff", source, asked).out())
        .contains("\"chunk_shapes\":[[[3,2],4],5]", "\"chunk_shapes\":[[6,[1,4]],9]");
  }

  private static String digest(Path store) {
    return Cli.succeed("digest", store.resolve("a")).out().replace(store.toString(), "");
  }

  private static String dump(Path store, String part) {
    return part.startsWith("--")
        ? Cli.succeed("dump", store.resolve("a"), part, "2:9,4:6").out()
        : Cli.succeed("dump", store.resolve("a")).out();
  }

  @Test
  void aWishThatNoArrayFitsIsRefused() throws IOException {
    Path source = directory.resolve("source.zarr");
    write(source);

    Cli.Outcome sums = Cli.run("convert", source, directory.resolve("t"), "--chunks", "3*3,9");
    Cli.Outcome shards =
        Cli.run("convert", source, directory.resolve("t"), "--chunks", "5*2,9", "--shards", "10,9");

    assertThat(sums.code()).isEqualTo(2);
    assertThat(sums.err())
        .contains("chunks of (3*3)×9 were asked for, but no array has extents of these sums");
    assertThat(shards.code()).isEqualTo(2);
    assertThat(shards.err()).contains("chunks of varying extents cannot be gathered in shards");
    assertThat(directory.resolve("t")).doesNotExist();
  }

  /** A ragged array and a plain one. */
  private static void write(Path target) {
    Layout layout =
        Layout.builder().chunkEdges(EdgeLengths.of(3, 3, 4), EdgeLengths.repeated(5)).build();
    ArraySpec ragged =
        ArraySpec.builder().dataType(CoreType.INT16).shape(Shape.of(10, 9)).layout(layout).build();
    GroupSpec root =
        GroupSpec.builder()
            .putMember("a", ragged)
            .putMember("b", ArraySpec.builder().dataType(CoreType.INT16).shape(Shape.of(4)).build())
            .build();
    Block block = Block.allocate(CoreType.INT16, ragged.shape());
    new Random(3).nextBytes(((BitsBlock) block).bytes());
    ZarrBackend backend = new ZarrBackend();
    backend.write(
        backend.plan(root, Location.of(target), WritePolicy.FAIL),
        new BoundHierarchy(
            root, Map.of(NodePath.parse("/a"), new ArrayData.Pulled(ArraySource.of(block)))),
        Execution.onCallingThread());
  }
}
