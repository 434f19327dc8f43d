package dev.espalier.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.model.data.ArrayData;
import dev.espalier.model.data.ArraySource;
import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.Block;
import dev.espalier.model.data.BoundHierarchy;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.EspalierException;
import dev.espalier.model.error.MissingException;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.layout.FillChunks;
import dev.espalier.model.layout.Layout;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.Attributes;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.plan.WritePlan;
import dev.espalier.model.plan.WritePolicy;
import dev.espalier.model.shape.ChunkIndex;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Selection;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.spi.ChangeableBackend;
import dev.espalier.model.spi.ChangeableHierarchy;
import dev.espalier.model.spi.Location;
import dev.espalier.model.spi.OpenHierarchy;
import dev.espalier.model.spi.WritableBackend;
import dev.espalier.model.stored.ChangeOptions;
import dev.espalier.model.stored.ChangeableArray;
import dev.espalier.model.stored.StoredChunks;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.type.DataType;
import dev.espalier.model.work.Execution;
import dev.espalier.model.work.ProgressListener;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every storage format does whose arrays can be changed where they are: extend it. */
public abstract class ChangeableBackendContract {
  private static final NodePath VOLUME = NodePath.parse("/images/volume");
  private static final Shape SHAPE = Shape.of(3, 20, 30);
  private static final Shape CHUNK = Shape.of(2, 8, 8);

  @TempDir private Path directory;

  private final BitsBlock elements = random(1, SHAPE);

  /** For subclasses. */
  protected ChangeableBackendContract() {}

  /** The backend, which writes and changes. */
  protected abstract ChangeableBackend backend();

  /** A location of that name within an empty directory. */
  protected abstract Location target(Path empty, String name);

  @BeforeEach
  void write() {
    write("a", FillChunks.OMITTED);
  }

  private void write(String name, FillChunks fillChunks) {
    WritableBackend writer = (WritableBackend) backend();
    ArraySpec volume =
        ArraySpec.builder()
            .dataType(CoreType.UINT16)
            .shape(SHAPE)
            .dimensions(List.of("z", "y", "x"))
            .attributes(Attributes.of(JsonObject.of("unit", JsonValue.of("µm"))))
            .layout(Layout.builder().chunkShape(CHUNK).build())
            .build();
    GroupSpec images = GroupSpec.builder().putMember("volume", volume).build();
    GroupSpec root = GroupSpec.builder().putMember("images", images).build();
    WritePlan plan = writer.plan(root, target(name), WritePolicy.FAIL).withFillChunks(fillChunks);
    ArrayData data = new ArrayData.Pulled(ArraySource.of(elements));
    writer.write(plan, new BoundHierarchy(root, Map.of(VOLUME, data)), Execution.onCallingThread());
  }

  @Test
  void aRegionIsWrittenAndTheRestStays() {
    Region region = Region.of(new long[] {1, 5, 7}, Shape.of(2, 9, 10));
    BitsBlock block = random(2, region.shape());

    change(array -> array.write(region, block));

    elements.copyFrom(block, Region.all(region.shape()), 1, 5, 7);
    assertThat(read()).isEqualTo(elements.bytes());
  }

  @Test
  void whatIsWrittenIsReadAtOnceFromTheSameHierarchy() {
    try (ChangeableHierarchy open = backend().change(target("a"), ChangeOptions.defaults())) {
      ChangeableArray array = open.changeable(VOLUME);
      ArraySource before = array.source();
      Region region = Region.of(new long[] {0, 1, 2}, Shape.of(1, 2, 2));
      for (int seed = 3; seed < 6; seed++) {
        BitsBlock block = random(seed, region.shape());
        array.write(region, block);

        assertThat(((BitsBlock) before.read(region)).bytes()).isEqualTo(block.bytes());
        assertThat(((BitsBlock) open.array(VOLUME).read(region)).bytes()).isEqualTo(block.bytes());
      }
    }
  }

