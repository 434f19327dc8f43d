package dev.espalier.io.http;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which part of a value a server says that it sends.
 *
 * @param start the offset of the first byte
 * @param end the offset after the last byte
 * @param total how many bytes the value has
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#name-content-range">RFC 9110, section
 *     14.4</a>
 */
record ContentRange(long start, long end, long total) {
  private static final Pattern PART = Pattern.compile("bytes (\\d+)-(\\d+)/(\\d+)");
  private static final Pattern NONE = Pattern.compile("bytes \\*/(\\d+)");

  /** Reads what answers with a part say; nothing if that is no part of a value of known length. */
  static Optional<ContentRange> parse(String text) {
    Matcher part = PART.matcher(text.strip());
    if (!part.matches()) {
      return Optional.empty();
    }
    long start = number(part.group(1));
    long last = number(part.group(2));
    long total = number(part.group(3));
    return start >= 0 && start <= last && last < total
        ? Optional.of(new ContentRange(start, last + 1, total))
        : Optional.empty();
  }

  /** The length of the value, which is what answers say that have no such part. */
  static OptionalLong totalOfNone(String text) {
    Matcher none = NONE.matcher(text.strip());
    return none.matches() ? Answer.number(none.group(1)) : OptionalLong.empty();
  }

  private static long number(String digits) {
    return Answer.number(digits).orElse(-1);
  }
}
