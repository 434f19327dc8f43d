package dev.espalier.io.http;

import dev.espalier.model.error.StorageException;
import dev.espalier.model.error.StorageException.Access;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** What is wrong with answers that bring no bytes, or none that can be believed. */
final class Refusal {
  /** A request that came too slowly, too many requests, and failures of servers that pass. */
  private static final Set<Integer> PASSING = Set.of(408, 429, 500, 502, 503, 504);

  private static final int UNAUTHORIZED = 401;
  private static final int PROXY_AUTHENTICATION = 407;

  /** In seconds; whoever asks for more means never. */
  private static final long A_YEAR = 365L * 24 * 60 * 60;

  private Refusal() {}

  /**
   * Lets answers pass that say something of a value or of its absence.
   *
   * @param what the store and what is read
   * @throws BusyException if it may be otherwise the next time
   * @throws StorageException if it will not
   */
  static void check(String what, Answer answer, boolean forbiddenIsAbsent) throws IOException {
    int status = answer.status();
    if (PASSING.contains(status)) {
      throw new BusyException("the server answered " + status, comeBackAfter(answer));
    }
    switch (status) {
      case Answer.OK, Answer.PARTIAL -> requireIdentity(what, answer);
      case Answer.NOT_MODIFIED,
          Answer.NOT_FOUND,
          Answer.GONE,
          Answer.PRECONDITION_FAILED,
          Answer.RANGE_NOT_SATISFIABLE -> {}
      case Answer.FORBIDDEN -> {
        if (!forbiddenIsAbsent) {
          throw forbidden(what);
        }
      }
      case UNAUTHORIZED ->
          throw failure(
              what,
              "the server wants to know who asks (401); give a user and password in the URL, or a"
                  + " signed URL");
      case PROXY_AUTHENTICATION ->
          throw failure(what, "the proxy wants to know who asks (407); use one that does not");
      default -> throw failure(what, "the server answered " + status);
    }
  }

  private static StorageException forbidden(String what) {
    return failure(
        what,
        "the server forbids it (403), which does not tell whether there is a value; check the"
            + " permissions, or the age of a signed URL. Amazon S3 and its like answer so for"
            + " values that are not there as well, unless listing is permitted: permit that, or let"
            + " what is forbidden count as absent");
  }

  private static void requireIdentity(String what, Answer answer) {
    String encoding = answer.header("Content-Encoding").orElse("identity").strip();
    if (!encoding.isEmpty() && !encoding.equalsIgnoreCase("identity")) {
      throw failure(
          what,
          "the server sent it compressed ("
              + encoding
              + "), though it was asked for the bytes as they are; have it serve them without"
              + " Content-Encoding");
    }
    if (!answer.transferEncoding().isEmpty() && !answer.endIsMarked()) {
      throw failure(
          what,
          "the server sent it packed for the way ("
              + answer.transferEncoding()
              + "), though nobody asked for that; have it send chunks without compression");
    }
  }

  private static Optional<Duration> comeBackAfter(Answer answer) {
    String text = answer.header("Retry-After").orElse("").strip();
    OptionalLong seconds = Answer.number(text);
    if (seconds.isPresent()) {
      return Optional.of(Duration.ofSeconds(Math.min(seconds.getAsLong(), A_YEAR)));
    }
    return Validators.time(text)
        .map(time -> Duration.between(ZonedDateTime.now(ZoneOffset.UTC), time))
        .filter(wait -> !wait.isNegative());
  }

  /** An answer that contradicts itself, or what was asked. */
  static StorageException contradiction(String what, String expected, String found) {
    return failure(
        what,
        "the answer is not to be trusted: expected "
            + expected
            + ", found "
            + found
            + "; report it to whoever runs the server, or read a copy");
  }

  /** The value is not what it was when it was opened. */
  static StorageException changed(String what) {
    return failure(
        what, "it was changed on the server while it was read; read it again once nobody writes");
  }

  static StorageException failure(String what, String why) {
    return new StorageException(Access.READ, what + ": cannot be read: " + why, null);
  }
}
