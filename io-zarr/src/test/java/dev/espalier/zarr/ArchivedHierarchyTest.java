package dev.espalier.zarr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.model.data.ArrayData;
import dev.espalier.model.data.ArraySource;
import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.Block;
import dev.espalier.model.data.BoundHierarchy;
import dev.espalier.model.data.MeanDownsampling;
import dev.espalier.model.error.TargetExistsException;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.layout.Layout;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.Attributes;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.path.NodeName;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.plan.WritePlan;
import dev.espalier.model.plan.WritePolicy;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.spi.EditableBackend;
import dev.espalier.model.spi.Location;
import dev.espalier.model.spi.OpenHierarchy;
import dev.espalier.model.spi.PublishGate;
import dev.espalier.model.spi.Recognition;
import dev.espalier.model.spi.WritableBackend;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.work.Execution;
import dev.espalier.model.work.ProgressListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hierarchies in zip archives. */
class ArchivedHierarchyTest {
  private static final NodePath VOLUME = NodePath.parse("/images/volume");
  private static final NodePath HALF = NodePath.parse("/images/half");
  private static final Shape SHAPE = Shape.of(3, 210, 200);

  @TempDir private Path directory;

  private final ZarrBackend zarr = new ZarrBackend();

  @Test
  void documentsComeBeforeChunksLevelByLevel() throws IOException {
    write(zarr, target("a.ozx"), WritePolicy.FAIL, Execution.onCallingThread());

    try (ZipFile archive = new ZipFile(directory.resolve("a.ozx").toFile())) {
      assertThat(names(archive).subList(0, 5))
          .containsExactly(
              "zarr.json",
              "images/zarr.json",
              "empty/zarr.json",
              "images/volume/zarr.json",
              "images/half/zarr.json");
      assertThat(names(archive).stream().skip(5)).isNotEmpty().noneMatch(n -> n.endsWith(".json"));
      assertThat(archive.getComment())
          .isEqualTo(
              "{\"ome\":{\"version\":\"0.5\",\"zipFile\":{\"centralDirectory\":{\"jsonFirst\":true}}}}");
    }
  }

  @Test
  void documentsOfZarr2ComeFirstToo() throws IOException {
    write(new Zarr2Backend(), target("a.zip"), WritePolicy.FAIL, Execution.onCallingThread());

    try (ZipFile archive = new ZipFile(directory.resolve("a.zip").toFile())) {
      List<String> names = names(archive);
      long documents = names.stream().filter(ArchivedHierarchyTest::isDocument).count();
      assertThat(names.subList(0, (int) documents)).allMatch(ArchivedHierarchyTest::isDocument);
      assertThat(names.subList(0, 2)).containsExactly(".zattrs", ".zgroup");
      assertThat(names.size()).isGreaterThan((int) documents);
    }
    assertContents(new Zarr2Backend(), target("a.zip"), 1);
  }

  private static boolean isDocument(String name) {
    return name.substring(name.lastIndexOf('/') + 1).startsWith(".z");
  }

  @Test
  void severalThreadsWriteAndReadBackWhatTheyWrote() {
    ExecutorService pool = Executors.newFixedThreadPool(3);
    try {
      Execution execution = new Execution(pool, 4, 1 << 22, ProgressListener.none());
      write(zarr, target("a.zip"), WritePolicy.FAIL, execution);
    } finally {
      pool.shutdownNow();
    }
    assertContents(zarr, target("a.zip"), 1);
  }

  @Test
  void theSameHierarchyMakesTheSameBytes() throws IOException {
    write(zarr, target("a.zip"), WritePolicy.FAIL, Execution.onCallingThread());
    write(zarr, target("b.zip"), WritePolicy.FAIL, Execution.onCallingThread());

    assertThat(directory.resolve("a.zip"))
        .hasBinaryContent(Files.readAllBytes(directory.resolve("b.zip")));
  }

  @Test
  void whatStandsThereIsReplacedOrLikeWhatIsWritten() {
    Location target = target("a.zip");
    write(zarr, target, WritePolicy.FAIL, Execution.onCallingThread());
    assertThatThrownBy(() -> zarr.plan(hierarchy(), target, WritePolicy.FAIL))
        .isInstanceOf(TargetExistsException.class);

    assertThat(zarr.plan(hierarchy(), target, WritePolicy.FAIL_UNLESS_ALIKE).changesAnything())
        .isFalse();
    write(zarr, target, WritePolicy.REPLACE, 2, Execution.onCallingThread(), PublishGate.none());

    assertContents(zarr, target, 2);
  }

