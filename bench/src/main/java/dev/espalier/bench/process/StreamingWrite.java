package dev.espalier.bench.process;

import dev.espalier.json.JsonWriter;
import dev.espalier.model.data.ArrayData;
import dev.espalier.model.data.ArraySource;
import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.Block;
import dev.espalier.model.data.BoundHierarchy;
import dev.espalier.model.hierarchy.Espalier;
import dev.espalier.model.json.JsonObject;
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
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Writes an array of uint16 that is nowhere as a whole: each region is made when it is asked for.
 * Prints how much memory the process had at most, and how long it took.
 *
 * <p>Arguments: the target, the extent along the first dimension, the extent along the others, that
 * of a chunk, and that of a shard or 0.
 */
public final class StreamingWrite {
  private static final int THREADS = 2;
  private static final long MEMORY = 64L << 20;
  private static final double NANOS = 1e9;

  private StreamingWrite() {}

  /** Writes it. */
  public static void main(String[] arguments) throws IOException {
    long side = Long.parseLong(arguments[2]);
    Shape shape = Shape.of(Long.parseLong(arguments[1]), side, side);
    Layout.Builder layout = Layout.builder().chunkShape(cube(arguments[3]));
    if (!arguments[4].equals("0")) {
      layout.shardShape(cube(arguments[4]));
    }
    ArraySpec spec =
        ArraySpec.builder().dataType(CoreType.UINT16).shape(shape).layout(layout.build()).build();
    BoundHierarchy hierarchy =
        new BoundHierarchy(
            spec, Map.of(NodePath.root(), new ArrayData.Pulled(new Generated(shape))));
    ExecutorService executor = Executors.newFixedThreadPool(THREADS);
    long start = System.nanoTime();
    try {
      Espalier.load()
          .plan(hierarchy, Location.of(Path.of(arguments[0])), WritePolicy.FAIL)
          .apply(new Execution(executor, THREADS, MEMORY, ProgressListener.none()));
    } finally {
      executor.shutdownNow();
    }
    double took = (System.nanoTime() - start) / NANOS;
    System.out.println(
        JsonWriter.compact(
            JsonObject.builder()
                .put("peak_kib", peakKib())
                .put("milliseconds", Math.round(took * 1000))
                .put("bytes", 2 * shape.elementCount())
                .build()));
  }

  private static Shape cube(String extent) {
    long value = Long.parseLong(extent);
    return Shape.of(value, value, value);
  }

  /** The most that was resident, as Linux counts. */
  private static long peakKib() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status"), StandardCharsets.UTF_8).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElse(0);
  }

  /** A slope with noise, the same whatever the regions are. */
  private record Generated(Shape shape) implements ArraySource {
    @Override
    public DataType dataType() {
      return CoreType.UINT16;
    }

    @Override
    public void read(Region region, Block into) {
      byte[] bytes = ((BitsBlock) into).bytes();
      int at = 0;
      for (long z = region.start(0); z < region.end(0); z++) {
        for (long y = region.start(1); y < region.end(1); y++) {
          for (long x = region.start(2); x < region.end(2); x++) {
            int value = (int) (1000 + z + y + x) + noise(z, y, x);
            bytes[at++] = (byte) value;
            bytes[at++] = (byte) (value >>> Byte.SIZE);
          }
        }
      }
    }

    /** Four bits that look random. */
    private static int noise(long z, long y, long x) {
      int mixed = (int) (z * 73856093 ^ y * 19349663 ^ x * 83492791);
      mixed = (mixed ^ mixed >>> 15) * 0x2C1B3C6D;
      return mixed >>> 28;
    }
  }
}
