package dev.espalier.zarr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.json.JsonReader;
import dev.espalier.model.data.ArrayData;
import dev.espalier.model.data.ArraySource;
import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.Block;
import dev.espalier.model.data.BoundHierarchy;
import dev.espalier.model.data.TextBlock;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.plan.WritePlan;
import dev.espalier.model.plan.WritePolicy;
import dev.espalier.model.shape.ChunkIndex;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.shape.Tiling;
import dev.espalier.model.spi.Execution;
import dev.espalier.model.spi.Location;
import dev.espalier.model.spi.OpenHierarchy;
import dev.espalier.testkit.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hierarchies that others wrote have the values that others read from them. */
class GoldenHierarchiesTest {
  /** What is not supported yet, by the word that the refusal has to name. */
  private static final Map<String, String> REFUSED =
      Map.of(
          "v3_blosc_.*",
          "no codec named \"blosc\"",
          "v3_S5.zarr",
          "null_terminated_bytes",
          "v3_U5.zarr",
          "fixed_length_utf32",
          "v3_raw_V3.zarr",
          "raw_bytes",
          "v3_structured_legacy.zarr",
          "structured",
          "v3_datetime_ns.zarr",
          "numpy.datetime64",
          "v3/data.zarr/.*\\.delta\\.i4.*",
          "no codec named \"numcodecs.delta\"",
          "v3/data.zarr/[123]d.(chunked|contiguous)(.ragged|.mixed)?(.blosc)?"
              + "\\.(b1|f2.le|f4.[bl]e|f8|i2|i2.[CF]|i4|u1)",
          "no codec named \"blosc\"",
          "sharding_index_location/.*",
          "no codec named \"blosc\"");

  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource({
    "golden, golden, 26",
    "zarrita-fixtures, zarrita-fixtures/fixtures, 26",
    "zarr-java, zarr-java/testdata, 11",
    "n5-zarr, n5-zarr/src/test/resources, 1"
  })
  void arraysOfOthersHaveTheirValues(String set, String folder, int arrays) throws IOException {
    Path root = SharedData.require("zarr/" + folder);
    Map<String, String> refused = new TreeMap<>();
    int read = 0;
    for (Map.Entry<String, JsonValue> entry : expected(set).members().entrySet()) {
      JsonObject expected = (JsonObject) entry.getValue();
      if (expected.get("format").equals(Optional.of(JsonValue.of(3)))) {
        Optional<String> word = wordOfRefusal(entry.getKey());
        if (word.isPresent()) {
          assertRefused(root.resolve(entry.getKey()), word.get());
          refused.put(entry.getKey(), word.get());
        } else {
          assertValues(root.resolve(entry.getKey()), expected);
          read++;
        }
      }
    }

    assertThat(read).as("read; refused by name were %s", refused).isEqualTo(arrays);
  }

  @Test
  void aTransformerThatIsNotKnownIsRefusedByName() {
    Path path = SharedData.require("zarr/zarr-java/testdata/storage_transformer/exists");

    assertThatThrownBy(() -> new ZarrBackend().open(Location.of(path)))
        .isInstanceOf(UnsupportedException.class)
        .hasMessageContaining("storage transformer \"chunk-manifest-json\" is not supported");
  }

  @ParameterizedTest
  @CsvSource({"bitround/sample_data/bitround_float32.zarr, bitround"})
  void anExtensionCodecIsRefusedByName(String store, String codec) {
    Path path = SharedData.require("zarr/zarr-extensions/codecs/" + store);

    assertRefused(path, "no codec named \"" + codec + "\"");
  }

  @Test
  void membersAreFoundWithoutConsolidatedMetadata() throws IOException {
    Path path = SharedData.require("zarr/golden/v3_consolidated.zarr");
    try (OpenHierarchy open = new ZarrBackend().open(Location.of(path))) {
      GroupSpec root = (GroupSpec) open.tree();

      assertThat(root.membersKnown()).isTrue();
      assertThat(root.find(NodePath.parse("/sub/x"))).isPresent();
      assertThat(root.find(NodePath.parse("/Ünï"))).isPresent();
      assertThat(open.members(NodePath.root()).map(Object::toString))
          .containsExactlyInAnyOrder("sub", "Ünï");
      assertThat(open.node(NodePath.parse("/sub")))
          .isInstanceOfSatisfying(
              GroupSpec.class, group -> assertThat(group.membersKnown()).isFalse());
    }
  }