  @Test
  void elementsAreAppendedAlongAnyDimension() {
    for (int dimension = 0; dimension < SHAPE.rank(); dimension++) {
      int along = dimension;
      BitsBlock block;
      Region region;
      try (ChangeableHierarchy open = backend().change(target("a"), ChangeOptions.defaults())) {
        Shape before = open.changeable(VOLUME).spec().shape();
        block = random(dimension, before.with(along, 5));
        long[] origin = new long[SHAPE.rank()];
        origin[along] = before.extent(along);
        region = Region.of(origin, block.shape());
        open.changeable(VOLUME).append(along, block);
        assertThat(open.node(VOLUME))
            .isEqualTo(open.changeable(VOLUME).spec())
            .extracting(node -> ((ArraySpec) node).shape().extent(along))
            .isEqualTo(before.extent(along) + 5);
      }
      try (OpenHierarchy open = backend().open(target("a"))) {
        assertThat(((BitsBlock) open.array(VOLUME).read(region)).bytes()).isEqualTo(block.bytes());
        Block old = open.array(VOLUME).read(Region.all(SHAPE));
        assertThat(((BitsBlock) old).bytes()).isEqualTo(elements.bytes());
      }
    }
  }

  @Test
  void whatIsNewInAnArrayHoldsTheFillValue() {
    Shape smaller = Shape.of(2, 11, 13);
    BitsBlock left = (BitsBlock) Block.allocate(CoreType.UINT16, SHAPE);
    left.copyFrom(elements, Region.all(smaller), 0, 0, 0);

    change(array -> array.resize(smaller));
    change(array -> array.resize(SHAPE));

    assertThat(read()).isEqualTo(left.bytes());
  }

  @Test
  void nothingButTheShapeOfTheArrayChanges() {
    ArraySpec before;
    try (OpenHierarchy open = backend().open(target("a"))) {
      before = (ArraySpec) open.node(VOLUME);
    }

    change(array -> array.resize(Shape.of(1, 40, 2)));

    try (OpenHierarchy open = backend().open(target("a"))) {
      assertThat(open.node(VOLUME)).isEqualTo(before.withShape(Shape.of(1, 40, 2)));
    }
  }

  @Test
  void aSourceThatFailsLeavesTheShape() {
    ArraySource broken = new Broken(Shape.of(1, 20, 30));

    assertThatThrownBy(() -> change(array -> array.append(0, broken, Execution.onCallingThread())))
        .isInstanceOf(CorruptException.class)
        .hasMessage("broken");

    assertThat(read()).isEqualTo(elements.bytes());
    change(array -> array.resize(Shape.of(4, 20, 30)));
    assertThat(read()).startsWith(elements.bytes()).endsWith(new byte[20 * 30 * 2]);
  }

