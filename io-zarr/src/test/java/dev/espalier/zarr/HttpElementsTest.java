package dev.espalier.zarr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.model.data.ArrayData;
import dev.espalier.model.data.ArraySource;
import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.Block;
import dev.espalier.model.data.BoundHierarchy;
import dev.espalier.model.error.StorageException;
import dev.espalier.model.layout.Layout;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.plan.WritePlan;
import dev.espalier.model.plan.WritePolicy;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.spi.Backends;
import dev.espalier.model.spi.Location;
import dev.espalier.model.spi.OpenHierarchy;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.work.Execution;
import dev.espalier.model.work.ProgressListener;
import dev.espalier.testkit.http.Fault;
import dev.espalier.testkit.http.ServedRequest;
import dev.espalier.testkit.http.TestServer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Elements behind a server, and how many requests it takes to read them. */
class HttpElementsTest {
  /** Two shards of 64 inner chunks each; the index has 16 bytes for each of them, and 4 more. */
  private static final Shape SHAPE = Shape.of(64, 32);

  private static final Layout SHARDS =
      Layout.builder().chunkShape(Shape.of(4, 4)).shardShape(Shape.of(32, 32)).build();

  private static final String INDEX = "/c/0/0 bytes=-1028";

  @TempDir private Path directory;

  @SuppressWarnings("NullAway.Init") // made before each test
  private TestServer server;

  private final BitsBlock elements = (BitsBlock) Elements.of(CoreType.UINT16, SHAPE);

