package dev.espalier.io.http;

import java.time.Duration;

/**
 * How often and how long something is asked for again that failed and may work the next time: a
 * connection that breaks, a server that is busy.
 *
 * <p>Between two tries passes {@code firstDelay}, then twice as much each time, up to {@code
 * longestDelay}; of that, a random part of up to a half is left out, so that not everybody comes
 * back at once. Where a server says when to come back, that counts, if it is longer.
 *
 * @param tries how often something is tried in all, at least 1
 * @param firstDelay the delay after the first try
 * @param longestDelay the longest delay that is not asked for by the server
 * @param totalTime after that time no further try begins; a wait that would end later is not begun
 */
public record HttpRetries(
    int tries, Duration firstDelay, Duration longestDelay, Duration totalTime) {
  private static final HttpRetries DEFAULTS =
      new HttpRetries(5, Duration.ofMillis(200), Duration.ofSeconds(10), Duration.ofMinutes(2));

  /** Checks that there is a first try, and that no time is negative. */
  public HttpRetries {
    if (tries < 1) {
      throw new IllegalArgumentException("expected at least 1 try, found " + tries);
    }
    HttpOptions.requireTime("firstDelay", firstDelay);
    HttpOptions.requireTime("longestDelay", longestDelay);
    HttpOptions.requireTime("totalTime", totalTime);
  }

  /** 5 tries with 200 ms after the first, 10 s at most, within 2 minutes. */
  public static HttpRetries defaults() {
    return DEFAULTS;
  }

  /** One try only. */
  public static HttpRetries none() {
    return new HttpRetries(1, Duration.ZERO, Duration.ZERO, Duration.ZERO);
  }
}
