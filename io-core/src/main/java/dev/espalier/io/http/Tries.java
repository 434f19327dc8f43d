package dev.espalier.io.http;

import dev.espalier.model.error.CancelledException;
import dev.espalier.model.error.StorageException;
import dev.espalier.model.error.StorageException.Access;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** The tries at one thing that is read, and the waits between them. */
final class Tries {
  private final String what;
  private final HttpRetries retries;
  private final long began = System.nanoTime();
  private int failed;

  /**
   * Starts counting.
   *
   * @param what the store and what is read, for messages
   */
  Tries(String what, HttpRetries retries) {
    this.what = what;
    this.retries = retries;
  }

  /**
   * Waits before the next try.
   *
   * @throws StorageException if there is none
   */
  void failed(IOException failure) {
    failed++;
    Duration wait = wait(failure);
    if (failed >= retries.tries() || isHopeless(failure)) {
      throw failure(failure, failed == 1 ? "" : "; tried " + failed + " times");
    }
    Duration left = retries.totalTime().minusNanos(System.nanoTime() - began);
    if (wait.compareTo(left) > 0) {
      throw failure(
          failure,
          "; the next try would be in "
              + wait.toMillis()
              + " ms, later than "
              + retries.totalTime().toSeconds()
              + " s after the first");
    }
    try {
      Thread.sleep(wait.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException(what + ": reading was interrupted", e);
    }
  }

  private Duration wait(IOException failure) {
    Duration delay = retries.firstDelay();
    for (int i = 1; i < failed && delay.compareTo(retries.longestDelay()) < 0; i++) {
      delay = delay.multipliedBy(2);
    }
    if (delay.compareTo(retries.longestDelay()) > 0) {
      delay = retries.longestDelay();
    }
    long most = delay.toMillis();
    Duration own = Duration.ofMillis(most - ThreadLocalRandom.current().nextLong(most / 2 + 1));
    Optional<Duration> asked =
        failure instanceof BusyException busy ? busy.comeBackAfter() : Optional.empty();
    return asked.filter(time -> time.compareTo(own) > 0).orElse(own);
  }

  private StorageException failure(IOException cause, String suffix) {
    return new StorageException(
        Access.READ, what + ": cannot be read: " + reason(cause) + suffix, cause);
  }

  private static boolean isHopeless(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof CertificateException || t instanceof UnresolvedAddressException) {
        return true;
      }
    }
    return false;
  }

  private static String reason(IOException failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof UnresolvedAddressException) {
        return "no server of that name is known; check the URL and the network";
      }
      if (t instanceof CertificateException) {
        return "the server does not prove that it is who it claims to be (" + message(t) + ")";
      }
    }
    if (failure instanceof HttpConnectTimeoutException) {
      return "the server did not take a connection in time";
    }
    if (failure instanceof HttpTimeoutException) {
      return "the server did not answer in time";
    }
    if (failure instanceof ConnectException) {
      return "the server takes no connection; check the URL, and whether it is running";
    }
    return failure.getCause() == null
        ? message(failure)
        : message(failure) + " (" + message(failure.getCause()) + ")";
  }

  /** Many failures of the JDK have no words, but a name that says what they are. */
  private static String message(Throwable failure) {
    String words = failure.getMessage();
    return words == null || words.isBlank() ? failure.getClass().getSimpleName() : words;
  }
}
