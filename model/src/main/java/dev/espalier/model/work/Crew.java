package dev.espalier.model.work;

import dev.espalier.model.error.CancelledException;
import dev.espalier.model.error.EspalierException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Some workers that share steps of work: the calling thread, and others from an executor.
 *
 * <p>Since the calling thread works too, the work gets done even if the executor never runs a task,
 * so that a caller may well sit on a thread of that executor. The first failure stops everyone
 * after the step at hand, as does an interruption of any worker; that of the calling thread
 * interrupts the others. When {@link #run} returns or throws, no worker is at work any more.
 */
public final class Crew {
  /** What one worker does; used by one thread, which closes it. */
  public interface Worker extends AutoCloseable {
    /** Does one step; false if there was none left. */
    boolean step();

    /** Gives back what the worker holds. */
    @Override
    default void close() {}
  }

  /**
   * Things that are handed out one at a time to several workers.
   *
   * @param <T> what is handed out
   */
  public static final class Handout<T> {
    private final Iterator<T> left;

    /** Hands out what a series holds, in its order; the series is gone through once. */
    public Handout(Iterable<T> series) {
      this.left = series.iterator();
    }

    /** What nobody else is given, or nothing if there is none left. */
    public synchronized Optional<T> next() {
      return left.hasNext() ? Optional.of(left.next()) : Optional.empty();
    }
  }

  private final Function<Runnable, Worker> hire;
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

  private Crew(Function<Runnable, Worker> hire) {
    this.hire = hire;
  }

  /**
   * Works until no step is left.
   *
   * @param size how many workers there are at most, at least 1
   * @param hire makes a worker, on the thread on which it works; what it is given throws if the
   *     worker should stop, for steps that take long
   * @throws CancelledException if a worker was interrupted; the calling thread then stays so
   */
  public static void run(Executor executor, int size, Function<Runnable, Worker> hire) {
    Crew crew = new Crew(hire);
    List<Shift> shifts = crew.callForHelp(executor, size - 1);
    crew.work();
    crew.awaitAll(shifts);
    crew.throwFailure();
  }

  // Those who work already have to stop before the caller hears of it, errors included.
  @SuppressWarnings("CatchingUnchecked")
  private List<Shift> callForHelp(Executor executor, int count) {
    List<Shift> shifts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Shift shift = new Shift();
      try {
        shifts.add(shift);
        executor.execute(shift);
      } catch (RejectedExecutionException e) {
        break; // fewer hands then
      } catch (Throwable e) {
        failure.compareAndSet(null, e);
        break;
      }
    }
    return shifts;
  }

  // Whatever stops a worker has to stop the others and reach the caller, errors included.
  @SuppressWarnings("CatchingUnchecked")
  private void work() {
    try (Worker worker = hire.apply(this::checkpoint)) {
      boolean more = true;
      while (more) {
        checkpoint();
        more = worker.step();
      }
      checkpoint();
    } catch (Throwable e) {
      failure.compareAndSet(null, e);
    }
  }

  private void checkpoint() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancelledException("the work was interrupted");
    }
    if (failure.get() != null) {
      throw new CancelledException("another worker failed");
    }
  }

  private void awaitAll(List<Shift> shifts) {
    boolean interrupted = false;
    for (Shift shift : shifts) {
      while (!shift.isOver()) {
        try {
          shift.over.await();
        } catch (InterruptedException e) {
          interrupted = true;
          failure.compareAndSet(null, new CancelledException("the work was interrupted", e));
          shifts.forEach(Shift::stop);
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void throwFailure() {
    Throwable thrown = failure.get();
    if (thrown instanceof EspalierException
        && !(thrown instanceof CancelledException)
        && Thread.currentThread().isInterrupted()) {
      // An interruption closes files that are being read, and other workers fail over that.
      throw new CancelledException("the work was interrupted", thrown);
    }
    if (thrown instanceof Error error) {
      throw error;
    }
    if (thrown != null) {
      throw (RuntimeException) thrown;
    }
  }

  /** A task that is dropped if it has not begun when the calling thread has nothing left to do. */
  private final class Shift implements Runnable {
    private final AtomicBoolean begun = new AtomicBoolean();
    private final CountDownLatch over = new CountDownLatch(1);
    private @Nullable Thread thread;
    private boolean stopped;

    @Override
    public void run() {
      if (begun.compareAndSet(false, true)) {
        begin(Thread.currentThread());
        try {
          work();
        } finally {
          end();
          over.countDown();
        }
      }
    }

    private synchronized void begin(Thread worker) {
      thread = worker;
    }

    /** The thread is the executor's again, which must not find it interrupted. */
    private synchronized void end() {
      thread = null;
      if (stopped) {
        Thread.interrupted();
      }
    }

    /** Interrupts the worker, which may wait for a server that does not answer. */
    synchronized void stop() {
      if (thread != null && !stopped) {
        stopped = true;
        thread.interrupt();
      }
    }

    boolean isOver() {
      return begun.compareAndSet(false, true) || over.getCount() == 0;
    }
  }
}
