package dev.espalier.bench.array;

import dev.espalier.model.data.ArrayData;
import dev.espalier.model.data.ArraySource;
import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.Block;
import dev.espalier.model.data.BoundHierarchy;
import dev.espalier.model.hierarchy.Espalier;
import dev.espalier.model.hierarchy.Hierarchy;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.layout.CodecChain;
import dev.espalier.model.layout.CodecSpec;
import dev.espalier.model.layout.Layout;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.plan.WritePolicy;
import dev.espalier.model.shape.ChunkIndex;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.shape.Tiling;
import dev.espalier.model.spi.Location;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.work.Execution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** One inner chunk after the other out of a shard, in an order that is random and repeats. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class InnerChunkBenchmark {
  private static final Shape SHAPE = Shape.of(256, 256, 256);
  private static final Shape SHARD = Shape.of(256, 256, 256);
  private static final Shape CHUNK = Shape.of(64, 64, 64);
  private static final long SEED = 3;

  /** The compressor, or none. */
  @Param({"none", "zstd"})
  public String codec = "none";

  private final List<Region> regions = new ArrayList<>();
  private Path folder;
  private Hierarchy hierarchy;
  private ArraySource source;
  private Block chunk;
  private int next;

  /** Writes the array. */
  @Setup
  public void prepare() throws IOException {
    byte[] bytes = new byte[BitsBlock.byteLength(CoreType.UINT16, SHAPE)];
    Random noise = new Random(SEED);
    for (int i = 0; i < bytes.length; i += 2) {
      bytes[i] = (byte) noise.nextInt();
      bytes[i + 1] = (byte) (i >>> 22);
    }
    folder = Files.createTempDirectory("inner-chunk");
    Espalier espalier = Espalier.load();
    Location target = Location.of(folder.resolve("array.zarr"));
    ArraySource memory = ArraySource.of(BitsBlock.over(CoreType.UINT16, SHAPE, bytes));
    espalier
        .plan(
            new BoundHierarchy(spec(), Map.of(NodePath.root(), new ArrayData.Pulled(memory))),
            target,
            WritePolicy.FAIL)
        .apply(Execution.onCallingThread());
    for (ChunkIndex index : Tiling.of(SHAPE, CHUNK).all()) {
      regions.add(Tiling.of(SHAPE, CHUNK).region(index));
    }
    Collections.shuffle(regions, noise);
    hierarchy = espalier.open(target);
    source = hierarchy.array(NodePath.root());
    chunk = Block.allocate(CoreType.UINT16, CHUNK);
  }

  private ArraySpec spec() {
    List<CodecSpec> compressors =
        codec.equals("none")
            ? List.of()
            : List.of(new CodecSpec(codec, JsonObject.of("level", JsonValue.of(3))));
    return ArraySpec.builder()
        .dataType(CoreType.UINT16)
        .shape(SHAPE)
        .layout(
            Layout.builder()
                .chunkShape(CHUNK)
                .shardShape(SHARD)
                .codecs(CodecChain.complete(compressors, CoreType.UINT16))
                .build())
        .build();
  }

  /** Removes it. */
  @TearDown
  public void remove() throws IOException {
    hierarchy.close();
    Directories.delete(folder);
  }

  /** One chunk into a block that is kept. */
  @Benchmark
  public Block read() {
    source.read(regions.get(next++ % regions.size()), chunk);
    return chunk;
  }
}
