package dev.espalier.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.model.data.ArrayData;
import dev.espalier.model.data.ArraySource;
import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.Block;
import dev.espalier.model.data.BoundHierarchy;
import dev.espalier.model.data.MeanDownsampling;
import dev.espalier.model.error.CancelledException;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.EspalierException;
import dev.espalier.model.error.MissingException;
import dev.espalier.model.error.RequestException;
import dev.espalier.model.error.TargetExistsException;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.Attributes;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.plan.WritePlan;
import dev.espalier.model.plan.WritePolicy;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.spi.Location;
import dev.espalier.model.spi.OpenHierarchy;
import dev.espalier.model.spi.Recognition;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.type.DataType;
import dev.espalier.model.work.Execution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every storage format does that is written and read: extend it and give the backend. */
public abstract class WritableBackendContract extends WritePolicyContract {
  private static final NodePath VOLUME = NodePath.parse("/images/volume");
  private static final NodePath HALF = NodePath.parse("/images/half");
  private static final Shape SHAPE = Shape.of(3, 41, 30);

  @TempDir private Path directory;

  private final Block elements = random(SHAPE);

  /** For subclasses. */
  protected WritableBackendContract() {}

  @Test
  void whatIsWrittenIsReadAsItWasPlanned() {
    WritePlan plan = write("a", WritePolicy.FAIL);

    try (OpenHierarchy open = backend().open(target("a"))) {
      assertThat(open.tree().toFlat()).isEqualTo(plan.root().toFlat());
      assertThat(open.location()).isEqualTo(target("a"));
      assertThat(contents(open.array(VOLUME))).isEqualTo(((BitsBlock) elements).bytes());
    }
    assertThat(plan.nodes().stream().mapToLong(node -> node.elementBytes()).sum())
        .isEqualTo(plan.elementBytes());
  }

  @Test
  void aPlanLeavesNothingOpen() {
    WritePlan plan = backend().plan(hierarchy(), target("a"), WritePolicy.FAIL);

    WritePlan again = backend().plan(plan.root(), target("a"), WritePolicy.FAIL);

    assertThat(again.root()).isEqualTo(plan.root());
    assertThat(backend().recognise(target("a"))).isEqualTo(Recognition.ABSENT);
  }

  @Test
  void eachNodeIsFoundByItsPath() {
    WritePlan plan = write("a", WritePolicy.FAIL);

    try (OpenHierarchy open = backend().open(target("a"))) {
      plan.root()
          .toFlat()
          .forEach(
              (path, node) -> {
                assertThat(open.node(path).kind()).isEqualTo(node.kind());
                assertThat(open.node(path).attributes()).isEqualTo(node.attributes());
              });
    }
  }

  @Test
  void membersAreListedByName() {
    write("a", WritePolicy.FAIL);

    try (OpenHierarchy open = backend().open(target("a"));
        Stream<String> root = open.members(NodePath.root()).map(Object::toString);
        Stream<String> images = open.members(NodePath.parse("/images")).map(Object::toString)) {
      assertThat(root).containsExactlyInAnyOrder("images", "empty");
      assertThat(images).containsExactlyInAnyOrder("volume", "half");
    }
  }

  @Test
  void anyRegionIsReadAlone() {
    write("a", WritePolicy.FAIL);
    Random random = new Random(3);

    try (OpenHierarchy open = backend().open(target("a"))) {
      ArraySource source = open.array(VOLUME);
      for (int i = 0; i < 50; i++) {
        Region region = region(random);
        Block expected = Block.allocate(CoreType.UINT16, region.shape());
        expected.copyFrom(elements, region, 0, 0, 0);

        assertThat(((BitsBlock) source.read(region)).bytes())
            .as("%s", region)
            .isEqualTo(((BitsBlock) expected).bytes());
      }
    }
  }

  @Test
  void severalThreadsReadOneArray() {
    write("a", WritePolicy.FAIL);

    try (OpenHierarchy open = backend().open(target("a"))) {
      ArraySource source = open.array(VOLUME);
      byte[] expected = ((BitsBlock) elements).bytes();

      assertThat(IntStream.range(0, 40).parallel().mapToObj(i -> contents(source)))
          .allSatisfy(bytes -> assertThat(bytes).isEqualTo(expected));
    }
  }

