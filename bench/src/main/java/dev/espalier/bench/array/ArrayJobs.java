package dev.espalier.bench.array;

import dev.espalier.bench.turn.Fields;
import dev.espalier.bench.turn.Lines;
import dev.espalier.bench.turn.Plan;
import dev.espalier.bench.turn.Sampler;
import dev.espalier.model.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The jobs on arrays. What is read is compared in full, outside of the time that is taken. */
public final class ArrayJobs {
  private static final double NANOS = 1e9;

  private final ArrayEngine engine;
  private final Plan plan;
  private final Sampler sampler;
  private final byte[] elements;

  /** Does jobs with an engine on elements, all of them, little-endian and in C order. */
  public ArrayJobs(ArrayEngine engine, Plan plan, byte[] elements) {
    this.engine = engine;
    this.plan = plan;
    this.sampler = new Sampler(plan.rule());
    this.elements = elements;
  }

  /** Does the job of a task. */
  public void run(Fields task, Lines lines) throws IOException {
    ArrayCase array = ArrayCase.of(task.fields("case"));
    Path store = Path.of(task.text("store"));
    switch (task.text("job")) {
      case "write" -> lines.print(task, write(array, store));
      case "read-fresh" -> lines.print(task, readFresh(array, store));
      case "read-reused" -> lines.print(task, readReused(array, store));
      case "chunk-fresh" -> lines.print(task, chunks(array, store, false));
      case "chunk-reused" -> lines.print(task, chunks(array, store, true));
      case "once" -> once(array, store);
      case "verify" -> {
        verify(array, store);
        lines.print(task, JsonObject.builder().put("equal", true).build());
      }
      default -> throw new IllegalArgumentException("no job " + task.text("job"));
    }
  }

  /** Each run into a directory of its own; the last stays, the others go while no time is taken. */
  private List<Double> write(ArrayCase array, Path store) throws IOException {
    List<Double> samples =
        sampler.sample(
            () -> engine.write(array, elements, store),
            new Sampler.Around() {
              @Override
              public void before() throws IOException {
                Directories.delete(store);
              }
            });
    verify(array, store);
    return samples;
  }

  private List<Double> readFresh(ArrayCase array, Path store) throws IOException {
    try (ArrayEngine.Reader reader = engine.open(array, store)) {
      List<byte[]> held = new ArrayList<>(1);
      return sampler.sample(
          () -> {
            byte[] output = reader.allocate();
            reader.readAll(output);
            held.add(output);
          },
          new Sampler.Around() {
            @Override
            public void after() {
              compare(held.remove(0), store);
            }
          });
    }
  }

  private List<Double> readReused(ArrayCase array, Path store) throws IOException {
    try (ArrayEngine.Reader reader = engine.open(array, store)) {
      byte[] output = reader.allocate();
      return sampler.sample(
          () -> reader.readAll(output),
          new Sampler.Around() {
            @Override
            public void before() {
              // What an earlier run left must not pass for what this one reads.
              Arrays.fill(output, (byte) 0x55);
            }

            @Override
            public void after() {
              compare(output, store);
            }
          });
    }
  }

  /** Each sample is the median over all chunks, each read once since the array was opened. */
  private List<Double> chunks(ArrayCase array, Path store, boolean reused) throws IOException {
    return sampler.samplePasses(
        () -> {
          try (ArrayEngine.Reader reader = engine.open(array, store)) {
            return chunkPass(array, reader, plan.fields().listOfLongs("chunk_order"), reused);
          }
        });
  }

  private double[] chunkPass(
      ArrayCase array, ArrayEngine.Reader reader, List<long[]> starts, boolean reused)
      throws IOException {
    double[] times = new double[starts.size()];
    byte[] room = new byte[array.chunkBytes()];
    for (int i = 0; i < times.length; i++) {
      long[] start = starts.get(i);
      long began = System.nanoTime();
      byte[] chunk = reused ? room : new byte[array.chunkBytes()];
      reader.readChunk(start, chunk);
      times[i] = (System.nanoTime() - began) / NANOS;
      if (!new ChunkRows(array).equal(elements, start, chunk)) {
        throw new IllegalStateException("other elements at " + Arrays.toString(start));
      }
    }
    return times;
  }

  private void once(ArrayCase array, Path store) throws IOException {
    try (ArrayEngine.Reader reader = engine.open(array, store)) {
      reader.readAll(reader.allocate());
    }
  }

  private void verify(ArrayCase array, Path store) throws IOException {
    if (!Files.exists(store.resolve("zarr.json"))) {
      throw new IllegalStateException("nothing at " + store);
    }
    try (ArrayEngine.Reader reader = engine.open(array, store)) {
      byte[] output = reader.allocate();
      reader.readAll(output);
      compare(output, store);
    }
  }

  private void compare(byte[] output, Path store) {
    int mismatch = Arrays.mismatch(output, elements);
    if (mismatch >= 0) {
      throw new IllegalStateException("other elements in " + store + " at " + mismatch);
    }
  }
}
