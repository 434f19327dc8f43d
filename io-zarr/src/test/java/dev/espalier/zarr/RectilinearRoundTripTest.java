package dev.espalier.zarr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.json.JsonReader;
import dev.espalier.model.data.ArrayData;
import dev.espalier.model.data.ArraySource;
import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.Block;
import dev.espalier.model.data.BoundHierarchy;
import dev.espalier.model.data.MeanDownsampling;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.layout.CodecSpec;
import dev.espalier.model.layout.Layout;
import dev.espalier.model.layout.RectilinearGrid;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.plan.WritePlan;
import dev.espalier.model.plan.WritePolicy;
import dev.espalier.model.shape.EdgeLengths;
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
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written in chunks of varying extents is read again, whole and in parts. */
class RectilinearRoundTripTest {
  private static final String LITTLE = "{'name':'bytes','configuration':{'endian':'little'}}";
  private static final String ZSTD = "{'name':'zstd','configuration':{'level':1}}";

  /** An array, its edges, and the inner chunks of its shards. */
  private record Cut(Shape array, RectilinearGrid grid, List<Integer> inner) {}

  private static final List<Cut> CUTS =
      List.of(
          new Cut(Shape.of(23), RectilinearGrid.of(EdgeLengths.of(4, 2, 10, 8)), List.of(2)),
          new Cut(
              Shape.of(11, 9),
              RectilinearGrid.of(
                  EdgeLengths.list().add(3, 2).add(6, 1).build(), EdgeLengths.repeated(4)),
              List.of(3, 2)),
          new Cut(
              Shape.of(5, 7, 6),
              RectilinearGrid.of(
                  EdgeLengths.of(2, 4), EdgeLengths.repeated(8), EdgeLengths.of(3, 3, 6, 9)),
              List.of(2, 4, 3)),
          new Cut(
              Shape.of(0, 4),
              RectilinearGrid.of(EdgeLengths.of(), EdgeLengths.of(2, 2)),
              List.of(1, 2)),
          new Cut(Shape.scalar(), RectilinearGrid.of(), List.of()));

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
    return Stream.of(
        CoreType.INT8, CoreType.UINT16, CoreType.FLOAT64, new RawBits(24), ExtensionType.STRING);
  }

  @ParameterizedTest
  @MethodSource("types")
  void everyTypeInEveryGridIsReadAgain(DataType type) {
    Map<NodePath, Block> elements = new LinkedHashMap<>();
    GroupSpec.Builder root = GroupSpec.builder();
    String toBytes = type.isText() ? "{'name':'vlen-utf8'}" : LITTLE;
    for (Cut cut : CUTS) {
      for (Map.Entry<String, String> chain : chains(toBytes, cut).entrySet()) {
        String name = chain.getKey() + " " + cut.array();
        Layout layout =
            Layout.builder().chunkGrid(cut.grid()).codecs(codecs(chain.getValue())).build();
        root.putMember(
            name, ArraySpec.builder().dataType(type).shape(cut.array()).layout(layout).build());
        elements.put(NodePath.root().child(name), Elements.of(type, cut.array()));
      }
    }

    Location target = Location.of(directory.resolve("all.zarr"));
    WritePlan plan = write(root.build(), elements, target);

    try (OpenHierarchy open = new ZarrBackend().open(target)) {
      assertThat(open.tree().toFlat()).isEqualTo(plan.root().toFlat());
      elements.forEach((path, block) -> assertRead(open.array(path), block, path.toString()));
    }
  }

  private static Map<String, String> chains(String toBytes, Cut cut) {
    List<Integer> order = rotated(cut.array().rank());
    String transpose = "{'name':'transpose','configuration':{'order':" + order + "}}";
    List<Integer> turned = order.stream().map(cut.inner()::get).toList();
    return Map.of(
        "plain", toBytes,
        "zstd", toBytes + "," + ZSTD,
        "transposed", transpose + "," + toBytes + "," + ZSTD,
        "sharded", sharding(cut.inner(), toBytes + "," + ZSTD),
        "transposed in shards", sharding(cut.inner(), transpose + "," + toBytes),
        "transposed shards", transpose + "," + sharding(turned, toBytes),
        "shards in gzip",
            sharding(cut.inner(), toBytes) + ",{'name':'gzip','configuration':{'level':1}}");
  }

  private static String sharding(List<Integer> inner, String codecs) {
    return "{'name':'sharding_indexed','configuration':{'chunk_shape':"
        + inner
        + ",'codecs':["
        + codecs
        + "],'index_codecs':["
        + LITTLE
        + ",{'name':'crc32c'}]}}";
  }

  /** The whole, then boxes that begin and end in the middle of chunks. */
  private static void assertRead(ArraySource source, Block block, String what) {
    assertThat(Elements.contents(source.read(Region.all(block.shape()))))
        .as(what)
        .isEqualTo(Elements.contents(block));
    Random random = new Random(7);
    for (int round = 0; round < 12 && !block.shape().isEmpty(); round++) {
      Region box = box(block.shape(), random);
      Block expected = Block.allocate(block.dataType(), box.shape());
      expected.copyFrom(block, box, new long[box.rank()]);
      assertThat(Elements.contents(source.read(box)))
          .as("%s %s", what, box)
          .isEqualTo(Elements.contents(expected));
    }
  }

  private static Region box(Shape array, Random random) {
    long[] origin = new long[array.rank()];
    long[] extents = new long[array.rank()];
    for (int d = 0; d < origin.length; d++) {
      origin[d] = random.nextInt((int) array.extent(d));
      extents[d] = 1L + random.nextInt((int) (array.extent(d) - origin[d]));
    }
    return Region.of(origin, Shape.of(extents));
  }

  @Test
  void everyChunkHasTheSizeThatIsListedAndThoseOfFillValueAreNotStored() throws Exception {
    Shape shape = Shape.of(9, 5);
    Block elements = Block.allocate(CoreType.INT16, shape);
    byte[] bytes = ((BitsBlock) elements).bytes();
    bytes[0] = 1;
    bytes[2 * (8 * 5 + 4)] = 1; // the last element
    Layout layout =
        Layout.builder()
            .chunkEdges(EdgeLengths.of(2, 4, 6, 7), EdgeLengths.of(3, 5))
            .codecs(codecs(LITTLE))
            .build();

    Location target = Location.of(directory.resolve("a.zarr"));
    NodeSpec array =
        ArraySpec.builder().dataType(CoreType.INT16).shape(shape).layout(layout).build();
    WritePlan plan = write(array, Map.of(NodePath.root(), elements), target);

    assertThat(plan.nodes().get(0).objects()).isEqualTo(1 + 3 * 2);
    assertThat(sizes(directory.resolve("a.zarr/c")))
        .isEqualTo(Map.of("0/0", 2L * 3 * 2, "2/1", 6L * 5 * 2));
    assertThat(JsonReader.parse(Files.readAllBytes(directory.resolve("a.zarr/zarr.json"))))
        .isInstanceOfSatisfying(
            JsonObject.class,
            document ->
                assertThat(document.get("chunk_grid"))
                    .contains(
                        JsonReader.parse(
                            "{\"name\":\"rectilinear\",\"configuration\":{\"kind\":\"inline\","
                                + "\"chunk_shapes\":[[2,4,6,7],[3,5]]}}")));
  }

  @Test
  void aChunkOfAnotherSizeThanListedIsCorrupt() throws Exception {
    Layout layout =
        Layout.builder().chunkEdges(EdgeLengths.of(2, 4)).codecs(codecs(LITTLE)).build();
    NodeSpec array =
        ArraySpec.builder().dataType(CoreType.UINT8).shape(Shape.of(5)).layout(layout).build();
    Path root = directory.resolve("a.zarr");
    write(
        array,
        Map.of(NodePath.root(), Elements.of(CoreType.UINT8, Shape.of(5))),
        Location.of(root));
    Files.write(root.resolve("c/1"), new byte[] {1, 2, 3});

    try (OpenHierarchy open = new ZarrBackend().open(Location.of(root))) {
      assertThatThrownBy(() -> open.array(NodePath.root()).read(Region.all(Shape.of(5))))
          .isInstanceOf(CorruptException.class)
          .hasMessageEndingWith("a.zarr: c/1: encoded chunk: expected 4 bytes, found 3");
    }
  }

  @Test
  void aPyramidIsComputedFromChunkToChunk() {
    EdgeLengths even = EdgeLengths.list().add(4, 2).add(8, 1).build();
    EdgeLengths odd = EdgeLengths.of(3, 5, 8);
    for (EdgeLengths edges : List.of(even, odd)) {
      Shape shape = Shape.of(16, 10);
      Layout layout = Layout.builder().chunkEdges(edges, EdgeLengths.repeated(4)).build();
      ArraySpec base =
          ArraySpec.builder().dataType(CoreType.UINT8).shape(shape).layout(layout).build();
      GroupSpec root =
          GroupSpec.builder()
              .putMember("0", base)
              .putMember("1", base.withShape(Shape.of(8, 5)))
              .build();
      Block elements = Elements.of(CoreType.UINT8, shape);
      MeanDownsampling mean = MeanDownsampling.by(2, 2);
      Block half = Block.allocate(CoreType.UINT8, Shape.of(8, 5));
      mean.apply(elements, half);
      NodePath source = NodePath.parse("/0");
      Location target = Location.of(directory.resolve(edges + ".zarr"));
      ZarrBackend backend = new ZarrBackend();
      WritePlan plan = backend.plan(root, target, WritePolicy.FAIL);

      backend.write(
          plan,
          new BoundHierarchy(
              root,
              Map.of(
                  source,
                  new ArrayData.Pulled(ArraySource.of(elements)),
                  NodePath.parse("/1"),
                  new ArrayData.Derived(source, mean))),
          execution());

      try (OpenHierarchy open = backend.open(target)) {
        assertRead(open.array(NodePath.parse("/1")), half, "half of " + edges);
      }
    }
  }

  private static List<Integer> rotated(int rank) {
    List<Integer> order = new ArrayList<>();
    for (int d = 0; d < rank; d++) {
      order.add((d + rank - 1) % rank);
    }
    return order;
  }

  private static List<CodecSpec> codecs(String chain) {
    JsonArray list = (JsonArray) JsonReader.parse(("[" + chain + "]").replace('\'', '"'));
    List<CodecSpec> codecs = new ArrayList<>();
    for (JsonValue element : list.elements()) {
      JsonObject codec = (JsonObject) element;
      codecs.add(
          new CodecSpec(
              ((JsonString) codec.get("name").orElseThrow()).value(),
              (JsonObject) codec.get("configuration").orElse(JsonObject.empty())));
    }
    return codecs;
  }

  private static Execution execution() {
    return new Execution(pool, 2, 64 << 20, ProgressListener.none());
  }

  private static WritePlan write(NodeSpec root, Map<NodePath, Block> elements, Location target) {
    ZarrBackend backend = new ZarrBackend();
    WritePlan plan = backend.plan(root, target, WritePolicy.FAIL);
    Map<NodePath, ArrayData> data = new LinkedHashMap<>();
    elements.forEach((path, block) -> data.put(path, new ArrayData.Pulled(ArraySource.of(block))));
    backend.write(plan, new BoundHierarchy(root, data), execution());
    return plan;
  }

  private static Map<String, Long> sizes(Path root) throws Exception {
    Map<String, Long> sizes = new LinkedHashMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        sizes.put(root.relativize(file).toString(), Files.size(file));
      }
    }
    return sizes;
  }
}
