package dev.espalier.zarr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.json.JsonReader;
import dev.espalier.model.data.ArrayData;
import dev.espalier.model.data.ArraySource;
import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.Block;
import dev.espalier.model.data.BoundHierarchy;
import dev.espalier.model.fill.BitsFill;
import dev.espalier.model.fill.FillValue;
import dev.espalier.model.fill.TextFill;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.layout.ChunkKeyEncoding;
import dev.espalier.model.layout.ChunkKeyEncoding.Form;
import dev.espalier.model.layout.ChunkKeyEncoding.Separator;
import dev.espalier.model.layout.CodecSpec;
import dev.espalier.model.layout.Layout;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.plan.WritePlan;
import dev.espalier.model.plan.WritePolicy;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.spi.Location;
import dev.espalier.model.spi.OpenHierarchy;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.type.DataType;
import dev.espalier.model.type.ExtensionType;
import dev.espalier.model.type.RawBits;
import dev.espalier.model.work.Execution;
import dev.espalier.model.work.ProgressListener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written is read again, bit for bit. */
class HierarchyRoundTripTest {
  private static final Map<String, String> COMPRESSION =
      Map.of(
          "none", "",
          "gzip", ",{'name':'gzip','configuration':{'level':5}}",
          "zstd", ",{'name':'zstd','configuration':{'level':1}}",
          "zstd+crc32c", ",{'name':'zstd','configuration':{'level':1}},{'name':'crc32c'}",
          "sharded zstd", ",{'name':'zstd','configuration':{'level':1}}");

  /** Array, chunk, and shard where there are shards. */
  private record Cut(Shape array, Shape chunk, Shape shard) {}

  private static final List<Cut> CUTS =
      List.of(
          new Cut(Shape.of(5, 7, 3), Shape.of(2, 3, 2), Shape.of(4, 6, 2)),
          new Cut(Shape.scalar(), Shape.scalar(), Shape.scalar()),
          new Cut(Shape.of(0, 3), Shape.of(1, 2), Shape.of(2, 2)),
          new Cut(Shape.of(3, 2), Shape.of(5, 7), Shape.of(10, 7)),
          new Cut(Shape.of(17), Shape.of(4), Shape.of(8)));

  @SuppressWarnings("NullAway.Init") // made once for all tests
  private static ExecutorService pool;

  @TempDir private Path directory;

  @BeforeAll
  static void startPool() {
    pool = Executors.newFixedThreadPool(2);
  }

  @AfterAll
  static void stopPool() {
    pool.shutdownNow();
  }

  static Stream<DataType> types() {
    return Stream.concat(
        Stream.of(CoreType.values()),
        Stream.of(new RawBits(24), new RawBits(8), ExtensionType.STRING));
  }

  @ParameterizedTest
  @MethodSource("types")
  void everyTypeInEveryLayoutIsReadAgain(DataType type) {
    Map<NodePath, Block> elements = new LinkedHashMap<>();
    GroupSpec.Builder root = GroupSpec.builder();
    for (Map.Entry<String, String> compression : COMPRESSION.entrySet()) {
      for (boolean transposed : List.of(false, true)) {
        for (Cut cut : CUTS) {
          String name = compression.getKey() + (transposed ? " F " : " C ") + cut.array();
          ArraySpec array = array(type, compression.getKey(), transposed, cut);
          root.putMember(name, array);
          elements.put(NodePath.root().child(name), Elements.of(type, cut.array()));
        }
      }
    }

    Location target = Location.of(directory.resolve("all.zarr"));
    WritePlan plan = write(root.build(), elements, target);

    assertThat(elements).hasSize(50);
    assertRead(plan, elements, target);
  }

  @Test
  void bothKeyEncodingsAreReadAgain() {
    Map<NodePath, Block> elements = new LinkedHashMap<>();
    GroupSpec.Builder root = GroupSpec.builder();
    for (Form form : Form.values()) {
      for (Separator separator : Separator.values()) {
        for (Shape shape : List.of(Shape.of(5, 3), Shape.scalar())) {
          String name = form.id() + " " + separator.name() + " " + shape;
          Layout layout =
              Layout.builder()
                  .chunkShape(Shape.of(shape.stream().map(e -> 2).toArray()))
                  .chunkKeyEncoding(new ChunkKeyEncoding(form, separator))
                  .build();
          root.putMember(
              name,
              ArraySpec.builder().dataType(CoreType.INT32).shape(shape).layout(layout).build());
          Block block = Elements.of(CoreType.INT32, shape);
          ((BitsBlock) block).bytes()[0] |= 1;
          ((BitsBlock) block).bytes()[((BitsBlock) block).length() - 1] |= 1; // no fill value
          elements.put(NodePath.root().child(name), block);
        }
      }
    }

    Location target = Location.of(directory.resolve("keys.zarr"));
    WritePlan plan = write(root.build(), elements, target);

    assertRead(plan, elements, target);
    assertThat(directory.resolve("keys.zarr/default SLASH [5, 3]/c/2/1")).isRegularFile();
    assertThat(directory.resolve("keys.zarr/default DOT [5, 3]/c.2.1")).isRegularFile();
    assertThat(directory.resolve("keys.zarr/v2 SLASH [5, 3]/2/1")).isRegularFile();
    assertThat(directory.resolve("keys.zarr/v2 DOT [5, 3]/2.1")).isRegularFile();
    assertThat(directory.resolve("keys.zarr/default SLASH []/c")).isRegularFile();
    assertThat(directory.resolve("keys.zarr/v2 DOT []/0")).isRegularFile();
  }

