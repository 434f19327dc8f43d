package dev.espalier.model.work;

import java.util.concurrent.Executor;

/**
 * The means for a piece of work: threads and memory that the caller hands in.
 *
 * @param executor runs the tasks; it stays the caller's
 * @param parallelism how many tasks to have under way at once, at least 1
 * @param memoryBytes how many bytes blocks under way may take together; a single block that is
 *     larger is still worked on, alone
 * @param progress is told what was done
 */
public record Execution(
    Executor executor, int parallelism, long memoryBytes, ProgressListener progress) {
  private static final long MODEST_MEMORY = 64L << 20;

  /** Checks the numbers. */
  public Execution {
    if (parallelism < 1 || memoryBytes < 1) {
      throw new IllegalArgumentException(
          "parallelism " + parallelism + " and memory " + memoryBytes + " have to be positive");
    }
  }

  /** Everything on the calling thread. */
  public static Execution onCallingThread() {
    return new Execution(Runnable::run, 1, MODEST_MEMORY, ProgressListener.none());
  }

  /** How many blocks of a size may be under way at once: at least 1, at most the parallelism. */
  public int permits(long bytesPerBlock) {
    long fitting = memoryBytes / Math.max(1, bytesPerBlock);
    return (int) Math.max(1, Math.min(parallelism, fitting));
  }
}
