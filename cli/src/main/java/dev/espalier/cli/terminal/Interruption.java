package dev.espalier.cli.terminal;

import dev.espalier.model.data.ArraySource;
import dev.espalier.model.error.CancelledException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C: stops the command that is running, and keeps the process alive until it has tidied up.
 */
public final class Interruption {
  /** Long enough to remove a large unfinished target, short enough for whoever waits. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final CountDownLatch finished = new CountDownLatch(1);
  private volatile boolean requested;

  private Interruption() {}

  /** Nobody interrupts. */
  public static Interruption none() {
    return new Interruption();
  }

  /** Listens to the signals that end this process, on behalf of the thread that does the work. */
  public static Interruption of(Thread worker) {
    Interruption interruption = new Interruption();
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> interruption.stop(worker), "espalier-interruption"));
    return interruption;
  }

  private void stop(Thread worker) {
    if (finished.getCount() == 0) {
      return; // the command is done, and this is the usual end of the process
    }
    requested = true;
    worker.interrupt();
    try {
      if (!finished.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        System.err.println("espalier: gave up tidying up after " + PATIENCE.toSeconds() + " s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether somebody wants the command to stop. */
  public boolean isRequested() {
    return requested;
  }

  /** Throws if somebody wants the command to stop. */
  public void check() {
    if (requested) {
      throw new CancelledException("interrupted");
    }
  }

  /** An array whose elements can only be read as long as nobody wants the command to stop. */
  public ArraySource guard(ArraySource source) {
    return new GuardedSource(source, this);
  }

  /** The command is done. */
  public void finish() {
    finished.countDown();
  }
}