  @Test
  void aGateThatRefusesLeavesTheOldArchiveAndNothingElse() throws IOException {
    Location target = target("a.zip");
    write(zarr, target, WritePolicy.FAIL, Execution.onCallingThread());
    byte[] before = Files.readAllBytes(directory.resolve("a.zip"));
    PublishGate refusing =
        () -> {
          throw new UnsupportedException("no");
        };

    assertThatThrownBy(
            () ->
                write(zarr, target, WritePolicy.REPLACE, 2, Execution.onCallingThread(), refusing))
        .hasMessage("no");

    assertThat(directory.resolve("a.zip")).hasBinaryContent(before);
    assertThat(directory).isDirectoryNotContaining("glob:**.espalier*");
  }

  @Test
  void nothingOfAnArchiveIsChangedInPlace() {
    Location target = target("a.zip");
    write(zarr, target, WritePolicy.FAIL, Execution.onCallingThread());
    GroupSpec more = hierarchy().withMember(new NodeName("more"), GroupSpec.empty());
    String message =
        target
            + ": stores of this kind cannot be changed in parts; write the hierarchy anew, or change"
            + " a copy of it in a directory";

    assertThat(zarr.plan(hierarchy(), target, WritePolicy.MERGE).changesAnything()).isFalse();
    assertThatThrownBy(() -> zarr.plan(more, target, WritePolicy.MERGE))
        .isInstanceOf(UnsupportedException.class)
        .hasMessage(message);
    for (EditableBackend backend : List.of(zarr, new Zarr2Backend())) {
      assertThatThrownBy(() -> backend.consolidate(target)).hasMessage(message);
      assertThatThrownBy(() -> backend.edit(target, List.of())).hasMessage(message);
    }
  }

  @Test
  void whatIsNoHierarchyIsNotWrittenOver() throws IOException {
    Files.writeString(directory.resolve("a.zip"), "somebody's");

    assertThat(zarr.recognise(target("a.zip"))).isEqualTo(Recognition.OTHER);
    assertThat(zarr.recognise(target("b.zip"))).isEqualTo(Recognition.ABSENT);
    assertThatThrownBy(() -> zarr.plan(hierarchy(), target("a.zip"), WritePolicy.REPLACE))
        .isInstanceOf(TargetExistsException.class)
        .hasMessageContaining("what stands there is not a Zarr hierarchy");
  }

  private Location target(String name) {
    return Location.of(directory.resolve(name));
  }

  private static List<String> names(ZipFile archive) {
    return Collections.list(archive.entries()).stream().<String>map(ZipEntry::getName).toList();
  }

  private static void write(
      WritableBackend backend, Location target, WritePolicy policy, Execution execution) {
    write(backend, target, policy, 1, execution, PublishGate.none());
  }

  private static void write(
      WritableBackend backend,
      Location target,
      WritePolicy policy,
      int seed,
      Execution execution,
      PublishGate gate) {
    WritePlan plan = backend.plan(hierarchy(), target, policy);
    Map<NodePath, ArrayData> data =
        Map.of(
            VOLUME, new ArrayData.Pulled(ArraySource.of(elements(seed))),
            HALF, new ArrayData.Derived(VOLUME, MeanDownsampling.by(1, 2, 2)));
    backend.write(plan, new BoundHierarchy(hierarchy(), data), execution, gate);
  }

  private static void assertContents(WritableBackend backend, Location target, int seed) {
    Block half = Block.allocate(CoreType.UINT16, Shape.of(3, 105, 100));
    MeanDownsampling.by(1, 2, 2).apply(elements(seed), half);
    try (OpenHierarchy open = backend.open(target)) {
      assertThat(open.array(VOLUME).read(Region.all(SHAPE)).mismatch(elements(seed))).isEqualTo(-1);
      assertThat(open.array(HALF).read(Region.all(half.shape())).mismatch(half)).isEqualTo(-1);
    }
  }

  private static Block elements(int seed) {
    BitsBlock block = (BitsBlock) Block.allocate(CoreType.UINT16, SHAPE);
    new Random(seed).nextBytes(block.bytes());
    return block;
  }

  private static GroupSpec hierarchy() {
    JsonObject ome = JsonObject.of("version", JsonValue.of("0.5"));
    GroupSpec images =
        GroupSpec.builder()
            .putMember("volume", array(SHAPE))
            .putMember("half", array(Shape.of(3, 105, 100)))
            .build();
    return GroupSpec.builder()
        .attributes(Attributes.of(JsonObject.of("ome", ome)))
        .putMember("images", images)
        .putMember("empty", GroupSpec.empty())
        .build();
  }

  private static ArraySpec array(Shape shape) {
    return ArraySpec.builder()
        .dataType(CoreType.UINT16)
        .shape(shape)
        .layout(Layout.builder().chunkShape(Shape.of(1, 64, 50)).build())
        .build();
  }
}