  @ParameterizedTest
  @MethodSource("types")
  void chunksOfFillValueAreNotStoredAndAreReadAgain(DataType type) throws Exception {
    Shape shape = Shape.of(5, 4);
    FillValue fill = oddFill(type);
    Block elements = Block.allocate(type, shape);
    elements.fill(fill);
    Block last = Elements.of(type, Shape.of(1, 4));
    elements.copyFrom(last, Region.all(last.shape()), 4, 0);
    ArraySpec array =
        ArraySpec.builder()
            .dataType(type)
            .shape(shape)
            .fillValue(fill)
            .layout(Layout.builder().chunkShape(Shape.of(2, 4)).build())
            .build();

    Location target = Location.of(directory.resolve("a.zarr"));
    WritePlan plan = write(array, Map.of(NodePath.root(), elements), target);

    assertRead(plan, Map.of(NodePath.root(), elements), target);
    assertThat(keys(directory.resolve("a.zarr"))).containsExactlyInAnyOrder("zarr.json", "c/2/0");
  }

  @Test
  void negativeZeroIsNotTakenForZero() throws Exception {
    Block elements = Block.allocate(CoreType.FLOAT32, Shape.of(4));
    elements.fill(FillValue.parse(CoreType.FLOAT32, new JsonString("0x80000000")));
    ArraySpec array = ArraySpec.builder().dataType(CoreType.FLOAT32).shape(Shape.of(4)).build();

    Location target = Location.of(directory.resolve("a.zarr"));
    WritePlan plan = write(array, Map.of(NodePath.root(), elements), target);

    assertRead(plan, Map.of(NodePath.root(), elements), target);
    assertThat(keys(directory.resolve("a.zarr"))).contains("c/0");
  }

  @Test
  void anArrayThatNothingFillsHasItsFillValue() throws Exception {
    ArraySpec array =
        ArraySpec.builder()
            .dataType(CoreType.INT16)
            .shape(Shape.of(3))
            .fillValue(oddFill(CoreType.INT16))
            .build();
    Block expected = Block.allocate(CoreType.INT16, Shape.of(3));
    expected.fill(oddFill(CoreType.INT16));

    Location target = Location.of(directory.resolve("a.zarr"));
    WritePlan plan = write(array, Map.of(), target);

    assertRead(plan, Map.of(NodePath.root(), expected), target);
    assertThat(keys(directory.resolve("a.zarr"))).containsExactly("zarr.json");
  }

  private static FillValue oddFill(DataType type) {
    if (type.isText()) {
      return new TextFill("missing 🎉");
    }
    byte[] bytes = new byte[type.byteSize().orElseThrow()];
    bytes[bytes.length - 1] = (byte) (type == CoreType.BOOL ? 1 : 0x7f);
    bytes[0] |= 1; // for floats a NaN with a payload
    return BitsFill.of(type, bytes);
  }

  private static ArraySpec array(DataType type, String compression, boolean transposed, Cut cut) {
    String toBytes =
        type.isText()
            ? "{'name':'vlen-utf8'}"
            : "{'name':'bytes','configuration':{'endian':'"
                + (transposed ? "big" : "little")
                + "'}}";
    String transpose =
        "{'name':'transpose','configuration':{'order':" + rotated(cut.array().rank()) + "}},";
    String chain = (transposed ? transpose : "") + toBytes + COMPRESSION.get(compression);
    Layout.Builder layout = Layout.builder().chunkShape(cut.chunk()).codecs(codecs(chain));
    if (compression.startsWith("sharded")) {
      layout.shardShape(cut.shard());
    }
    return ArraySpec.builder().dataType(type).shape(cut.array()).layout(layout.build()).build();
  }

  /** An order that is not its own inverse. */
  private static List<Integer> rotated(int rank) {
    List<Integer> order = new ArrayList<>();
    for (int d = 0; d < rank; d++) {
      order.add((d + rank - 1) % rank);
    }
    return order;
  }

  private static List<CodecSpec> codecs(String chain) {
    JsonObject array = (JsonObject) JsonReader.parse(("{'a':[" + chain + "]}").replace('\'', '"'));
    List<CodecSpec> codecs = new ArrayList<>();
    ((JsonArray) array.get("a").orElseThrow())
        .elements()
        .forEach(
            element -> {
              JsonObject codec = (JsonObject) element;
              codecs.add(
                  new CodecSpec(
                      ((JsonString) codec.get("name").orElseThrow()).value(),
                      (JsonObject) codec.get("configuration").orElse(JsonObject.empty())));
            });
    return codecs;
  }

  private static WritePlan write(NodeSpec root, Map<NodePath, Block> elements, Location target) {
    ZarrBackend backend = new ZarrBackend();
    WritePlan plan = backend.plan(root, target, WritePolicy.FAIL);
    Map<NodePath, ArrayData> data = new LinkedHashMap<>();
    elements.forEach((path, block) -> data.put(path, new ArrayData.Pulled(ArraySource.of(block))));
    Execution execution = new Execution(pool, 2, 64 << 20, ProgressListener.none());
    backend.write(plan, new BoundHierarchy(root, data), execution);
    return plan;
  }

  private static void assertRead(WritePlan plan, Map<NodePath, Block> elements, Location target) {
    try (OpenHierarchy open = new ZarrBackend().open(target)) {
      assertThat(open.tree().toFlat()).isEqualTo(plan.root().toFlat());
      elements.forEach(
          (path, block) ->
              assertThat(Elements.contents(open.array(path).read(Region.all(block.shape()))))
                  .as("%s", path)
                  .isEqualTo(Elements.contents(block)));
    }
  }

  private static List<String> keys(Path root) throws Exception {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(Files::isRegularFile).map(f -> root.relativize(f).toString()).toList();
    }
  }
}
