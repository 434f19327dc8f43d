package dev.espalier.zarr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.model.data.ArrayData;
import dev.espalier.model.data.ArraySource;
import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.Block;
import dev.espalier.model.data.BoundHierarchy;
import dev.espalier.model.data.MeanDownsampling;
import dev.espalier.model.error.RequestException;
import dev.espalier.model.layout.Layout;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.plan.WritePlan;
import dev.espalier.model.plan.WritePolicy;
import dev.espalier.model.shape.ChunkIndex;
import dev.espalier.model.shape.EdgeLengths;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.shape.Tiling;
import dev.espalier.model.spi.ChangeableHierarchy;
import dev.espalier.model.spi.Location;
import dev.espalier.model.spi.OpenHierarchy;
import dev.espalier.model.stored.ChangeOptions;
import dev.espalier.model.stored.ChangeableArray;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.type.DataType;
import dev.espalier.model.work.Execution;
import dev.espalier.model.work.ProgressListener;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Four times as much as the heap holds is written, with what is derived from it, and read. */
@Tag("small-heap")
class SmallHeapTest {
  private static final Shape SHAPE = Shape.of(32, 2048, 2048);
  private static final NodePath BASE = NodePath.parse("/0");
  private static final NodePath HALF = NodePath.parse("/1");
  private static final NodePath QUARTER = NodePath.parse("/2");

  @TempDir private Path directory;

  static Stream<Layout> layouts() {
    return Stream.of(
        Layout.open(),
        Layout.builder()
            .chunkEdges(
                EdgeLengths.repeated(4),
                EdgeLengths.list().add(96, 20).add(128, 1).build(),
                EdgeLengths.of(1000, 24, 512, 512))
            .build(),
        Layout.builder()
            .chunkShape(Shape.of(4, 128, 128))
            .shardShape(Shape.of(4, 512, 512))
            .build(),
        // Of these, not even two levels of the pyramid fit the memory at once.
        Layout.builder()
            .chunkShape(Shape.of(4, 128, 128))
            .shardShape(Shape.of(4, 1024, 1024))
            .build(),
        // Of these, not one fits: it is written while it is encoded.
        Layout.builder()
            .chunkShape(Shape.of(4, 128, 128))
            .shardShape(Shape.of(32, 2048, 2048))
            .build());
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void aVolumeFourTimesTheHeapIsWritten(Layout layout) {
    assertThat(Runtime.getRuntime().maxMemory()).isLessThanOrEqualTo(64L << 20);
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      Execution execution = new Execution(pool, 2, 24 << 20, ProgressListener.none());
      Location target = Location.of(directory.resolve("large.zarr"));

      WritePlan plan = write(layout, target, execution);

      assertThat(plan.elementBytes()).isGreaterThan(256L << 20);
      try (OpenHierarchy open = new ZarrBackend().open(target)) {
        assertThat(sameEverywhere(open.array(BASE), new Ramp(SHAPE, 1))).isTrue();
        assertThat(sameEverywhere(open.array(HALF), new Ramp(Shape.of(32, 1024, 1024), 2)))
            .isTrue();
        assertThat(open.array(QUARTER).shape()).isEqualTo(Shape.of(32, 512, 512));
      }
    } finally {
      pool.shutdownNow();
    }
  }