  @BeforeEach
  void shards() {
    write(elements);
    server = TestServer.over(directory.resolve("a.zarr"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void write(Block block) {
    write(block, SHARDS);
  }

  private void write(Block block, Layout layout) {
    ArraySpec array =
        ArraySpec.builder().dataType(CoreType.UINT16).shape(SHAPE).layout(layout).build();
    ZarrBackend backend = new ZarrBackend();
    Location target = Location.of(directory.resolve("a.zarr"));
    WritePlan plan = backend.plan(array, target, WritePolicy.REPLACE);
    backend.write(
        plan,
        new BoundHierarchy(
            array, Map.of(NodePath.root(), new ArrayData.Pulled(ArraySource.of(block)))),
        new Execution(Runnable::run, 1, 64 << 20, ProgressListener.none()));
  }

  private OpenHierarchy open() {
    OpenHierarchy hierarchy = Backends.load().open(new Location(server.url()));
    server.forget();
    return hierarchy;
  }

  private static Region box(long row, long column, long... lengths) {
    return Region.of(new long[] {row, column}, Shape.of(lengths));
  }

  private void checkRead(ArraySource source, Region region, Block from) {
    Block expected = Block.allocate(CoreType.UINT16, region.shape());
    expected.copyFrom(from, region, new long[2]);
    assertThat(Elements.contents(source.read(region))).isEqualTo(Elements.contents(expected));
  }

  @Test
  void anInnerChunkCostsTwoRequestsColdAndOneWarm() {
    try (OpenHierarchy hierarchy = open()) {
      ArraySource source = hierarchy.array(NodePath.root());
      assertThat(server.requests()).isEmpty();

      checkRead(source, box(4, 8, 4, 4), elements);
      assertThat(server.requests()).hasSize(2);
      assertThat(server.requests().get(0)).hasToString(INDEX);
      assertThat(server.requests().get(1).range().orElseThrow()).matches("bytes=\\d+-\\d+");

      server.forget();
      checkRead(source, box(20, 0, 4, 4), elements);
      assertThat(server.requests()).hasSize(1);
      assertThat(server.requests().get(0).range().orElseThrow()).matches("bytes=\\d+-\\d+");
    }
  }

  @Test
  void partsOfAnInnerChunkCostNoMore() {
    try (OpenHierarchy hierarchy = open()) {
      ArraySource source = hierarchy.array(NodePath.root());

      checkRead(source, box(5, 9, 2, 2), elements);
      assertThat(server.requests()).hasSize(2);
      server.forget();
      checkRead(source, box(21, 1, 1, 1), elements);
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void whatIsAtHandIsNotFetchedAgainTogetherWithWhatIsNot() {
    Region second = box(5, 13, 2, 2);
    String rangeOfSecond;
    try (OpenHierarchy hierarchy = open()) {
      ArraySource source = hierarchy.array(NodePath.root());
      checkRead(source, box(0, 0, 4, 4), elements);
      server.forget();
      checkRead(source, second, elements);
      rangeOfSecond = server.requests().get(0).toString();
    }
    try (OpenHierarchy hierarchy = open()) {
      ArraySource source = hierarchy.array(NodePath.root());
      checkRead(source, box(5, 9, 2, 2), elements);
      server.forget();

      checkRead(source, box(5, 9, 2, 6), elements);

      assertThat(server.requests()).hasToString("[" + rangeOfSecond + "]");
    }
  }

  @Test
  void whetherWhatIsAtHandIsStillStoredCostsOneRequestOfOneByte() {
    try (OpenHierarchy hierarchy = open()) {
      ArraySource source = hierarchy.array(NodePath.root());
      checkRead(source, box(5, 9, 2, 2), elements);
      server.forget();

      checkRead(source, box(6, 8, 2, 1), elements);
      checkRead(source, box(4, 8, 4, 4), elements);

      assertThat(server.requests()).hasToString("[/c/0/0 bytes=0-0, /c/0/0 bytes=0-0]");
    }
  }

  @Test
  void neighboursComeTogether() {
    try (OpenHierarchy hierarchy = open()) {
      ArraySource source = hierarchy.array(NodePath.root());

      checkRead(source, box(0, 0, 32, 32), elements);

      assertThat(server.requests()).hasSizeLessThanOrEqualTo(2);
    }
  }

  @Test
  void allIsReadRight() {
    try (OpenHierarchy hierarchy = open()) {
      checkRead(hierarchy.array(NodePath.root()), Region.all(SHAPE), elements);
    }
  }

  @Test
  void aShardThatWasReplacedIsReadByItsOwnIndex() {
    BitsBlock others = (BitsBlock) Block.allocate(CoreType.UINT16, SHAPE);
    for (int i = 0; i < others.bytes().length; i++) {
      others.bytes()[i] = (byte) ((i * 31) >> 3);
    }
    try (OpenHierarchy hierarchy = open()) {
      ArraySource source = hierarchy.array(NodePath.root());
      checkRead(source, box(4, 8, 4, 4), elements);
      checkRead(source, box(5, 9, 2, 2), elements);

      write(others);

      checkRead(source, box(5, 9, 2, 2), others);
      checkRead(source, box(20, 0, 4, 4), others);
    }
  }

  /** A weak tag alone, a time that is no minute ago, and nothing at all. */
  static Stream<Map<String, String>> headersWithoutVersions() {
    return Stream.of(
        Map.of("ETag", "W/\"1\""),
        Map.of("ETag", "", "Last-Modified", "Fri, 31 Dec 2999 00:00:00 GMT"),
        Map.of("ETag", ""));
  }

  @ParameterizedTest
  @MethodSource("headersWithoutVersions")
  void whatCannotBeToldFromWhatTookItsPlaceIsFetchedAnew(Map<String, String> headers) {
    BitsBlock others = (BitsBlock) Block.allocate(CoreType.UINT16, SHAPE);
    Arrays.fill(others.bytes(), (byte) 77);
    server.always(new Fault.Headers(headers));
    for (Layout layout : List.of(SHARDS, Layout.builder().chunkShape(Shape.of(8, 8)).build())) {
      write(elements, layout);
      try (OpenHierarchy hierarchy = open()) {
        ArraySource source = hierarchy.array(NodePath.root());
        checkRead(source, box(5, 9, 2, 2), elements);

        write(others, layout);

        checkRead(source, box(5, 9, 2, 2), others);
        checkRead(source, box(0, 8, 8, 8), others);
        checkRead(source, Region.all(SHAPE), others);
      }
    }
  }

  @Test
  void aServerThatGivesNoPartsIsAskedForEachShardOnce() {
    server.always(new Fault.IgnoreRange());
    try (OpenHierarchy hierarchy = open()) {
      ArraySource source = hierarchy.array(NodePath.root());

      checkRead(source, box(4, 8, 4, 4), elements);
      checkRead(source, box(20, 0, 4, 4), elements);
      checkRead(source, Region.all(SHAPE), elements);

      assertThat(server.requests().stream().filter(HttpElementsTest::isOfFirstShardWithoutTag))
          .as("the second one shows that parts are not given")
          .hasSizeLessThanOrEqualTo(2);
    }
  }

  private static boolean isOfFirstShardWithoutTag(ServedRequest request) {
    return request.uri().equals("/c/0/0") && request.header("If-none-match").isEmpty();
  }

  @Test
  void anAbsentShardHoldsTheFillValueAndOneThatIsForbiddenDoesNot() {
    write(Block.allocate(CoreType.UINT16, SHAPE));
    try (OpenHierarchy hierarchy = open()) {
      ArraySource source = hierarchy.array(NodePath.root());

      checkRead(source, box(0, 0, 8, 8), Block.allocate(CoreType.UINT16, SHAPE));
      server.always(new Fault.Status(403, Map.of()));
      assertThatThrownBy(() -> source.read(box(40, 0, 4, 4)))
          .isInstanceOf(StorageException.class)
          .hasMessageContaining("c/1/0: cannot be read: the server forbids it (403)");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void connectionsThatBreakDoNotSpoilElements(int request) {
    try (OpenHierarchy hierarchy = open()) {
      server.at(request, new Fault.BreakAfter(100));

      checkRead(hierarchy.array(NodePath.root()), Region.all(SHAPE), elements);
    }
  }
}