  @Test
  void severalThreadsWriteToOneChunk() {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try (ChangeableHierarchy open = backend().change(target("a"), ChangeOptions.defaults())) {
      ChangeableArray array = open.changeable(VOLUME);
      BitsBlock other = random(9, SHAPE);
      ArraySource source = ArraySource.of(other);
      IntStream.range(0, 30)
          .parallel()
          .forEach(
              x -> {
                Region column = Region.of(new long[] {0, 0, x}, SHAPE.with(2, 1));
                array.write(column, source.read(column));
              });
      assertThat(read()).isEqualTo(other.bytes());

      Execution together = new Execution(pool, 4, 64 << 20, ProgressListener.none());
      array.write(Region.all(SHAPE), ArraySource.of(elements), together);
      assertThat(read()).isEqualTo(elements.bytes());
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void whatSeveralThreadsAppendIsAllThere() {
    try (ChangeableHierarchy open = backend().change(target("a"), ChangeOptions.defaults())) {
      ChangeableArray array = open.changeable(VOLUME);
      Shape layer = SHAPE.with(0, 1);
      IntStream.range(1, 13)
          .parallel()
          .forEach(
              value -> {
                BitsBlock block = (BitsBlock) Block.allocate(CoreType.UINT16, layer);
                Arrays.fill(block.bytes(), (byte) value);
                array.append(0, block);
              });

      assertThat(array.spec().shape()).isEqualTo(SHAPE.with(0, 3 + 12));
      byte[] all = read();
      int size = 2 * 20 * 30;
      Set<Byte> values = new TreeSet<>();
      for (int z = 3; z < 15; z++) {
        byte[] bytes = Arrays.copyOfRange(all, z * size, (z + 1) * size);
        byte[] expected = new byte[size];
        Arrays.fill(expected, bytes[0]);
        assertThat(bytes).isEqualTo(expected);
        values.add(bytes[0]);
      }
      assertThat(values).hasSize(12).doesNotContain((byte) 0);
    }
  }

  @Test
  void selectedElementsAreThoseOfTheWholeArray() {
    Selection selection = Selection.parse(SHAPE, "-1, 3::4, 28:1:-7");
    Block whole = Block.allocate(CoreType.UINT16, selection.counts());
    whole.copyFrom(elements, selection, 0, 0, 0);

    try (OpenHierarchy open = backend().open(target("a"))) {
      BitsBlock read = (BitsBlock) open.array(VOLUME).read(selection);
      assertThat(read.shape()).isEqualTo(Shape.of(5, 4));
      assertThat(read.bytes()).isEqualTo(((BitsBlock) whole).bytes());
    }
  }

  @Test
  void theChunksThatAreStoredAreListed() {
    Region first = Region.all(CHUNK);
    change(array -> array.write(first, Block.allocate(CoreType.UINT16, CHUNK)));

    try (OpenHierarchy open = backend().open(target("a"))) {
      StoredChunks chunks = open.chunks(VOLUME);
      assertThat(chunks.grid().tileShape()).isEqualTo(CHUNK);
      long all = chunks.grid().count();
      try (Stream<ChunkIndex> stored = chunks.stored()) {
        assertThat(stored).hasSize((int) all - 1).doesNotContain(ChunkIndex.of(0, 0, 0));
      }
      assertThat(chunks.at(ChunkIndex.of(0, 0, 0))).isEmpty();
      assertThat(chunks.at(ChunkIndex.of(1, 2, 3)))
          .singleElement()
          .satisfies(
              chunk -> {
                assertThat(chunk.region())
                    .isEqualTo(Region.of(new long[] {2, 16, 24}, Shape.of(1, 4, 6)));
                assertThat(chunk.encodedBytes()).isPositive();
              });
    }
  }

  @Test
  void chunksOfFillValueAreStoredIfAsked() {
    elements.fill(
        ArraySpec.builder().dataType(CoreType.UINT16).shape(SHAPE).build().fillValueOrZero());
    write("omitted", FillChunks.OMITTED);
    write("stored", FillChunks.STORED);

    assertThat(stored("omitted")).isZero();
    assertThat(stored("stored")).isEqualTo(2 * 3 * 4);
    change(
        "stored", array -> array.write(Region.all(CHUNK), Block.allocate(CoreType.UINT16, CHUNK)));
    assertThat(stored("stored")).isEqualTo(2 * 3 * 4 - 1);
  }

  private long stored(String name) {
    try (OpenHierarchy open = backend().open(target(name));
        Stream<ChunkIndex> stored = open.chunks(VOLUME).stored()) {
      return stored.count();
    }
  }

  @Test
  void whatIsNoArrayIsNotChanged() {
    try (ChangeableHierarchy open = backend().change(target("a"), ChangeOptions.defaults())) {
      assertThatThrownBy(() -> open.changeable("/images")).isInstanceOf(EspalierException.class);
      assertThatThrownBy(() -> open.changeable("/none"))
          .isInstanceOf(MissingException.class)
          .hasMessageContaining("/none");
      assertThatThrownBy(() -> open.chunks(NodePath.parse("/none")))
          .isInstanceOf(MissingException.class);
    }
    assertThatThrownBy(() -> backend().change(target("none"), ChangeOptions.defaults()))
        .isInstanceOf(MissingException.class);
  }

  private Location target(String name) {
    return target(directory, name);
  }

  private interface Changing {
    void change(ChangeableArray array);
  }

  private void change(Changing changing) {
    change("a", changing);
  }

  private void change(String name, Changing changing) {
    try (ChangeableHierarchy open = backend().change(target(name), ChangeOptions.defaults())) {
      changing.change(open.changeable(VOLUME));
    }
  }

  private byte[] read() {
    try (OpenHierarchy open = backend().open(target("a"))) {
      ArraySource source = open.array(VOLUME);
      return ((BitsBlock) source.read(Region.all(source.shape()))).bytes();
    }
  }

  private static BitsBlock random(int seed, Shape shape) {
    BitsBlock block = (BitsBlock) Block.allocate(CoreType.UINT16, shape);
    new Random(seed).nextBytes(block.bytes());
    return block;
  }

  /** A source that gives nothing. */
  private record Broken(Shape shape) implements ArraySource {
    @Override
    public DataType dataType() {
      return CoreType.UINT16;
    }

    @Override
    public void read(Region region, Block into) {
      throw new CorruptException("broken");
    }
  }
}