  /** Archives take a shard when all of it is there. */
  @Test
  void shardsThatDoNotFitTheMemoryAreRefusedByName() {
    Layout layout =
        Layout.builder()
            .chunkShape(Shape.of(4, 128, 128))
            .shardShape(Shape.of(8, 2048, 2048))
            .build();
    Location target = Location.of(directory.resolve("large.zip"));

    assertThatThrownBy(() -> write(layout, target, Execution.onCallingThread()))
        .isInstanceOf(RequestException.class)
        .hasMessageMatching(
            "/[012]: shards of shape \\[8, 2048, 2048\\] take 67108864 bytes each, which does not"
                + " fit the memory of this process twice; choose smaller ones or give it more"
                + " memory");
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void neitherAreThoseOfWhichNotEvenAnInnerChunkFits() {
    Layout layout =
        Layout.builder()
            .chunkShape(Shape.of(8, 2048, 2048))
            .shardShape(Shape.of(32, 2048, 2048))
            .build();
    Location target = Location.of(directory.resolve("large.zarr"));

    assertThatThrownBy(() -> write(layout, target, Execution.onCallingThread()))
        .isInstanceOf(RequestException.class)
        .hasMessage(
            "/0: shards of shape [32, 2048, 2048] are written one inner chunk at a time; one and the"
                + " index take 67108992 bytes, which does not fit the memory of this process twice;"
                + " choose smaller ones or give it more memory");
    assertThat(directory).isEmptyDirectory();
  }

  /** What is computed from chunks that are read back takes 8 MiB for each worker. */
  @Test
  void theMemoryForOneImageOfManyIsLetGoOfBeforeTheNext() {
    Shape shape = Shape.of(1024, 1024);
    GroupSpec.Builder root = GroupSpec.builder();
    Map<NodePath, ArrayData> data = new HashMap<>();
    for (int image = 0; image < 12; image++) {
      // Edges at odd places fall between what one mean is of, so that nothing is computed at once.
      root.putMember("image" + image, image(shape, Shape.of(301, 301)));
      root.putMember("half" + image, image(Shape.of(512, 512), Shape.of(512, 512)));
      NodePath path = NodePath.parse("/image" + image);
      data.put(path, new ArrayData.Pulled(new Zeros(shape, CoreType.FLOAT64)));
      data.put(
          NodePath.parse("/half" + image), new ArrayData.Derived(path, MeanDownsampling.by(2, 2)));
    }
    GroupSpec images = root.build();
    ZarrBackend backend = new ZarrBackend();
    WritePlan plan =
        backend.plan(images, Location.of(directory.resolve("plate.zarr")), WritePolicy.FAIL);

    backend.write(plan, new BoundHierarchy(images, data), Execution.onCallingThread());

    assertThat(directory.resolve("plate.zarr/half11/zarr.json")).isRegularFile();
  }

  private static ArraySpec image(Shape shape, Shape chunk) {
    Layout layout = Layout.builder().chunkShape(chunk).build();
    return ArraySpec.builder().dataType(CoreType.FLOAT64).shape(shape).layout(layout).build();
  }

  /** A shard is gathered as it is encoded, so it may be large if little of it is stored. */
  @Test
  void shardsThatDoNotFitTheMemoryAreNotChanged() throws IOException {
    Layout layout =
        Layout.builder()
            .chunkShape(Shape.of(4, 128, 128))
            .shardShape(Shape.of(32, 2048, 2048))
            .build();
    ArraySpec large = array(SHAPE, layout);
    GroupSpec root = GroupSpec.builder().putMember("0", large).build();
    Location target = Location.of(directory.resolve("large.zarr"));
    ZarrBackend backend = new ZarrBackend();
    backend.write(
        backend.plan(root, target, WritePolicy.FAIL),
        new BoundHierarchy(
            root, Map.of(BASE, new ArrayData.Pulled(new Zeros(SHAPE, CoreType.UINT16)))),
        Execution.onCallingThread());
    Path shard = directory.resolve("large.zarr/0/c/0/0/0");
    Path document = directory.resolve("large.zarr/0/zarr.json");
    try (ChangeableHierarchy changes = backend.change(target, ChangeOptions.defaults())) {
      ChangeableArray array = changes.changeable(BASE);
      Shape few = Shape.of(4, 10, 10);
      array.write(Region.all(few), new Ramp(few, 1));
      assertThat(shard).isRegularFile();

      try (RandomAccessFile file = new RandomAccessFile(shard.toFile(), "rw")) {
        file.setLength(40 << 20);
      }
      String before = Files.readString(document);

      String reason =
          ": /0: shard [0, 0, 0] takes %d bytes, as it is stored and with what is written, which"
              + " does not fit the memory of this process twice; give it more memory, or write the"
              + " array anew with smaller ones";
      assertThatThrownBy(() -> array.write(Region.all(few), new Ramp(few, 1)))
          .isInstanceOf(RequestException.class)
          .hasMessageEndingWith(reason, (40 << 20) + 800);
      assertThatThrownBy(() -> array.resize(Shape.of(32, 2048, 2000)))
          .isInstanceOf(RequestException.class)
          .hasMessageEndingWith(reason, 40 << 20);
      assertThat(array.spec().shape()).isEqualTo(SHAPE);
      assertThat(document).hasContent(before);
      assertThat(shard).hasSize(40 << 20);
    }
  }

  /** Behind another codec, a shard is changed as a whole, however little of it is stored. */
  @Test
  void turnedShardsThatDoNotFitTheMemoryAreNotChanged() throws IOException {
    Path document = directory.resolve("zarr.json");
    String turned =
        """
        {"zarr_format": 3, "node_type": "array", "shape": [32, 1024, 1024], "data_type": "uint16",
         "fill_value": 0,
         "chunk_grid": {"name": "regular", "configuration": {"chunk_shape": [32, 1024, 1024]}},
         "chunk_key_encoding": {"name": "default"},
         "codecs": [{"name": "transpose", "configuration": {"order": [2, 1, 0]}},
                    {"name": "sharding_indexed", "configuration": {
                       "chunk_shape": [128, 128, 4],
                       "codecs": [{"name": "bytes", "configuration": {"endian": "little"}}],
                       "index_codecs": [{"name": "bytes", "configuration": {"endian": "little"}}]}}]}
        """;
    Files.writeString(document, turned);
    Files.createDirectories(directory.resolve("c/0/0"));
    Files.write(directory.resolve("c/0/0/0"), new byte[1000]);

    try (ChangeableHierarchy changes =
        new ZarrBackend().change(Location.of(directory), ChangeOptions.defaults())) {
      ChangeableArray array = changes.changeable(NodePath.root());

      assertThatThrownBy(() -> array.resize(Shape.of(32, 1024, 1000)))
          .isInstanceOf(RequestException.class)
          .hasMessageContaining("/: chunk [0, 0, 0] takes 67108864 bytes, which does not fit");
    }
    assertThat(document).hasContent(turned);
  }

  private static WritePlan write(Layout layout, Location target, Execution execution) {
    MeanDownsampling mean = MeanDownsampling.by(1, 2, 2);
    GroupSpec root =
        GroupSpec.builder()
            .putMember("0", array(SHAPE, layout))
            .putMember("1", array(Shape.of(32, 1024, 1024), layout))
            .putMember("2", array(Shape.of(32, 512, 512), layout))
            .build();
    Map<NodePath, ArrayData> data =
        Map.of(
            BASE, new ArrayData.Pulled(new Ramp(SHAPE, 1)),
            HALF, new ArrayData.Derived(BASE, mean),
            QUARTER, new ArrayData.Derived(HALF, mean));
    ZarrBackend backend = new ZarrBackend();
    WritePlan plan = backend.plan(root, target, WritePolicy.FAIL);
    backend.write(plan, new BoundHierarchy(root, data), execution);
    return plan;
  }

  private static ArraySpec array(Shape shape, Layout layout) {
    return ArraySpec.builder().dataType(CoreType.UINT16).shape(shape).layout(layout).build();
  }

  /**
   * Reads both into blocks that are kept. G1 takes a row of regions for a plane and never moves
   * what takes a region of its own, so that planes allocated anew find no room between the chunks
   * that are kept decoded, though most of the heap is free.
   */
  private static boolean sameEverywhere(ArraySource left, ArraySource right) {
    Shape plane = left.shape().with(0, 1);
    BitsBlock one = (BitsBlock) Block.allocate(left.dataType(), plane);
    BitsBlock other = (BitsBlock) Block.allocate(right.dataType(), plane);
    Tiling planes = Tiling.of(left.shape(), plane);
    for (ChunkIndex index : planes.all()) {
      left.read(planes.region(index), one);
      right.read(planes.region(index), other);
      if (!Arrays.equals(one.bytes(), other.bytes())) {
        return false;
      }
    }
    return true;
  }

  private record Zeros(Shape shape, DataType dataType) implements ArraySource {
    @Override
    public void read(Region region, Block into) {
      Arrays.fill(((BitsBlock) into).bytes(), (byte) 0);
    }
  }

  /** Elements that follow from their position; means of squares of them are known as well. */
  private record Ramp(Shape shape, long step) implements ArraySource {
    @Override
    public DataType dataType() {
      return CoreType.UINT16;
    }

    @Override
    public void read(Region region, Block into) {
      ShortBuffer values =
          ByteBuffer.wrap(((BitsBlock) into).bytes())
              .order(ByteOrder.LITTLE_ENDIAN)
              .asShortBuffer();
      for (long z = region.start(0); z < region.end(0); z++) {
        for (long y = region.start(1); y < region.end(1); y++) {
          for (long x = region.start(2); x < region.end(2); x++) {
            values.put((short) (1000 * z + 4 * step * y + 6 * step * x + 5 * (step - 1)));
          }
        }
      }
    }
  }
}