  @Test
  void whatIsDerivedIsComputed() {
    write("a", WritePolicy.FAIL);
    Block expected = Block.allocate(CoreType.UINT16, Shape.of(3, 21, 15));
    MeanDownsampling.by(1, 2, 2).apply(elements, expected);

    try (OpenHierarchy open = backend().open(target("a"))) {
      assertThat(contents(open.array(HALF))).isEqualTo(((BitsBlock) expected).bytes());
    }
  }

  @Test
  void whatIsNotThereIsMissing() {
    write("a", WritePolicy.FAIL);

    assertThatThrownBy(() -> backend().open(target("b"))).isInstanceOf(MissingException.class);
    try (OpenHierarchy open = backend().open(target("a"))) {
      NodePath none = NodePath.parse("/images/none");
      assertThatThrownBy(() -> open.node(none))
          .isInstanceOf(MissingException.class)
          .hasMessageContaining("/images/none");
      assertThatThrownBy(() -> open.array(none)).isInstanceOf(MissingException.class);
      assertThatThrownBy(() -> open.array(NodePath.root())).isInstanceOf(EspalierException.class);
      assertThatThrownBy(() -> open.members(VOLUME)).isInstanceOf(EspalierException.class);
    }
  }

  @Test
  void aLocationIsRecognisedOnceSomethingIsThere() throws IOException {
    assertThat(backend().recognise(target("a"))).isEqualTo(Recognition.ABSENT);
    write("a", WritePolicy.FAIL);
    assertThat(backend().recognise(target("a"))).isEqualTo(Recognition.RECOGNISED);

    Path text = Files.writeString(directory.resolve("text"), "something else");
    assertThat(backend().recognise(Location.of(text))).isEqualTo(Recognition.OTHER);
    assertThat(backend().recognise(new Location("nosuchscheme://x"))).isEqualTo(Recognition.OTHER);
  }

  @Test
  void whatStandsThereIsReplacedOnlyIfAsked() {
    write("a", WritePolicy.FAIL);

    assertThatThrownBy(() -> backend().plan(GroupSpec.empty(), target("a"), WritePolicy.FAIL))
        .isInstanceOf(TargetExistsException.class)
        .hasMessageStartingWith(target("a").text());
    WritePlan plan = backend().plan(GroupSpec.empty(), target("a"), WritePolicy.REPLACE);
    BoundHierarchy nothing = new BoundHierarchy(GroupSpec.empty(), Map.of());
    backend().write(plan, nothing, Execution.onCallingThread());

    try (OpenHierarchy open = backend().open(target("a"))) {
      assertThat(open.tree()).isEqualTo(GroupSpec.empty());
    }
  }

  @Test
  void aHierarchyMayReplaceItsOwnSource() {
    WritePlan before = write("a", WritePolicy.FAIL);
    try (OpenHierarchy open = backend().open(target("a"))) {
      NodeSpec tree = open.tree();
      WritePlan plan = backend().plan(tree, target("a"), WritePolicy.REPLACE);
      Map<NodePath, ArrayData> data = Map.of(VOLUME, new ArrayData.Pulled(open.array(VOLUME)));
      backend().write(plan, new BoundHierarchy(tree, data), Execution.onCallingThread());
    }

    try (OpenHierarchy open = backend().open(target("a"))) {
      assertThat(open.tree().toFlat()).isEqualTo(before.root().toFlat());
      assertThat(contents(open.array(VOLUME))).isEqualTo(((BitsBlock) elements).bytes());
    }
  }

  @Test
  void aFailureLeavesWhatWasThereBefore() throws IOException {
    ArraySource broken =
        new Source() {
          @Override
          public void read(Region region, Block into) {
            throw new CorruptException("broken");
          }
        };
    assertThatThrownBy(() -> write("a", WritePolicy.FAIL, broken))
        .isInstanceOf(CorruptException.class)
        .hasMessage("broken");
    assertThat(directory).isEmptyDirectory();

    write("a", WritePolicy.FAIL);
    List<String> before = children();
    assertThatThrownBy(() -> write("a", WritePolicy.REPLACE, broken))
        .isInstanceOf(CorruptException.class);

    assertThat(children()).isEqualTo(before);
    try (OpenHierarchy open = backend().open(target("a"))) {
      assertThat(contents(open.array(VOLUME))).isEqualTo(((BitsBlock) elements).bytes());
    }
  }

