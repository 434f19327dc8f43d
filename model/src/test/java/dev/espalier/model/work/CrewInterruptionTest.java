package dev.espalier.model.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.model.error.CancelledException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever interrupts the calling thread does not wait for the others. */
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

  private static void awaitThenInterrupt(CountDownLatch waiting, Thread caller) {
    try {
      waiting.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
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
