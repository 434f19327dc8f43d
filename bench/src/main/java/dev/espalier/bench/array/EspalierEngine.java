package dev.espalier.bench.array;

import dev.espalier.model.data.ArrayData;
import dev.espalier.model.data.ArraySource;
import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.Block;
import dev.espalier.model.data.BoundHierarchy;
import dev.espalier.model.hierarchy.Espalier;
import dev.espalier.model.hierarchy.Hierarchy;
import dev.espalier.model.layout.Layout;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.plan.WritePolicy;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.spi.Location;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.type.DataType;
import dev.espalier.model.work.Execution;
import dev.espalier.model.work.ProgressListener;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Espalier, as a program would use it. */
public final class EspalierEngine implements ArrayEngine {
  private static final long MEMORY = 256L << 20;

  private final Espalier espalier = Espalier.load();
  private final int threads;
  private final ExecutorService executor;

  /** With so many threads. */
  public EspalierEngine(int threads) {
    this.threads = threads;
    this.executor = Executors.newFixedThreadPool(threads);
  }

  @Override
  public void write(ArrayCase array, byte[] elements, Path target) {
    Shape shape = Shape.of(array.shape());
    ArraySource source = new InMemory(BitsBlock.over(CoreType.UINT16, shape, elements));
    BoundHierarchy hierarchy =
        new BoundHierarchy(spec(array), Map.of(NodePath.root(), new ArrayData.Pulled(source)));
    espalier
        .plan(hierarchy, Location.of(target), WritePolicy.FAIL)
        .apply(new Execution(executor, threads, MEMORY, ProgressListener.none()));
  }

  private static ArraySpec spec(ArrayCase array) {
    return ArraySpec.builder()
        .dataType(CoreType.UINT16)
        .shape(Shape.of(array.shape()))
        .layout(
            Layout.builder()
                .chunkShape(Shape.of(array.chunk()))
                .shardShape(array.shard().map(Shape::of))
                .codecs(array.codecs())
                .build())
        .build();
  }

  @Override
  public Reader open(ArrayCase array, Path store) {
    Hierarchy hierarchy = espalier.open(Location.of(store));
    return new HalvesReader(array, hierarchy, hierarchy.array(NodePath.root()));
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }

  /** Reads slabs along the first dimension, one for each thread. */
  private final class HalvesReader implements Reader {
    private final ArrayCase array;
    private final Hierarchy hierarchy;
    private final ArraySource source;
    private final List<Region> slabs = new ArrayList<>();

    HalvesReader(ArrayCase array, Hierarchy hierarchy, ArraySource source) {
      this.array = array;
      this.hierarchy = hierarchy;
      this.source = source;
      long deep = source.shape().extent(0) / threads;
      for (int i = 0; i < threads; i++) {
        slabs.add(Region.of(new long[] {i * deep, 0, 0}, source.shape().with(0, deep)));
      }
    }

    @Override
    public List<byte[]> allocate() {
      return slabs.stream()
          .map(slab -> new byte[BitsBlock.byteLength(CoreType.UINT16, slab.shape())])
          .toList();
    }

    @Override
    public void readAll(List<byte[]> into) {
      List<Future<?>> halves = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        Region slab = slabs.get(i);
        Block block = BitsBlock.over(CoreType.UINT16, slab.shape(), into.get(i));
        halves.add(executor.submit(() -> source.read(slab, block)));
      }
      halves.forEach(Waiting::on);
    }

    @Override
    public void readChunk(long[] start, byte[] into) {
      Shape chunk = Shape.of(array.chunk());
      source.read(Region.of(start, chunk), BitsBlock.over(CoreType.UINT16, chunk, into));
    }

    @Override
    public void close() {
      hierarchy.close();
    }
  }

  /** Elements that a program holds in memory. */
  private record InMemory(BitsBlock elements) implements ArraySource {
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
      into.copyFrom(elements, region, new long[region.rank()]);
    }
  }
}
