package dev.espalier.cli.terminal;

import dev.espalier.model.work.Execution;
import dev.espalier.model.work.ProgressListener;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads and the memory of one command: as many as there are processors, a quarter of the
 * heap.
 */
public final class Workshop implements AutoCloseable {
  private static final int SHARE_OF_HEAP = 4;
  private static final int SECONDS_TO_END = 30;

  private final ExecutorService threads;
  private final int parallelism = Runtime.getRuntime().availableProcessors();
  private final Interruption interruption;

  /** Starts the threads. */
  public Workshop(Interruption interruption) {
    this.interruption = interruption;
    AtomicInteger number = new AtomicInteger();
    this.threads =
        Executors.newFixedThreadPool(
            parallelism,
            task -> {
              Thread thread = new Thread(task, "espalier-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
  }

  /** How many bytes of elements may be held at once. */
  public static long memoryBytes() {
    return Math.max(1, Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
  }

  /** The means for a piece of work; it ends at its next step if the command is interrupted. */
  public Execution execution(ProgressListener progress) {
    return new Execution(
        threads,
        parallelism,
        memoryBytes(),
        (array, elementBytes) -> {
          interruption.check();
          progress.advanced(array, elementBytes);
        });
  }

  @Override
  public void close() {
    threads.shutdownNow();
    try {
      threads.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
