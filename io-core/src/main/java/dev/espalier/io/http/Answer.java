package dev.espalier.io.http;

import java.net.http.HttpHeaders;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a server answered.
 *
 * @param status the status code
 * @param headers the headers
 * @param body the body; whoever has the answer closes it
 */
record Answer(int status, HttpHeaders headers, Body body) implements AutoCloseable {
  static final int OK = 200;
  static final int PARTIAL = 206;
  static final int NOT_MODIFIED = 304;
  static final int FORBIDDEN = 403;
  static final int NOT_FOUND = 404;
  static final int GONE = 410;
  static final int PRECONDITION_FAILED = 412;
  static final int RANGE_NOT_SATISFIABLE = 416;

  /** The first header of that name. */
  Optional<String> header(String name) {
    return headers.firstValue(name);
  }

  /**
   * How many bytes the body has, as the server says; nothing if it does not, or marks the end,
   * which is what counts then.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc9112#section-6.3">RFC 9112, section 6.3</a>
   */
  OptionalLong length() {
    return endIsMarked() ? OptionalLong.empty() : number(header("Content-Length").orElse(""));
  }

  /** Whether the connection tells a body that ended from one that broke off. */
  boolean endIsMarked() {
    return transferEncoding().equalsIgnoreCase("chunked");
  }

  /** How the body is packed for its way; nothing said is the empty text. */
  String transferEncoding() {
    return String.join(", ", headers.allValues("Transfer-Encoding")).strip();
  }

  /** A number that is not negative and not beyond what can be counted. */
  static OptionalLong number(String text) {
    boolean digits = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    try {
      return digits ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  /**
   * Lets go of the body; the connection is used again if little of it is left. How much that is
   * shows on the way where the end is marked, as pages that say "not found" often are.
   */
  @Override
  public void close() {
    body.finish(endIsMarked() ? 0 : length().orElse(Long.MAX_VALUE));
  }
}
