package dev.espalier.zarr.internal.write;

import static dev.espalier.zarr.internal.write.Pyramid.chunks;
import static dev.espalier.zarr.internal.write.Pyramid.mean;
import static dev.espalier.zarr.internal.write.Pyramid.random;
import static dev.espalier.zarr.internal.write.Pyramid.shards;
import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.io.file.FileSystemStore;
import dev.espalier.model.data.ArrayData;
import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.Block;
import dev.espalier.model.layout.Layout;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.plan.WritePlan;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.spi.Location;
import dev.espalier.model.spi.OpenHierarchy;
import dev.espalier.model.work.Execution;
import dev.espalier.model.work.ProgressListener;
import dev.espalier.testkit.store.FaultyStore;
import dev.espalier.zarr.internal.document.Zarr3Documents;
import dev.espalier.zarr.internal.read.ZarrHierarchy;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Arrays that are derived from others while those are written. */
class CascadeTest {
  @TempDir private Path directory;

  /** Shape, layout of every level, and whether nothing has to be read back. */
  static Stream<Arguments> pyramids() {
    return Stream.of(
        Arguments.of(Shape.of(2, 64, 64), chunks(1, 16, 16), true),
        Arguments.of(Shape.of(2, 61, 67), chunks(1, 16, 16), true),
        Arguments.of(Shape.of(3, 33, 1), chunks(2, 8, 8), true),
        Arguments.of(Shape.of(1, 16, 16), chunks(1, 64, 64), true),
        Arguments.of(Shape.of(2, 64, 64), shards(Shape.of(1, 32, 32), 1, 16, 16), true),
        Arguments.of(Shape.of(2, 61, 67), shards(Shape.of(2, 16, 32), 1, 8, 8), true),
        // Units whose edges fall between the elements that a mean is taken of.
        Arguments.of(Shape.of(2, 61, 67), chunks(1, 15, 16), false),
        Arguments.of(Shape.of(1, 40, 40), chunks(1, 7, 7), false),
        Arguments.of(Shape.of(1, 9, 9), chunks(1, 1, 1), false));
  }

  @ParameterizedTest
  @MethodSource("pyramids")
  void levelsAreWhatTheyAreDerivedFrom(Shape shape, Layout layout, boolean inOnePass) {
    CountingSource base = new CountingSource(random(shape.toArray()));
    Pyramid pyramid =
        new Pyramid(base, layout)
            .derive(mean(1, 2, 2), layout)
            .derive(mean(1, 2, 2), layout)
            .derive(mean(1, 2, 2), layout);
    FaultyStore[] store = new FaultyStore[1];

    WritePlan plan =
        pyramid.write(
            directory,
            Execution.onCallingThread(),
            staged -> {
              store[0] = FaultyStore.over(staged.store());
              return store[0].staged(staged);
            });

    assertThat(base.readsOfEach()).isEqualTo(1);
    assertThat(store[0].reads() == 0).as("nothing was read back").isEqualTo(inOnePass);
    assertLevels(plan, pyramid);
  }

