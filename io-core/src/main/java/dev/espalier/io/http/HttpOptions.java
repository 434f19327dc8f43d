package dev.espalier.io.http;

import java.time.Duration;

/**
 * How servers are asked.
 *
 * @param retries how often a request that failed is made again
 * @param connectTimeout how long a connection may take to come about
 * @param answerTimeout how long a server may take until it begins to answer, and for each 32 KiB of
 *     an answer or the rest of it
 * @param redirects how many redirects are followed for one request
 * @param nearby up to how many bytes between two parts are fetched and thrown away, rather than to
 *     ask twice
 * @param largestJoined the largest part, in bytes, that neighbours are joined to
 * @param keptBytes how much is kept in memory, in bytes, of values whose server gives no parts, or
 *     does not say how long they are
 * @param forbiddenIsAbsent whether a value that must not be read (403) counts as absent; Amazon S3
 *     and its like answer so for keys that are not there if listing is not permitted. An absent
 *     chunk holds the fill value, so that this is wrong where a permission is missing.
 */
public record HttpOptions(
    HttpRetries retries,
    Duration connectTimeout,
    Duration answerTimeout,
    int redirects,
    int nearby,
    int largestJoined,
    long keptBytes,
    boolean forbiddenIsAbsent) {
  private static final HttpOptions DEFAULTS =
      new HttpOptions(
          HttpRetries.defaults(),
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          5,
          16 << 10,
          8 << 20,
          64 << 20,
          false);

  /** Checks that nothing is negative. */
  public HttpOptions {
    requireTime("connectTimeout", connectTimeout);
    requireTime("answerTimeout", answerTimeout);
    if (connectTimeout.isZero() || answerTimeout.isZero()) {
      throw new IllegalArgumentException("expected timeouts above 0");
    }
    if (redirects < 0 || nearby < 0 || largestJoined < 1 || keptBytes < 0) {
      throw new IllegalArgumentException(
          "expected numbers that are not negative, and parts of at least a byte");
    }
  }

  static void requireTime(String name, Duration time) {
    if (time.isNegative()) {
      throw new IllegalArgumentException(name + ": expected a time, found " + time);
    }
  }

  /**
   * {@link HttpRetries#defaults}, 10 s to connect, 30 s for each 32 KiB of an answer, 5 redirects,
   * gaps of up to 16 KiB in parts of up to 8 MiB, 64 MiB kept; what is forbidden is a failure.
   */
  public static HttpOptions defaults() {
    return DEFAULTS;
  }

  /** These with other retries. */
  public HttpOptions withRetries(HttpRetries other) {
    return new HttpOptions(
        other,
        connectTimeout,
        answerTimeout,
        redirects,
        nearby,
        largestJoined,
        keptBytes,
        forbiddenIsAbsent);
  }

  /**
   * These with other timeouts.
   *
   * @param connect how long a connection may take to come about
   * @param answer how long a server may take until it begins to answer, and for each 32 KiB
   */
  public HttpOptions withTimeouts(Duration connect, Duration answer) {
    return new HttpOptions(
        retries, connect, answer, redirects, nearby, largestJoined, keptBytes, forbiddenIsAbsent);
  }

  /** These with another bound on what is kept in memory, in bytes. */
  public HttpOptions withKeptBytes(long other) {
    return new HttpOptions(
        retries,
        connectTimeout,
        answerTimeout,
        redirects,
        nearby,
        largestJoined,
        other,
        forbiddenIsAbsent);
  }

  /** These, where what is forbidden counts as absent, or does not. */
  public HttpOptions withForbiddenIsAbsent(boolean other) {
    return new HttpOptions(
        retries, connectTimeout, answerTimeout, redirects, nearby, largestJoined, keptBytes, other);
  }
}
