package dev.espalier.zarr.internal.write;

import static dev.espalier.zarr.internal.write.Pyramid.random;
import static dev.espalier.zarr.internal.write.Pyramid.shards;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.model.data.ArrayData;
import dev.espalier.model.data.ArraySource;
import dev.espalier.model.data.Block;
import dev.espalier.model.data.BoundHierarchy;
import dev.espalier.model.error.CancelledException;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.layout.CodecSpec;
import dev.espalier.model.layout.Layout;
import dev.espalier.model.layout.RegularGrid;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.plan.WritePolicy;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.spi.Location;
import dev.espalier.model.spi.OpenHierarchy;
import dev.espalier.model.type.DataType;
import dev.espalier.model.work.Execution;
import dev.espalier.model.work.ProgressListener;
import dev.espalier.zarr.ZarrBackend;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shards that are written while they are encoded, one inner chunk at a time. */
class StreamedShardsTest {
  private static final Shape SHAPE = Shape.of(21, 45);
  private static final Shape SHARD = Shape.of(16, 32);
  private static final Shape INNER = Shape.of(4, 8);

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"start", "end"})
  void theyAreTheSameBytesAsThoseOfWholeShards(String indexLocation) throws IOException {
    Block elements = random(21, 45);
    Layout layout = layout(indexLocation);

    write("streamed", layout, new Source(elements, Optional.empty()));
    write("whole", layout, new Source(elements, Optional.of(Shape.of(5, 45))));

    for (String key : List.of("c/0/0", "c/0/1", "c/1/0", "c/1/1")) {
      assertThat(directory.resolve("streamed").resolve(key))
          .hasSameBinaryContentAs(directory.resolve("whole").resolve(key));
    }
    try (OpenHierarchy hierarchy = new ZarrBackend().open(at("streamed"))) {
      Block read = hierarchy.array(NodePath.root()).read(Region.all(SHAPE));
      assertThat(read.mismatch(elements)).isEqualTo(-1);
    }
  }

  @Test
  void noElementIsAskedForTwice() {
    CountingSource source = new CountingSource(random(21, 45));

    write("once", layout("end"), source);

    assertThat(source.readsOfEach()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whoeverIsInterruptedStopsAfterAnInnerChunk(boolean inParts) {
    AtomicInteger parts = new AtomicInteger();
    Source elements =
        new Source(random(21, 45), inParts ? Optional.empty() : Optional.of(Shape.of(5, 45)));
    ArraySource interrupting =
        new Hooked(
            elements,
            () -> {
              parts.incrementAndGet();
              Thread.currentThread().interrupt();
            });

    assertThatThrownBy(() -> write("stopped", layout("end"), interrupting))
        .isInstanceOf(CancelledException.class)
        .hasNoCause();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(parts).hasValue(1);
    assertThat(directory).isEmptyDirectory();
  }

  /** What a source decodes for a region counts as what is held. */
  @Test
  void noMoreWorkersAreHiredThanThereIsMemoryForWithWhatTheyDecode() {
    Block elements = random(21, 45);
    long boxBytes = 5 * 45 * 2;
    assertThat(othersAsked(new Source(elements, Optional.empty()), 64 * boxBytes)).isEqualTo(3);
    Source boxes = new Source(elements, Optional.of(Shape.of(5, 45)));
    assertThat(othersAsked(boxes, 64 * boxBytes)).isEqualTo(3);
    long unitBytes = 5 * 2 * 16 * 32; // what is held of a shard that is not written in parts
    assertThat(othersAsked(boxes, 2 * unitBytes)).isZero();
    assertThat(othersAsked(boxes, 2 * (unitBytes + 3 * boxBytes))).isEqualTo(1);
  }

  /** How many others the calling thread asks to work with it. */
  private int othersAsked(ArraySource source, long memoryBytes) {
    AtomicInteger asked = new AtomicInteger();
    Executor nobody = task -> asked.incrementAndGet();
    write(
        "budget" + memoryBytes + source.preferredShape(),
        layout("end"),
        source,
        new Execution(nobody, 4, memoryBytes, ProgressListener.none()));
    return asked.get();
  }

  @Test
  void aShardOfFillValuesIsNotThere() {
    Block elements = Block.allocate(random(1, 1).dataType(), SHAPE);
    elements.copyFrom(random(1, 1), Region.all(Shape.of(1, 1)), 20, 44);

    write("sparse", shards(SHARD, 4, 8), new Source(elements, Optional.empty()));

    assertThat(directory.resolve("sparse/c/1/1")).isRegularFile();
    assertThat(directory.resolve("sparse/c/0")).doesNotExist();
    assertThat(directory.resolve("sparse/c/1/0")).doesNotExist();
  }

  private static Layout layout(String indexLocation) {
    JsonValue bytes =
        JsonObject.of("name", JsonValue.of("bytes"))
            .with("configuration", JsonObject.of("endian", JsonValue.of("little")));
    JsonValue checksum = JsonObject.of("name", JsonValue.of("crc32c"));
    JsonObject configuration =
        JsonObject.of("chunk_shape", JsonArray.ofLongs(4, 8))
            .with("codecs", JsonArray.of(bytes, checksum))
            .with("index_codecs", JsonArray.of(bytes, checksum))
            .with("index_location", JsonValue.of(indexLocation));
    return Layout.builder()
        .chunkGrid(new RegularGrid(SHARD))
        .codecs(List.of(new CodecSpec("sharding_indexed", configuration)))
        .build();
  }

  private Location at(String name) {
    return Location.of(directory.resolve(name));
  }

  private void write(String name, Layout layout, ArraySource source) {
    write(name, layout, source, Execution.onCallingThread());
  }

  private void write(String name, Layout layout, ArraySource source, Execution execution) {
    ArraySpec array =
        ArraySpec.builder().dataType(source.dataType()).shape(SHAPE).layout(layout).build();
    ZarrBackend backend = new ZarrBackend();
    backend.write(
        backend.plan(array, at(name), WritePolicy.FAIL),
        new BoundHierarchy(array, Map.of(NodePath.root(), new ArrayData.Pulled(source))),
        execution);
  }

  /** Does something before a region is read. */
  private record Hooked(ArraySource source, Runnable hook) implements ArraySource {
    @Override
    public DataType dataType() {
      return source.dataType();
    }

    @Override
    public Shape shape() {
      return source.shape();
    }

    @Override
    public Optional<Shape> preferredShape() {
      return source.preferredShape();
    }

    @Override
    public void read(Region region, Block into) {
      hook.run();
      source.read(region, into);
    }
  }

  /** Elements that are read best in boxes of a shape; those of other shapes than inner chunks. */
  private record Source(Block elements, Optional<Shape> preferredShape) implements ArraySource {
    @Override
    public DataType dataType() {
      return elements.dataType();
    }

    @Override
    public Shape shape() {
      return elements.shape();
    }

    @Override
    public void read(Region region, Block into) {
      boolean parts = region.shape().elementCount() <= INNER.elementCount();
      if (preferredShape.isPresent() == parts) {
        throw new AssertionError("asked for " + region);
      }
      into.copyFrom(elements, region, new long[region.rank()]);
    }
  }
}