  @Test
  void aWholeHierarchyOfManyKindsIsOneTree() {
    Path path = SharedData.require("zarr/zarrita-fixtures/fixtures/v3/data.zarr");
    try (OpenHierarchy open = new ZarrBackend().open(Location.of(path))) {
      NodeSpec tree = open.tree();

      assertThat(tree.toFlat().values().stream().filter(ArraySpec.class::isInstance))
          .hasSizeGreaterThanOrEqualTo(45);
      assertThat(tree.toFlat().values()).noneMatch(node -> node.kind().equals("unreadable"));
    }
  }

  private static Optional<String> wordOfRefusal(String path) {
    return REFUSED.entrySet().stream()
        .filter(entry -> path.matches(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static void assertRefused(Path path, String word) {
    try (OpenHierarchy open = new ZarrBackend().open(Location.of(path))) {
      assertThat(open.tree()).isInstanceOf(ArraySpec.class);
      assertThatThrownBy(() -> open.array(NodePath.root()))
          .as("%s", path)
          .isInstanceOf(UnsupportedException.class)
          .hasMessageStartingWith(path + ": /: ")
          .hasMessageContaining(word);
    }
  }

  private void assertValues(Path path, JsonObject expected) {
    try (OpenHierarchy open = new ZarrBackend().open(Location.of(path))) {
      ArraySource source = open.array(NodePath.root());
      Block whole = source.read(Region.all(source.shape()));
      if (whole instanceof TextBlock texts) {
        assertThat(expected.get("values"))
            .as("%s", path)
            .contains(
                new JsonArray(
                    Arrays.stream(texts.texts()).<JsonValue>map(JsonString::new).toList()));
      } else {
        assertThat(JsonValue.of(sha256((BitsBlock) whole)))
            .as("%s", path)
            .isEqualTo(expected.get("sha256_le_c").orElseThrow());
      }
      assertPartsAreTheWhole(source, whole, path);
      assertWrittenAgain(open.tree(), source, whole, path);
    }
  }

  /** With the layout that others chose, and everything else that they said. */
  private void assertWrittenAgain(NodeSpec tree, ArraySource source, Block whole, Path path) {
    Path target = directory.resolve("again" + path.hashCode());
    ZarrBackend backend = new ZarrBackend();
    WritePlan plan = backend.plan(tree, Location.of(target), WritePolicy.FAIL);
    BoundHierarchy data =
        new BoundHierarchy(tree, Map.of(NodePath.root(), new ArrayData.Pulled(source)));
    backend.write(plan, data, Execution.onCallingThread());

    try (OpenHierarchy again = backend.open(Location.of(target))) {
      assertThat(again.tree()).as("%s", path).isEqualTo(tree);
      Block read = again.array(NodePath.root()).read(Region.all(source.shape()));
      assertThat(Elements.contents(read)).as("%s", path).isEqualTo(Elements.contents(whole));
    }
  }

  /** Tiles that fit no chunk, put together. */
  private static void assertPartsAreTheWhole(ArraySource source, Block whole, Path path) {
    Shape tile = Shape.of(source.shape().stream().map(extent -> extent / 3 + 1).toArray());
    Block together = Block.allocate(source.dataType(), source.shape());
    Tiling tiling = Tiling.of(source.shape(), tile);
    for (ChunkIndex index : tiling.all()) {
      Region region = tiling.region(index);
      long[] at = new long[region.rank()];
      Arrays.setAll(at, region::start);
      together.copyFrom(source.read(region), Region.all(region.shape()), at);
    }
    if (whole instanceof BitsBlock bits) {
      assertThat(((BitsBlock) together).bytes()).as("%s", path).isEqualTo(bits.bytes());
    } else {
      assertThat(((TextBlock) together).texts()).isEqualTo(((TextBlock) whole).texts());
    }
  }

  private static JsonObject expected(String set) throws IOException {
    Path file = SharedData.require("zarr/" + set + ".expected.json");
    JsonObject document = (JsonObject) JsonReader.parse(Files.readAllBytes(file));
    return (JsonObject) document.get("arrays").orElseThrow();
  }

  private static String sha256(BitsBlock block) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(block.bytes(), 0, block.length());
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