  @ParameterizedTest
  @MethodSource("pyramids")
  void severalThreadsMakeTheSame(Shape shape, Layout layout, boolean inOnePass) throws Exception {
    CountingSource base = new CountingSource(random(shape.toArray()));
    Pyramid pyramid =
        new Pyramid(base, layout)
            .derive(mean(1, 2, 2), layout)
            .derive(mean(1, 2, 2), layout)
            .derive(mean(1, 2, 2), layout);
    ExecutorService pool = Executors.newFixedThreadPool(3);
    try {
      Execution execution = new Execution(pool, 4, 1 << 20, ProgressListener.none());
      WritePlan plan = pyramid.write(directory, execution, staged -> staged);

      assertThat(base.readsOfEach()).isEqualTo(1);
      assertLevels(plan, pyramid);
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void levelsMayHaveLayoutsOfTheirOwn() {
    CountingSource base = new CountingSource(random(3, 70, 50));
    Pyramid pyramid =
        new Pyramid(base, chunks(1, 32, 32))
            .derive(mean(1, 2, 2), shards(Shape.of(3, 32, 32), 1, 16, 16))
            .derive(mean(3, 2, 2), chunks(1, 5, 5))
            .derive(mean(1, 3, 2), chunks(1, 100, 100));

    WritePlan plan = pyramid.write(directory, Execution.onCallingThread(), staged -> staged);

    assertThat(base.readsOfEach()).isEqualTo(1);
    assertLevels(plan, pyramid);
  }

  @Test
  void severalArraysMayBeDerivedFromOne() {
    CountingSource base = new CountingSource(random(1, 40, 40));
    Pyramid pyramid =
        new Pyramid(base, chunks(1, 8, 8))
            .derive(mean(1, 2, 2), chunks(1, 8, 8))
            .deriveFrom(0, mean(1, 2, 1), chunks(1, 8, 8))
            .deriveFrom(0, mean(1, 4, 4), chunks(1, 8, 8))
            .deriveFrom(1, mean(1, 2, 2), chunks(1, 8, 8));

    WritePlan plan = pyramid.write(directory, Execution.onCallingThread(), staged -> staged);

    assertThat(base.readsOfEach()).isEqualTo(1);
    assertLevels(plan, pyramid);
  }

  @Test
  void anOperationThatLooksBeyondItsBoxReadsBack() {
    CountingSource base = new CountingSource(random(12, 10));
    Pyramid pyramid = new Pyramid(base, chunks(4, 4)).derive(new RowMinusRowBefore(), chunks(4, 4));

    WritePlan plan = pyramid.write(directory, Execution.onCallingThread(), staged -> staged);

    assertThat(base.readsOfEach()).isEqualTo(1);
    assertLevels(plan, pyramid);
  }

  @Test
  void progressTellsEveryByteOnce() {
    CountingSource base = new CountingSource(random(2, 61, 67));
    Pyramid pyramid =
        new Pyramid(base, chunks(1, 16, 16))
            .derive(mean(1, 2, 2), chunks(1, 16, 16))
            .derive(mean(1, 2, 2), chunks(1, 15, 15));
    Map<NodePath, Long> told = new ConcurrentHashMap<>();
    Execution execution =
        new Execution(
            Runnable::run, 1, 1 << 20, (path, bytes) -> told.merge(path, bytes, Long::sum));

    WritePlan plan = pyramid.write(directory, execution, staged -> staged);

    plan.nodes().stream()
        .filter(node -> node.elementBytes() > 0)
        .forEach(node -> assertThat(told).containsEntry(node.path(), node.elementBytes()));
    assertThat(told).hasSize(3);
  }

  /** Compares each level with what its operation makes of all of the level before at once. */
  private void assertLevels(WritePlan plan, Pyramid pyramid) {
    Path target = directory.resolve("pyramid");
    try (OpenHierarchy open =
        ZarrHierarchy.open(
            Location.of(target),
            new FileSystemStore(target),
            new Zarr3Documents(),
            Pyramid.CODECS)) {
      assertThat(open.tree()).isEqualTo(plan.root());
      for (Map.Entry<NodePath, ArrayData> entry : pyramid.data.entrySet()) {
        BitsBlock found = all(open, entry.getKey());
        assertThat(found.bytes())
            .as("%s", entry.getKey())
            .isEqualTo(expected(open, entry.getValue(), found.shape()).bytes());
      }
    }
  }

  private static BitsBlock expected(OpenHierarchy open, ArrayData data, Shape shape) {
    if (data instanceof ArrayData.Derived derived) {
      BitsBlock input = all(open, derived.input());
      Block whole = Block.allocate(input.dataType(), shape);
      derived.operation().apply(input, whole);
      return (BitsBlock) whole;
    }
    return (BitsBlock) ((ArrayData.Pulled) data).source().read(Region.all(shape));
  }

  private static BitsBlock all(OpenHierarchy open, NodePath path) {
    return (BitsBlock) open.array(path).read(Region.all(open.array(path).shape()));
  }
}