  @Test
  void anInterruptionLeavesNothing() {
    ArraySource interrupting =
        new Source() {
          @Override
          public void read(Region region, Block into) {
            Thread.currentThread().interrupt();
          }
        };
    assertThatThrownBy(() -> write("a", WritePolicy.FAIL, interrupting))
        .isInstanceOf(CancelledException.class);

    assertThat(Thread.interrupted()).as("the thread stays interrupted").isTrue();
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void dataThatDoNotFitThePlanAreRefused() {
    ArraySource other = ArraySource.of(Block.allocate(CoreType.UINT16, Shape.of(3, 41, 31)));

    assertThatThrownBy(() -> write("a", WritePolicy.FAIL, other))
        .isInstanceOf(RequestException.class)
        .hasMessageContaining("/images/volume")
        .hasMessageContaining("[3, 41, 31]");
    assertThat(directory).isEmptyDirectory();
  }

  private Location target(String name) {
    return target(directory, name);
  }

  private WritePlan write(String name, WritePolicy policy) {
    return write(name, policy, ArraySource.of(elements));
  }

  private WritePlan write(String name, WritePolicy policy, ArraySource source) {
    WritePlan plan = backend().plan(hierarchy(), target(name), policy);
    Map<NodePath, ArrayData> data =
        Map.of(
            VOLUME, new ArrayData.Pulled(source),
            HALF, new ArrayData.Derived(VOLUME, MeanDownsampling.by(1, 2, 2)));
    backend().write(plan, new BoundHierarchy(hierarchy(), data), Execution.onCallingThread());
    return plan;
  }

  private static GroupSpec hierarchy() {
    JsonObject attributes =
        JsonObject.builder()
            .put("title", "Zellen 🎉")
            .put("large", new JsonNumber("9007199254740993"))
            .put("nested", JsonObject.of("list", JsonArray.of(JsonValue.of(1), JsonValue.of(0.5))))
            .build();
    GroupSpec images =
        GroupSpec.builder()
            .putMember("volume", array(SHAPE))
            .putMember("half", array(Shape.of(3, 21, 15)))
            .build();
    return GroupSpec.builder()
        .attributes(Attributes.of(attributes))
        .putMember("images", images)
        .putMember("empty", GroupSpec.empty())
        .build();
  }

  private static ArraySpec array(Shape shape) {
    return ArraySpec.builder()
        .dataType(CoreType.UINT16)
        .shape(shape)
        .dimensions(List.of("z", "y", "x"))
        .attributes(Attributes.of(JsonObject.of("unit", JsonValue.of("µm"))))
        .build();
  }

  private static Region region(Random random) {
    long[] origin = new long[SHAPE.rank()];
    long[] extents = new long[SHAPE.rank()];
    for (int d = 0; d < origin.length; d++) {
      origin[d] = random.nextInt((int) SHAPE.extent(d));
      extents[d] = random.nextInt((int) (SHAPE.extent(d) - origin[d]) + 1);
    }
    return Region.of(origin, Shape.of(extents));
  }

  private static Block random(Shape shape) {
    BitsBlock block = (BitsBlock) Block.allocate(CoreType.UINT16, shape);
    new Random(2).nextBytes(block.bytes());
    return block;
  }

  private static byte[] contents(ArraySource source) {
    return ((BitsBlock) source.read(Region.all(source.shape()))).bytes();
  }

  private List<String> children() throws IOException {
    try (Stream<Path> children = Files.list(directory)) {
      return children.map(Path::toString).sorted().toList();
    }
  }

  /** A source of the right shape. */
  private abstract static class Source implements ArraySource {
    @Override
    public DataType dataType() {
      return CoreType.UINT16;
    }

    @Override
    public Shape shape() {
      return SHAPE;
    }
  }
}
