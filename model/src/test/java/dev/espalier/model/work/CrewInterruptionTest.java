package dev.espalier.model.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.model.error.CancelledException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever stops the calling thread stops the others. */
class CrewInterruptionTest {
  private final ExecutorService executor = Executors.newSingleThreadExecutor();

  @AfterEach
  void stop() {
    executor.shutdownNow();
  }

  @Test
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void aWorkerThatWaitsForLongIsInterruptedWithTheCaller() throws Exception {
    Thread caller = Thread.currentThread();
    CountDownLatch waiting = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);

    assertThatThrownBy(
            () ->
                Crew.run(
                    executor,
                    2,
                    checkpoint ->
                        () -> {
                          if (Thread.currentThread().equals(caller)) {
                            awaitThenInterrupt(waiting, caller);
                          } else {
                            waiting.countDown();
                            awaitForEver(never, interrupted);
                          }
                          return false;
                        }))
        .isInstanceOf(CancelledException.class);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(interrupted.getCount()).isZero();
    Future<Boolean> next = executor.submit(() -> Thread.currentThread().isInterrupted());
    assertThat(next.get(10, TimeUnit.SECONDS)).isFalse();
  }

  @Test
  void nobodyIsAtWorkAnyMoreWhenAnExecutorFails() {
    CountDownLatch begun = new CountDownLatch(1);
    AtomicInteger atWork = new AtomicInteger();
    Executor failing =
        task -> {
          if (begun.getCount() == 0) {
            throw new OutOfMemoryError("no thread");
          }
          executor.execute(task);
          await(begun);
        };

    assertThatThrownBy(
            () ->
                Crew.run(
                    failing,
                    3,
                    checkpoint ->
                        () -> {
                          atWork.incrementAndGet();
                          begun.countDown();
                          LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
                          atWork.decrementAndGet();
                          return true;
                        }))
        .isInstanceOf(OutOfMemoryError.class)
        .hasMessage("no thread");

    assertThat(atWork).hasValue(0);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static void awaitThenInterrupt(CountDownLatch waiting, Thread caller) {
    await(waiting);
    caller.interrupt();
  }

  private static void awaitForEver(CountDownLatch never, CountDownLatch interrupted) {
    try {
      never.await();
    } catch (InterruptedException e) {
      interrupted.countDown();
      Thread.currentThread().interrupt();
    }
  }
}
