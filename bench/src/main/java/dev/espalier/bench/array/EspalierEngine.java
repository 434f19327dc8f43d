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
import dev.espalier.model.work.Execution;
import dev.espalier.model.work.ProgressListener;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

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
    ArraySource source = ArraySource.of(BitsBlock.over(CoreType.UINT16, array.shape(), elements));
    BoundHierarchy hierarchy =
        new BoundHierarchy(spec(array), Map.of(NodePath.root(), new ArrayData.Pulled(source)));
    espalier.plan(hierarchy, Location.of(target), WritePolicy.FAIL).apply(execution());
  }

  private Execution execution() {
    return new Execution(executor, threads, MEMORY, ProgressListener.none());
  }

  private static ArraySpec spec(ArrayCase array) {
    return ArraySpec.builder()
        .dataType(CoreType.UINT16)
        .shape(array.shape())
        .layout(
            Layout.builder()
                .chunkShape(array.chunk())
                .shardShape(array.shard())
                .codecs(array.codecs())
                .build())
        .build();
  }

  @Override
  public Reader open(ArrayCase array, Path store) {
    return new SourceReader(array, espalier.open(Location.of(store)));
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }

  /** Reads into one block for all elements. */
  private final class SourceReader implements Reader {
    private final ArrayCase array;
    private final Hierarchy hierarchy;
    private final ArraySource source;

    SourceReader(ArrayCase array, Hierarchy hierarchy) {
      this.array = array;
      this.hierarchy = hierarchy;
      this.source = hierarchy.array(NodePath.root());
    }

    @Override
    public byte[] allocate() {
      return ((BitsBlock) Block.allocate(CoreType.UINT16, array.shape())).bytes();
    }

    @Override
    public void readAll(byte[] into) {
      source.read(
          Region.all(array.shape()),
          BitsBlock.over(CoreType.UINT16, array.shape(), into),
          execution());
    }

    @Override
    public void readChunk(long[] start, byte[] into) {
      Shape chunk = array.chunk();
      source.read(Region.of(start, chunk), BitsBlock.over(CoreType.UINT16, chunk, into));
    }

    @Override
    public void close() {
      hierarchy.close();
    }
  }
}
