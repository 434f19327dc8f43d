package dev.espalier.bench.limit;

import dev.espalier.bench.array.ArrayCase;
import dev.espalier.bench.array.ArrayEngine;
import dev.espalier.bench.array.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** The bare loops, a worker for each thread; files are handed out one by one. */
public final class LimitEngine implements ArrayEngine {
  private final int threads;
  private final ExecutorService executor;

  /** With so many threads. */
  public LimitEngine(int threads) {
    this.threads = threads;
    this.executor = Executors.newFixedThreadPool(threads);
  }

  @Override
  public void write(ArrayCase array, byte[] elements, Path target) throws IOException {
    Grid grid = new Grid(array);
    Files.createDirectory(target);
    Files.createDirectory(target.resolve("c"));
    for (int file = 0; file < grid.fileCount(); file++) {
      Path parent = Grid.pathOf(target, grid.fileIndex(file)).getParent();
      if (grid.fileIndex(file)[2] == 0 && parent != null) {
        Files.createDirectories(parent);
      }
    }
    AtomicInteger next = new AtomicInteger();
    together(
        () -> {
          try (FileWriter writer = new FileWriter(array, grid, elements)) {
            int file;
            while ((file = next.getAndIncrement()) < grid.fileCount()) {
              writer.write(file, Grid.pathOf(target, grid.fileIndex(file)));
            }
          }
          return true;
        });
    Files.writeString(target.resolve("zarr.json"), array.document());
  }

  @Override
  public Reader open(ArrayCase array, Path store) {
    return new LimitReader(array, store);
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }

  private void together(Callable<Boolean> work) {
    List<Future<?>> workers = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      workers.add(executor.submit(work));
    }
    workers.forEach(Waiting::on);
  }

  /** Reads with workers that are kept from one time to the next. */
  private final class LimitReader implements Reader {
    private final ArrayCase array;
    private final Grid grid;
    private final Path store;
    private final List<FileReader> readers = new ArrayList<>();
    private final ChunkReader chunks;

    LimitReader(ArrayCase array, Path store) {
      this.array = array;
      this.grid = new Grid(array);
      this.store = store;
      for (int i = 0; i < threads; i++) {
        readers.add(new FileReader(array, grid));
      }
      this.chunks = new ChunkReader(array, grid, store);
    }

    @Override
    public byte[] allocate() {
      return new byte[array.byteCount()];
    }

    @Override
    public void readAll(byte[] into) {
      AtomicInteger next = new AtomicInteger();
      AtomicInteger worker = new AtomicInteger();
      together(
          () -> {
            FileReader reader = readers.get(worker.getAndIncrement());
            int file;
            while ((file = next.getAndIncrement()) < grid.fileCount()) {
              reader.read(file, Grid.pathOf(store, grid.fileIndex(file)), into);
            }
            return true;
          });
    }

    @Override
    public void readChunk(long[] start, byte[] into) throws IOException {
      chunks.read(start, into);
    }

    @Override
    public void close() throws IOException {
      readers.forEach(FileReader::close);
      chunks.close();
    }
  }
}
