package dev.espalier.convert;

import dev.espalier.model.error.CancelledException;
import dev.espalier.model.spi.Execution;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs tasks over many pieces in parallel, as many at once as memory allows. */
final class TileWork {
  private final Execution execution;
  private final int permits;
  private final Semaphore free;
  private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

  private TileWork(Execution execution, int permits) {
    this.execution = execution;
    this.permits = permits;
    this.free = new Semaphore(permits);
  }

  /**
   * Runs a task for each piece and returns when all are done.
   *
   * @param bytesPerPiece how much memory one task takes
   * @throws RuntimeException the first one that a task threw
   * @throws CancelledException if the calling thread is interrupted
   */
  static <T> void forEach(
      Execution execution, long bytesPerPiece, Iterable<T> pieces, Consumer<T> task) {
    new TileWork(execution, execution.permits(bytesPerPiece)).run(pieces, task);
  }

  private <T> void run(Iterable<T> pieces, Consumer<T> task) {
    boolean interrupted = false;
    for (T piece : pieces) {
      if (failure.get() != null || interrupted) {
        break;
      }
      interrupted = !start(piece, task);
    }
    free.acquireUninterruptibly(permits);
    RuntimeException failed = failure.get();
    if (failed != null) {
      throw failed;
    }
    if (interrupted || Thread.interrupted()) {
      throw new CancelledException("interrupted");
    }
  }

  /** Waits for room and starts a task; false if interrupted meanwhile. */
  private <T> boolean start(T piece, Consumer<T> task) {
    try {
      free.acquire();
    } catch (InterruptedException e) {
      return false;
    }
    execution
        .executor()
        .execute(
            () -> {
              try {
                task.accept(piece);
              } catch (RuntimeException e) {
                failure.compareAndSet(null, e);
              } catch (Error e) {
                failure.compareAndSet(null, new IllegalStateException("a task failed: " + e, e));
              } finally {
                free.release();
              }
            });
    return true;
  }
}
