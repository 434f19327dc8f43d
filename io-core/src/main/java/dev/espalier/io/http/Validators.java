package dev.espalier.io.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a server says that tells one version of a value from another.
 *
 * @param etag the entity tag, as it was spelled
 * @param lastModified when the value was changed, as it was spelled
 * @param isSettled whether that was a minute ago or more, so that no other change has the same time
 * @param total the length of the value in bytes
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#name-validator-fields">RFC 9110, section
 *     8.8</a>
 */
record Validators(
    Optional<String> etag, Optional<String> lastModified, boolean isSettled, long total) {
  /**
   * Times are in whole seconds, and who says them may have two clocks.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-8.8.2.2">RFC 9110, section
   *     8.8.2.2</a>
   */
  private static final Duration SETTLING = Duration.ofMinutes(1);

  static Validators of(Answer answer, long total) {
    Optional<String> changed = answer.header("Last-Modified");
    Optional<ZonedDateTime> changedAt = changed.flatMap(Validators::time);
    Optional<ZonedDateTime> now = answer.header("Date").flatMap(Validators::time);
    boolean isSettled =
        changedAt.isPresent()
            && now.isPresent()
            && Duration.between(changedAt.get(), now.get()).compareTo(SETTLING) >= 0;
    return new Validators(answer.header("ETag"), changed, isSettled, total);
  }

  static Optional<ZonedDateTime> time(String text) {
    try {
      return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME));
    } catch (DateTimeException e) {
      return Optional.empty(); // as if the server had said nothing
    }
  }

  /** A weak tag stays the same where the meaning does, while the bytes change. */
  private Optional<String> strongTag() {
    return etag.filter(tag -> tag.startsWith("\""));
  }

  /** What is another once the value is another. */
  Optional<String> version() {
    return strongTag().or(() -> settledTime().map(time -> time + " " + total));
  }

  private Optional<String> settledTime() {
    return lastModified.filter(time -> isSettled);
  }

  /** Whether the server says the same as before. */
  boolean matches(Validators now) {
    return etag.equals(now.etag) && lastModified.equals(now.lastModified) && total == now.total;
  }

  /** Whether what the server says now proves that the bytes are those of before. */
  boolean prove(Validators now) {
    return matches(now) && version().isPresent() && version().equals(now.version());
  }

  /** Whether an answer names another tag; it need not name any. */
  boolean contradictTagOf(Answer answer) {
    return answer.header("ETag").isPresent() && !answer.header("ETag").equals(etag);
  }

  /** Headers with which a server gives this version, or says that it is gone. */
  Map<String, String> ifSame() {
    Map<String, String> headers = new LinkedHashMap<>();
    strongTag()
        .ifPresentOrElse(
            tag -> headers.put("If-Match", tag),
            () -> lastModified.ifPresent(time -> headers.put("If-Unmodified-Since", time)));
    return headers;
  }

  /**
   * Headers with which a server says that this version is still there, or gives another; none
   * without a strong tag, since a value that took the place of this one may have an older time, and
   * was not changed since.
   */
  Map<String, String> ifOther() {
    return strongTag().map(tag -> Map.of("If-None-Match", tag)).orElse(Map.of());
  }
}
